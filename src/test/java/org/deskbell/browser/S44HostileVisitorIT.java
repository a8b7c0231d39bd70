package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S42, S44: a visitor sends what no page of his is; nothing of it runs at the agent's, and his browser asks nobody for anything. */
class S44HostileVisitorIT {

    private static final HostPages EVIL = new HostPages();

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void close() {
        EVIL.close();
    }

    @Test
    void whatAHostileVisitorSendsIsNeitherRunNorLoaded() throws Exception {
        List<String> dialogs = new CopyOnWriteArrayList<>();
        Inbox agent = people.agent(Demo.AGENT);
        agent.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            String text = "look at this " + System.nanoTime();
            visitor.sayAndWait(text);
            agent.pick(text).claim();
            agent.page().locator("#do-assist").click();
            agent.page().locator("#ask input[value=point]").uncheck();
            agent.page().locator("#ask-send").click();
            String request = visitor.tape()
                    .await("the question", frame -> frame.is("assisted") && "asked".equals(frame.text("event")))
                    .text("request");
            visitor.send(Helping.answer(ChatClient.ref(), request, "see"));
            visitor.tape().await("the watch", frame -> frame.is("assist") && "watch".equals(frame.text("about")));
            visitor.send(picture(1, page()));
            FrameLocator seen = agent.page()
                    .frameLocator("#assist iframe")
                    .locator("#pictures iframe")
                    .last()
                    .contentFrame();
            assertThat(seen.getByText("Harmless words")).isVisible();
            visitor.send(picture(2, mutation()));
            assertThat(seen.getByText("Harmless too")).isVisible();
        }
        Page page = agent.page();
        assertThat(page.evaluate("typeof window.pwned")).isEqualTo("undefined");
        assertThat(EVIL.asked()).isEmpty();
        assertThat(dialogs).isEmpty();
        assertThat(page.url()).contains("/console/inbox");
        // The policy refuses what got as far as that; none of it was asked for.
        people.complaints().removeIf(complaint -> complaint.contains("evil.localhost"));
    }

    private static Frame picture(long n, String events) throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(("{\"events\":" + events + "}").getBytes(StandardCharsets.UTF_8));
        }
        raw.end();
        String data = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        return Helping.ofPage(data, n);
    }

    private static String page() {
        String evil = EVIL.origin("evil.localhost");
        String body = String.join(
                ",",
                element(10, "p", "", words(11, "Harmless words")),
                element(12, "script", "'src':'" + evil + "/a.js'", words(13, "parent.parent.pwned = 1")),
                element(14, "img", "'src':'x','onerror':'parent.parent.pwned=1'", ""),
                element(15, "img", "'src':'" + evil + "/b.png','srcset':'" + evil + "/c.png 2x'", ""),
                element(16, "iframe", "'srcdoc':'<script>top.pwned=1</script>','src':'" + evil + "/d'", ""),
                element(17, "a", "'href':'javascript:top.pwned=1','target':'_top'", words(18, "click")),
                element(19, "base", "'href':'" + evil + "/'", ""),
                element(20, "meta", "'http-equiv':'refresh','content':'0;url=" + evil + "/e'", ""),
                element(21, "link", "'rel':'stylesheet','href':'" + evil + "/f.css'", ""),
                element(22, "link", "'rel':'preload','as':'script','href':'" + evil + "/g.js'", ""),
                element(
                        23,
                        "style",
                        "",
                        style(24, "@import url(" + evil + "/h.css); p{background:url(" + evil + "/i.png)}")),
                element(25, "object", "'data':'" + evil + "/j'", ""),
                element(26, "embed", "'src':'" + evil + "/k'", ""),
                element(
                        27,
                        "form",
                        "'action':'" + evil + "/l'",
                        element(28, "button", "'formaction':'javascript:top.pwned=1'", "")),
                element(29, "div", "'style':'background:url(" + evil + "/m.png)','onclick':'top.pwned=1'", ""),
                element(30, "video", "'autoplay':'','src':'" + evil + "/n.mp4','poster':'" + evil + "/o.png'", ""),
                element(31, "portal", "'src':'" + evil + "/p'", ""),
                element(32, "x-pwned", "'onconnected':'1'", ""),
                element(
                        33,
                        "input",
                        "'type':'image','src':'" + evil + "/q.png','autofocus':'','onfocus':'top.pwned=1'",
                        ""));
        return "[{'type':4,'timestamp':1700000000000,'data':{'href':'javascript:top.pwned=1','width':800,'height':600}},"
                        .replace('\'', '"')
                + "{'type':2,'timestamp':1700000000001,'data':{'initialOffset':{'top':0,'left':0},'node':"
                        .replace('\'', '"')
                + ("{'type':0,'id':1,'childNodes':[{'type':1,'id':2,'name':'html','publicId':'','systemId':''},"
                                + element(
                                        3,
                                        "html",
                                        "",
                                        element(4, "head", "", "") + ","
                                                + element(5, "body", "'onload':'top.pwned=1'", body))
                                + "]}}}]")
                        .replace('\'', '"');
    }

    private static String mutation() {
        String adds = "{'parentId':5,'nextId':null,'node':" + element(40, "p", "", "") + "},"
                + "{'parentId':40,'nextId':null,'node':" + words(41, "Harmless too") + "},"
                + "{'parentId':5,'nextId':null,'node':"
                + element(42, "img", "'src':'x','onerror':'parent.parent.pwned=1'", "") + "}";
        return ("[{'type':3,'timestamp':1700000000500,'data':{'source':0,'texts':[],'attributes':[{'id':10,'attributes':"
                        + "{'onmouseover':'top.pwned=1','style':'background:url(" + EVIL.origin("evil.localhost")
                        + "/z.png)'}}],'removes':[],'adds':["
                        + adds + "]}},{'type':5,'timestamp':1700000000501,'data':{'tag':'x','payload':{}}},"
                        + "{'type':6,'timestamp':1700000000502,'data':{'plugin':'x','payload':{}}}]")
                .replace('\'', '"');
    }

    private static String element(int id, String tag, String attributes, String children) {
        return "{'type':2,'id':" + id + ",'tagName':'" + tag + "','attributes':{" + attributes + "},'childNodes':["
                + children + "]}";
    }

    private static String words(int id, String text) {
        return "{'type':3,'id':" + id + ",'textContent':'" + text + "'}";
    }

    private static String style(int id, String text) {
        return "{'type':3,'id':" + id + ",'textContent':'" + text + "','isStyle':true}";
    }
}
