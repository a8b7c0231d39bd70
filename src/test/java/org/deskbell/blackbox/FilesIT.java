package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deskbell.attachment.Drawn;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files both ways: B11, and what of them is refused. */
class FilesIT {
    private static final byte[] PDF = ("%PDF-1.7\n" + "a page\n".repeat(40_000)).getBytes(StandardCharsets.US_ASCII);

    private final URI server = ServerUnderTest.shared();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void aPictureReachesTheAgentWithATextOrWithout() {
        ChatClient visitor = visitor();
        byte[] picture = Drawn.picture("png", 900, 600);
        Frame told = files(visitor).told("my pot.png", picture);
        assertThat(told.text("id")).hasSizeGreaterThanOrEqualTo(22).matches("[A-Za-z0-9_-]+");
        assertThat(told.number("size")).isEqualTo(picture.length);
        Frame posted = say(visitor, "", told);
        DeskClient agent = agent();
        String conversation = posted.text("conversation");
        agent.follow(conversation);
        Frame entry = agent.transcript(conversation).entries().stream()
                .filter(each -> each.has("files"))
                .findFirst()
                .orElseThrow();
        Frame file = entry.children("files").get(0);
        assertThat(entry.text("text")).isEmpty();
        assertThat(file.text("name")).isEqualTo("my pot.png");
        assertThat(file.text("type")).isEqualTo("image/png");
        assertThat(file.number("width")).isEqualTo(900);
        assertThat(agent.awaitSummary(conversation).child("last").text("text")).isEqualTo("📎 my pot.png");

        FileCarrier desk = FileCarrier.of(server, agent.session(), conversation);
        HttpResponse<byte[]> original = desk.fetch(file.text("id"));
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.body()).isEqualTo(picture);
        assertThat(header(original, "content-disposition"))
                .isEqualTo("attachment; filename=\"my pot.png\"; filename*=UTF-8''my%20pot.png");
        HttpResponse<byte[]> thumbnail = desk.fetch(file.text("id") + "/thumbnail");
        assertThat(Drawn.read(thumbnail.body()).getWidth()).isEqualTo(480);
        assertThat(Drawn.read(desk.fetch(file.text("id") + "/view").body()).getWidth())
                .isEqualTo(900);
        for (HttpResponse<byte[]> answer : List.of(original, thumbnail)) {
            assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(answer, "content-security-policy")).startsWith("sandbox; default-src 'none'");
            assertThat(header(answer, "cache-control")).isEqualTo("private, no-store");
            assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void aDocumentOfAnAgentIsDownloadedByItsVisitor() {
        ChatClient visitor = visitor();
        String conversation = visitor.sayAndWait("may I have the invoice?").text("conversation");
        DeskClient agent = agent();
        agent.follow(conversation);
        Frame told = FileCarrier.of(server, agent.session(), conversation).told("invoice.pdf", PDF);
        assertThat(told.has("width")).isFalse();
        int mark = visitor.tape().size();
        agent.send(post("Here it is", told).with("conversation", conversation));
        Frame posted = visitor.tape().await(mark, "posted with a file", frame -> frame.has("files"));
        assertThat(posted.children("files").get(0).text("type")).isEqualTo("application/pdf");
        HttpResponse<byte[]> got = files(visitor).fetch(told.text("id"));
        assertThat(got.body()).isEqualTo(PDF);
        assertThat(files(visitor).fetch(told.text("id") + "/thumbnail").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRepeatIsAnsweredWithTheOriginalAndAFileBelongsToOneMessage() {
        ChatClient visitor = visitor();
        Frame told = files(visitor).told("note.txt", "once".getBytes(StandardCharsets.UTF_8));
        Frame post = post("look", told);
        visitor.send(post);
        Frame first = visitor.tape().await("posted", frame -> frame.is("posted") && frame.has("files"));
        int mark = visitor.tape().size();
        visitor.send(post);
        Frame again = visitor.tape().await(mark, "posted");
        assertThat(again.number("seq")).isEqualTo(first.number("seq"));
        assertThat(again.children("files").get(0).text("id")).isEqualTo(told.text("id"));
        assertThat(refusal(visitor, post("again", told))).isEqualTo("unknown-file");
        ChatClient tab = visitor.tab(server);
        open.add(tab);
        tab.start();
        tab.awaitText("look");
        assertThat(tab.transcript().entries().stream().filter(each -> each.has("files")))
                .hasSize(1);
    }

    @Test
    void aFirstMessageWhoseFileIsRefusedBeginsNothing() {
        Frame his = files(visitor()).told("secret.txt", "mine".getBytes(StandardCharsets.UTF_8));
        ChatClient newcomer = visitor();
        assertThat(refusal(newcomer, post("look", his))).isEqualTo("unknown-file");
        ChatClient tab = newcomer.tab(server);
        open.add(tab);
        assertThat(tab.start().conversation()).isNull();
        newcomer.sayAndWait("without it");
        assertThat(newcomer.transcript().texts()).contains("without it").doesNotContain("look");
    }

    @Test
    void whatSomebodyElseHasUploadedCannotBeSaid() {
        ChatClient owner = visitor();
        ChatClient thief = visitor();
        Frame his = files(owner).told("secret.txt", "mine".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(thief, post("look", his))).isEqualTo("unknown-file");
        DeskClient agent = agent();
        String conversation = owner.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        int mark = agent.tape().size();
        agent.send(post("look", his).with("conversation", conversation));
        assertThat(agent.tape().await(mark, "refused").text("reason")).isEqualTo("unknown-file");
        say(owner, "still mine", his);
    }

    @Test
    void whatIsTooLargeEmptyOrOfAnotherKindIsRefusedWithWhatToDo() {
        FileCarrier files = files(visitor());
        byte[] large = Arrays.copyOf(PDF, 10 * 1_048_576 + 1);
        refused(
                files.bring(
                        "large.pdf",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))),
                413,
                "too-large");
        refused(files.bring("empty.txt", new byte[0]), 400, "empty");
        refused(files.bring("photo.png", "MZ\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1)), 415, "bad-type");
        refused(files.bring("logo.svg", "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII)), 415, "bad-type");
        refused(files.bring("huge.jpg", Drawn.claiming(64_250, 64_250)), 415, "too-many-pixels");
    }

    @Test
    void anotherSitesPageCannotMakeAnAgentsBrowserUpload() {
        ChatClient visitor = visitor();
        String conversation = visitor.sayAndWait("hello").text("conversation");
        FileCarrier desk = FileCarrier.of(server, agent().session(), conversation);
        byte[] text = "forged".getBytes(StandardCharsets.US_ASCII);
        assertThat(desk.bring("a.txt", text, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(desk.bring("a.txt", text, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(desk.bring("a.txt", text).statusCode()).isEqualTo(201);
    }

    @Test
    void whoIsForgottenLeavesNoFiles() {
        ChatClient visitor = visitor();
        Frame told = files(visitor).told("passport of lin.png", Drawn.picture("png", 64, 64));
        String conversation = say(visitor, "my passport", told).text("conversation");
        DeskClient agent = agent();
        agent.follow(conversation);
        FileCarrier desk = FileCarrier.of(server, agent.session(), conversation);
        assertThat(desk.fetch(told.text("id")).statusCode()).isEqualTo(200);
        visitor.doNotReconnect();
        visitor.send(Frame.of("forget", "ref", ChatClient.ref()));
        Await.until("it is gone", () -> desk.fetch(told.text("id")).statusCode() == 404);
        assertThat(desk.fetch(told.text("id") + "/view").statusCode()).isEqualTo(404);
        DeskClient later = agent();
        later.follow(conversation);
        Frame entry = later.transcript(conversation).entries().stream()
                .filter(each -> each.has("files"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.text("text")).isEqualTo("my passport");
        assertThat(entry.children("files")).isEmpty();
    }

    /** S27: what a file is called means nothing to anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>.txt",
                "a\"; filename=evil.html; x=\".txt",
                "a\r\nSet-Cookie: stolen=1.txt",
                "../../../../etc/passwd",
                "shell.jsp",
                "a\u0000.html",
                "cod.\u202etxt.exe",
                "CON",
                ".htaccess",
                "😀.txt"
            })
    void namesDoNoHarm(String name) {
        ChatClient visitor = visitor();
        Frame told = files(visitor).told(name, "hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(told.text("name")).endsWith(".txt").doesNotContain("/", "\\", "\"", "<", "\r", "\n", "\u202e");
        HttpResponse<byte[]> got = files(visitor).fetch(told.text("id"));
        assertThat(got.headers().firstValue("set-cookie").orElse("")).doesNotContain("stolen");
        assertThat(header(got, "content-disposition"))
                .matches("attachment; filename=\"[^\"\\\\]*\"; filename\\*=UTF-8''[A-Za-z0-9._~%()!-]*");
    }

    private static void refused(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        Frame problem = FileCarrier.json(answer);
        assertThat(problem.text("reason")).isEqualTo(reason);
        assertThat(problem.text("detail")).isNotBlank();
    }

    private static String refusal(ChatClient client, Frame post) {
        int mark = client.tape().size();
        client.send(post);
        return client.tape().await(mark, "refused").text("reason");
    }

    private static Frame say(ChatClient visitor, String text, Frame told) {
        return visitor.sendAndWait(post(text, told), "posted");
    }

    private static Frame post(String text, Frame... told) {
        JsonArray ids = Json.createArrayBuilder(
                        Arrays.stream(told).map(each -> each.text("id")).toList())
                .build();
        return Frame.of("post", "ref", ChatClient.ref(), "text", text, "files", ids);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private FileCarrier files(ChatClient visitor) {
        return FileCarrier.of(server, Demo.SITE, visitor);
    }

    private ChatClient visitor() {
        ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
        open.add(visitor);
        return visitor;
    }

    private DeskClient agent() {
        DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        open.add(agent);
        return agent;
    }
}
