package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** S16: somebody asks for a file that is not for him. He is told the same as where there is none. */
class S16ForeignFilesIT {
    private static final byte[] SECRET = "the secret".getBytes(StandardCharsets.US_ASCII);

    private final URI server = ServerUnderTest.shared();

    @Test
    void nobodyButThoseItIsForGetsAFile() {
        try (ChatClient owner = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                ChatClient thief = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient other = DeskClient.open(server, Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = owner.sayAndWait("hello").text("conversation");
            thief.sayAndWait("hello too");
            FileCarrier his = FileCarrier.of(server, Demo.SITE, owner);
            Frame unsaid = his.told("unsaid.txt", SECRET);
            FileCarrier desk = FileCarrier.of(server, agent.session(), conversation);
            Frame draft = desk.told("draft.txt", SECRET);
            byte[] nothing = his.fetch("AAAAAAAAAAAAAAAAAAAAAAAA").body();

            // Nobody sees what was uploaded and not said, but who uploaded it.
            assertThat(his.fetch(unsaid.text("id")).body()).isEqualTo(SECRET);
            assertThat(desk.fetch(draft.text("id")).body()).isEqualTo(SECRET);
            closed(nothing, unsaid, desk, FileCarrier.of(server, Demo.SITE, thief));
            closed(nothing, draft, his, FileCarrier.of(server, other.session(), conversation));

            String ref = ChatClient.ref();
            owner.send(Frame.of("post", "ref", ref, "text", "").with("files", ids(unsaid)));
            owner.tape().await("posted", frame -> ref.equals(frame.text("ref")));
            assertThat(desk.fetch(unsaid.text("id")).body()).isEqualTo(SECRET);
            closed(
                    nothing,
                    unsaid,
                    FileCarrier.nobody(server),
                    FileCarrier.of(server, Demo.SITE, thief),
                    FileCarrier.visitor(server, Demo.SITE, "a".repeat(43)),
                    FileCarrier.visitor(server, "no-such-site", owner.token()));
            for (String path :
                    new String[] {"", "1", "../web.xml", unsaid.text("id") + "/view/x", unsaid.text("id") + "x"}) {
                assertThat(his.fetch(path).statusCode()).as(path).isIn(404, 400, 405);
            }
        }
    }

    @Test
    void nothingIsTakenFromWhoIsNobody() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("hello");
            Stream.of(
                            FileCarrier.nobody(server),
                            FileCarrier.visitor(server, Demo.SITE, "a".repeat(43)),
                            FileCarrier.visitor(server, "no-such-site", visitor.token()),
                            FileCarrier.of(server, agent.session(), "c-no-such-conversation"))
                    .forEach(files -> assertThat(files.bring("a.txt", SECRET).statusCode())
                            .isEqualTo(404));
        }
    }

    private static jakarta.json.JsonArray ids(Frame told) {
        return jakarta.json.Json.createArrayBuilder().add(told.text("id")).build();
    }

    private static void closed(byte[] nothing, Frame file, FileCarrier... strangers) {
        for (FileCarrier stranger : strangers) {
            HttpResponse<byte[]> answer = stranger.fetch(file.text("id"));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing);
        }
    }
}
