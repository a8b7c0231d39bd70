package org.deskbell.browser;

import java.util.ArrayList;
import java.util.List;

/** Texts that have become scripts somewhere, in other people's chats: built from what calls, and from where it was hidden. */
final class Payloads {

    private static final List<String> CALLS = List.of(
            "alert(1)", "alert`1`", "(alert)(1)", "top['al'+'ert'](1)", "window.pwned=1", "eval(atob('YWxlcnQoMSk='))");
    private static final List<String> TAGS = List.of(
            "<script>%s</script>",
            "<SCRIPT>%s</SCRIPT>",
            "<scr<script>ipt>%s</script>",
            "</script><script>%s</script>",
            "<script/x>%s</script>",
            "<img src=x onerror=%s>",
            "<img src=x onerror='%s'>",
            "\"><img src=x onerror=%s>",
            "'><img src=x onerror=%s>",
            "<img/src=x/onerror=%s>",
            "<IMG SRC=x OnErRoR=%s>",
            "<svg onload=%s>",
            "<svg/onload=%s>",
            "<svg><script>%s</script></svg>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "<svg><a xlink:href='javascript:%s'><text y=9>x</text></a></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=%s>",
            "<body onload=%s>",
            "<iframe srcdoc='<script>parent.%s</script>'>",
            "<iframe src='javascript:%s'>",
            "<object data='javascript:%s'>",
            "<embed src='javascript:%s'>",
            "<details open ontoggle=%s>x",
            "<input autofocus onfocus=%s>",
            "<video><source onerror=%s>",
            "<audio src=x onerror=%s>",
            "<marquee onstart=%s>x</marquee>",
            "<a href='javascript:%s'>x</a>",
            "<form action='javascript:%s'><button>x</button></form>",
            "<base href='javascript:%s//'>",
            "<link rel=stylesheet href='javascript:%s'>",
            "<style>@import 'javascript:%s';</style>",
            "<meta http-equiv=refresh content='0;url=javascript:%s'>",
            "<template><img src=x onerror=%s></template>",
            "<noscript><p title='</noscript><img src=x onerror=%s>'>",
            "<textarea></textarea><img src=x onerror=%s>",
            "<!--><img src=x onerror=%s>-->",
            "<![CDATA[><img src=x onerror=%s>]]>",
            "{{constructor.constructor('%s')()}}",
            "${%s}",
            "#{%s}",
            "<%%= %s %%>",
            "${{%s}}",
            "';%s;//",
            "\";%s;//",
            "`;%s;//",
            "&lt;img src=x onerror=%s&gt;",
            "&#60;img src=x onerror=%s&#62;",
            "\\u003cimg src=x onerror=%s\\u003e",
            "%%3Cimg src=x onerror=%s%%3E",
            "＜img src=x onerror=%s＞",
            "<img src=x onerror=%s//",
            "<x onclick=%s autofocus tabindex=1>x");
    private static final List<String> LINKS = List.of(
            "javascript:%s",
            "JaVaScRiPt:%s",
            "java\tscript:%s",
            " javascript:%s",
            "javascript&colon;%s",
            "javascript&#58;%s",
            "jav&#x09;ascript:%s",
            "javascript://example.com/\u2028%s",
            "data:text/html,<script>%s</script>",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==#%s",
            "vbscript:%s",
            "blob:%s",
            "file:///etc/passwd#%s",
            "view-source:javascript:%s",
            "filesystem:%s",
            "\u202ejavascript:%s",
            "x-javascript:%s",
            "//javascript:%s",
            "[click](javascript:%s)",
            "[click](JAVASCRIPT:%s)",
            "[click](java\tscript:%s)",
            "[click](data:text/html,%s)",
            "[click](https://a.example/\"onmouseover=%s)",
            "![x](javascript:%s)",
            "[x]: javascript:%s\n[x]",
            "<javascript:%s>",
            "<https://a.example/\"onclick=%s>",
            "https://a.example/\"onmouseover=\"%s",
            "https://a.example/'onmouseover='%s",
            "https://a.example/<script>%s</script>",
            "https://user:javascript:%s@a.example/",
            "mailto:x@a.example?body=<script>%s</script>",
            "**[x](javascript:%s)**",
            "`[x](javascript:%s)`",
            "_<b onclick=%s>_",
            "```\n<script>%s</script>\n```",
            "> <img src=x onerror=%s>",
            "- <svg onload=%s>",
            "# <svg onload=%s>",
            ":<img src=x onerror=%s>:");

    private Payloads() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String call : CALLS) {
            TAGS.forEach(tag -> all.add(tag.formatted(call)));
            LINKS.forEach(link -> all.add(link.formatted(call)));
        }
        return all;
    }
}
