package org.deskbell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S43: what is typed into whatever kind of field, by hand, by frameworks and by the browser, is in no frame that leaves it. */
class S43FieldsIT {

    private static final String CANARY = "kanarienvogel";
    private static final HostPages PAGES = new HostPages();
    private static final Path MODULES = Path.of("src/frontend/node_modules");
    private static String site;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void aSiteThatHidesItsBalance() {
        site = NewSite.of(new People(), PAGES.origin("shop.localhost"), page -> page.locator("#hiddenParts")
                .fill(".balance\n[data-private]"));
        PAGES.file("/vue.js", "text/javascript", MODULES.resolve("vue/dist/vue.global.prod.js"));
        PAGES.file("/react.js", "text/javascript", MODULES.resolve("react/umd/react.production.min.js"));
        PAGES.file("/react-dom.js", "text/javascript", MODULES.resolve("react-dom/umd/react-dom.production.min.js"));
        PAGES.file("/quill.js", "text/javascript", MODULES.resolve("quill/dist/quill.js"));
        PAGES.file("/quill.css", "text/css", MODULES.resolve("quill/dist/quill.snow.css"));
        PAGES.file("/bootstrap.css", "text/css", MODULES.resolve("bootstrap/dist/css/bootstrap.min.css"));
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void nothingThatStoodInTheFirstPictureLeaves() {
        Pictures pictures = watched(fields(), "Thirty kinds");
        assertThat(pictures.text()).contains("Thirty kinds", "shown to agents").doesNotContain(CANARY);
    }

    @Test
    void nothingThatIsTypedLeaves() {
        Pictures pictures = watched(fields(), "Thirty kinds");
        Page page = pictures.page();
        List<Locator> typed = page.locator(".typed").all();
        assertThat(typed).hasSizeGreaterThanOrEqualTo(17);
        for (int field = 0; field < typed.size(); field++) {
            typed.get(field).click();
            page.keyboard().press("Control+a");
            page.keyboard().type(CANARY + field);
        }
        page.locator("#password").evaluate("field => { field.type = 'text'; }");
        page.keyboard().press("Tab");
        page.locator("#echo").fill(CANARY + "echoed");
        page.evaluate("document.querySelector('#late').innerHTML =" + " '<input value=" + CANARY
                + "late><p contenteditable>" + CANARY + "late2</p>'");
        page.evaluate("document.querySelector('#link').href = '/there?token=" + CANARY + "'");
        page.evaluate("history.replaceState(null, '', '?session=" + CANARY + "#" + CANARY + "')");
        page.locator("#open").fill("Size nine");
        pictures.await("Size nine");
        assertThat(pictures.text()).doesNotContain(CANARY);
    }

    @Test
    void nothingThatIsTypedIntoAPageOfVueLeaves() {
        String html = framework(
                "<div id=app><h2>Order</h2><form class=p-3><input id=name class=form-control v-model=name>"
                        + "<p>Hello {{ name }}, <b :title=name :data-name=name>welcome</b></p>"
                        + "<select v-model=city class=form-select><option v-for='c in cities' :value=c>{{ c }}</option></select>"
                        + "<ul><li v-for='letter in name.length'>.</li></ul></form></div><script src=/vue.js></script>"
                        + "<script>Vue.createApp({ data: () => ({ name: '', city: '', cities: ['A', 'B'] }) }).mount('#app')</script>");
        typedInto(html, "Order");
    }

    @Test
    void nothingThatIsTypedIntoAPageOfReactLeaves() {
        String html =
                framework("<div id=app></div><script src=/react.js></script><script src=/react-dom.js></script><script>"
                        + "const e = React.createElement;"
                        + "function App() { const [name, set] = React.useState('');"
                        + " return e('div', { className: 'container' }, e('h2', null, 'Order'),"
                        + "  e('input', { id: 'name', className: 'form-control', value: name, onChange: event => set(event.target.value) }),"
                        + "  e('output', { 'aria-label': name }, 'Dear ' + name), e('progress', { value: name.length, max: 30 }),"
                        + "  e('button', { type: 'button', className: 'btn', disabled: !name }, 'Save ' + name)); }"
                        + "ReactDOM.createRoot(document.getElementById('app')).render(e(App));</script>");
        typedInto(html, "Order");
    }

    @Test
    void nothingThatIsWrittenInARichEditorLeaves() {
        String html = framework(
                "<link rel=stylesheet href=/quill.css><h2>Letter</h2><div id=editor></div><script src=/quill.js></script>"
                        + "<script>new Quill('#editor', { theme: 'snow' }); document.querySelector('.ql-editor').id = 'name';</script>");
        typedInto(html, "Letter");
    }

    private void typedInto(String html, String title) {
        Pictures pictures = watched(html, title);
        Page page = pictures.page();
        page.locator("#name").click();
        page.keyboard().type(CANARY + " more");
        page.locator("#open").fill("Size nine");
        pictures.await("Size nine");
        assertThat(pictures.text()).contains(title).doesNotContain(CANARY);
    }

    /** A visitor on this page, and an agent who sees it. */
    private Pictures watched(String html, String title) {
        String address = PAGES.origin("shop.localhost") + PAGES.page(html + HostPages.tag(site, ""));
        return Pictures.seen(people, people.person().newPage(), address + "?token=" + CANARY, title);
    }

    private static String framework(String body) {
        return "<!doctype html><meta charset=utf-8><title>Shop</title><link rel=stylesheet href=/bootstrap.css>" + body
                + "<input id=open data-deskbell=show aria-label=Open>";
    }

    private static String fields() {
        String types = Stream.of("text", "search", "email", "tel", "url", "password")
                .map(type -> "<input class=typed type=" + type + " id=" + type + " value=" + CANARY + " placeholder="
                        + CANARY + " aria-valuetext=" + CANARY + ">")
                .reduce("", String::concat);
        String secrets = Stream.of("cc-number", "cc-csc", "one-time-code", "new-password")
                .map(hint -> "<input class=typed data-deskbell=show autocomplete=" + hint + " value=" + CANARY + ">")
                .reduce("", String::concat);
        return "<!doctype html><html lang=en><meta charset=utf-8><title>Shop</title><meta name=description content="
                + CANARY
                + "><h1>Thirty kinds of fields</h1><!-- " + CANARY + " -->" + types + secrets
                + "<input type=hidden value=" + CANARY + "><input type=file class=none>"
                + "<input class=typed name=card-number value=" + CANARY + " data-deskbell=show>"
                + "<textarea class=typed>" + CANARY + "</textarea>"
                + "<div class=typed contenteditable><b>" + CANARY + "</b></div>"
                + "<div class=typed contenteditable=plaintext-only>" + CANARY + "</div>"
                + "<div contenteditable><p class=typed tabindex=0>" + CANARY + "</p></div>"
                + "<div class=typed role=textbox contenteditable=true>" + CANARY + "</div>"
                + "<select><option selected>" + CANARY + "<optgroup label=" + CANARY + "><option>" + CANARY
                + "</optgroup></select>"
                + "<input class=typed list=known><datalist id=known><option value=" + CANARY + "></datalist>"
                + "<input type=checkbox value=" + CANARY + " checked><input type=radio value=" + CANARY + ">"
                + "<input class=typed id=echo oninput='said.textContent = \"You said \" + value; said.title = value;"
                + " document.title = value'><p id=said></p>"
                + "<p data-secret=" + CANARY + " class=balance>" + CANARY + "</p><p data-private>" + CANARY + "</p>"
                + "<section data-deskbell=hide><h2>" + CANARY + "</h2></section>"
                + "<a id=link href='/there?token=" + CANARY + "#" + CANARY + "'>There</a>"
                + "<form action='/go?key=" + CANARY + "'></form><img alt='' src='/none.png?token=" + CANARY + "'>"
                + "<iframe title=inner srcdoc='<p>" + CANARY + "</p>'></iframe><canvas id=drawn></canvas>"
                + "<div id=shadow></div><div id=late></div><noscript>" + CANARY + "</noscript>"
                + "<p>This text is shown to agents</p><input id=open data-deskbell=show>"
                + "<script>const name1 = '" + CANARY + "'; drawn.getContext('2d').fillText(name1, 5, 5);"
                + "shadow.attachShadow({mode: 'open'}).innerHTML = '<input class=typed value=' + name1 + '>';</script>";
    }
}
