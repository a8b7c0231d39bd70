package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.deskbell.support.FirstAdministrator;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S05, S06, S32, S36: the log-in: its session, its doors, its forms and where it leads. */
@Execution(ExecutionMode.CONCURRENT)
class S05LogInIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        // 192.0.2.1 is nobody (RFC 5737): this machine may not ask for the server's health, as a visitor may not.
        server = ServerUnderTest.start(
                ServerSettings.fresh().withoutDemo().roomy().with("deskbell.health.from", "192.0.2.1"));
        FirstAdministrator.make(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void s05TheSessionsIdChangesAtLogInAndThePlantedOneIsDead() {
        WebSession victim = new WebSession(server.address());
        victim.get("login");
        victim.plant("deskbell", "planted-by-the-attacker");
        victim.logIn(FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD);
        assertThat(victim.cookies()).doesNotContain("planted-by-the-attacker");

        WebSession attacker = new WebSession(server.address());
        attacker.plant("deskbell", "planted-by-the-attacker");
        assertThat(attacker.isInside()).isFalse();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void s05AnIdThatWasGivenOutBeforeLogInDoesNotBecomeTheAgents() {
        WebSession first = inside();
        String id = session(first);
        first.tryLogOut();
        WebSession attacker = new WebSession(server.address());
        attacker.plant("deskbell", id);
        assertThat(attacker.isInside()).isFalse();
        assertThat(session(inside())).isNotEqualTo(id);
    }

    private static String session(WebSession session) {
        return session.cookieList().stream()
                .filter(cookie -> cookie.getName().equals("deskbell"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static WebSession inside() {
        WebSession session = new WebSession(server.address());
        session.logIn(FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD);
        return session;
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "owner@example.com|wrong",
                "owner@example.com|''",
                "''|''",
                "nobody@example.com|correct horse battery staple",
                "owner@example.com|Correct horse battery staple",
                "owner@example.com' or '1'='1|x",
                "owner@example.com|' or '1'='1",
                "*|*",
                "owner@example.com%00|correct horse battery staple",
                "${jndi:ldap://127.0.0.1/x}|x",
                "#{1+1}|x"
            })
    void s06NoBadPasswordGetsIn(String login, String password) {
        WebSession session = new WebSession(server.address());
        HttpResponse<String> answer = session.tryLogIn(login, password);
        assertThat(answer.statusCode()).isIn(200, 401, 422);
        assertThat(session.isInside()).isFalse();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void s06NoOtherDoorTakesAPasswordOrNothing() throws Exception {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((FirstAdministrator.LOGIN + ":" + FirstAdministrator.PASSWORD)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        WebSession session = new WebSession(server.address());
        assertThat(session.get("console/inbox", "Authorization", basic).statusCode())
                .isIn(302, 401, 403);
        assertThat(session.post(
                                "j_security_check",
                                "application/x-www-form-urlencoded",
                                "j_username=" + FirstAdministrator.LOGIN + "&j_password=x")
                        .statusCode())
                .isIn(302, 401, 403, 404);
        assertThat(session.isInside()).isFalse();
        assertThat(session.post("carrier/desk", "application/json", "", "Authorization", basic)
                        .statusCode())
                .isIn(401, 403);
        for (String cookie :
                new String[] {"", "Cookie: deskbell=", "Cookie: deskbell=null", "Authorization: " + basic}) {
            List<String> headers = new ArrayList<>(
                    List.of("Sec-WebSocket-Protocol: deskbell.v1", "Origin: " + RawSocket.origin(server.address())));
            if (!cookie.isEmpty()) {
                headers.add(cookie);
            }
            try (RawSocket socket = RawSocket.upgrade(server.address(), "/desk", headers.toArray(String[]::new))) {
                assertThat(socket.status()).isIn(401, 403);
            }
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @ValueSource(strings = {"cross-site", "same-site"})
    void s32AFormSentByAnotherSiteIsRefused(String fetchSite) {
        WebSession session = inside();
        assertThat(session.post("logout", "application/x-www-form-urlencoded", "", "Sec-Fetch-Site", fetchSite)
                        .statusCode())
                .isEqualTo(403);
        assertThat(session.post("logout", "text/plain", "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(session.post(
                                "console/account",
                                "application/x-www-form-urlencoded",
                                "password=owned-by-evil",
                                "Sec-Fetch-Site",
                                fetchSite)
                        .statusCode())
                .isEqualTo(403);
        assertThat(session.isInside()).isTrue();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void s32AGetChangesNothing() {
        WebSession session = inside();
        assertThat(session.get("logout").statusCode()).isIn(302, 404, 405);
        assertThat(session.isInside()).isTrue();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%2fevil.example",
                "console/..//evil.example",
                "console/inbox@evil.example",
                "\tjavascript:alert(1)",
                "///evil.example",
                "http:evil.example",
                "console//evil.example",
                "%0d%0aLocation:%20https://evil.example"
            })
    void s36TheLogInNeverLeadsToAnotherServer(String next) {
        WebSession session = new WebSession(server.address());
        String encoded = java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<String> page = session.get("login?next=" + encoded);
        org.deskbell.support.Form form = org.deskbell.support.Form.withPassword(page.body(), page.uri());
        HttpResponse<String> answer = session.post(
                form.action().toString(), form.fill(FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(page.uri().resolve(location).getAuthority())
                .isEqualTo(server.address().getAuthority());
        assertThat(location).doesNotContain("evil").startsWith("/").doesNotStartWith("//");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void s31NobodyMayFrameTheConsoleOrTheLogIn() {
        WebSession session = inside();
        for (String page : new String[] {"console/inbox", "console/account", "login?why=out", "console/sites"}) {
            HttpResponse<String> answer =
                    page.startsWith("login") ? new WebSession(server.address()).get(page) : session.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(page)
                    .contains("frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(page)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(page)
                    .contains("no-store");
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @ValueSource(
            strings = {
                "WEB-INF/web.xml",
                "WEB-INF/classes/org/deskbell/staff/Staff.class",
                "META-INF/MANIFEST.MF",
                "web-inf/web.xml",
                "WEB-INF%2fweb.xml",
                "%57EB-INF/web.xml",
                "WEB-INF./web.xml",
                "WEB-INF;/web.xml",
                "widget/..%2fWEB-INF/web.xml",
                ".git/config",
                ".env",
                "backup.zip",
                "h2-console",
                "h2-console/",
                "metrics",
                "health",
                "health/metrics",
                "api/health/ready",
                "openapi",
                "management",
                "asadmin",
                "phpinfo.php",
                "WEB-INF/templates/entrance.xhtml",
                "deskbell.mv.db",
                "jakarta.faces.resource/..%2f..%2fWEB-INF%2fweb.xml",
                "jakarta.faces.resource/web.xml?ln=../WEB-INF",
                "jakarta.faces.resource/web.xml?ln=..%2fWEB-INF",
                "jakarta.faces.resource/web.xml?con=../WEB-INF",
                "jakarta.faces.resource/web.xml?loc=../WEB-INF",
                "jakarta.faces.resource/.xhtml?ln=WEB-INF/templates",
                "jakarta.faces.resource/login.xhtml",
                "widget/",
                "shared/",
                "console/inbox.js.map",
                "META-INF/maven/org.deskbell/deskbell/pom.xml"
            })
    void s35NothingButThePublicFilesIsServed(String path) throws Exception {
        try (RawSocket socket = RawSocket.connect(server.address())) {
            socket.bytes(("GET /" + path + " HTTP/1.1\r\nHost: "
                            + server.address().getAuthority() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            socket.readHead();
            String body = socket.rest();
            // 301: the container's own correction of an address; 500: its refusal of an encoding, before any
            // application.
            assertThat(socket.status()).as(body).isIn(301, 302, 400, 403, 404, 500);
            assertThat(body)
                    .doesNotContain("<ui:")
                    .doesNotContain("<web-app")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @ValueSource(
            strings = {
                "login?jfwid=%3Cscript%3Ealert(1)%3C/script%3E",
                "login?why=%3Cscript%3Ealert(1)%3C/script%3E",
                "login?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "login?primefaces.nonce=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void s33NothingFromTheAddressBecomesMarkup(String path) {
        HttpResponse<String> answer = new WebSession(server.address()).get(path);
        assertThat(answer.body()).doesNotContain("<script>alert(1)");
    }
}
