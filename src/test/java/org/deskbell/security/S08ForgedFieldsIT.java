package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S08 and S15: a client says what only the server may say. The frame is refused and nothing of it reaches anybody. */
class S08ForgedFieldsIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by",
                "from",
                "role",
                "seq",
                "at",
                "conversation",
                "id",
                "visitor",
                "verified",
                "status",
                "agentId",
                "__proto__",
                "hash"
            })
    void aPostWithAForgedMemberIsRefused(String member) {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            String forged = "forged " + UUID.randomUUID();
            int mark = visitor.tape().size();

            visitor.send(
                    Frame.of("post", "ref", ChatClient.ref(), "text", forged).with(member, "agent"));

            assertThat(visitor.tape().await(mark, "refused").text("reason")).isEqualTo("malformed");
            visitor.sayAndWait("after");
            agent.awaitText(conversation, "after");
            assertThat(agent.transcript(conversation).texts()).doesNotContain(forged);
        }
    }

    @ParameterizedTest
    @CsvSource({"verified,true", "visitor,1", "externalId,boss", "epoch2,x", "role,agent"})
    void aHelloWithAForgedMemberIsRefused(String member, String value) {
        try (ChatClient visitor =
                ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET).saying(hello -> hello.with(member, value))) {
            visitor.doNotReconnect();
            visitor.connect();
            assertThat(visitor.tape().await("refused").text("reason")).isEqualTo("malformed");
            assertThat(visitor.tape().all("welcome")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open", "claim", "release", "close", "leave", "list", "status", "posted", "welcome", "opened", "inbox",
                "closed", "live"
            })
    void whatAgentsAndServersSayIsUnknownFromAVisitor(String type) {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("hello");
            int mark = visitor.tape().size();
            visitor.send(Frame.of(type, "conversation", visitor.conversation(), "ref", ChatClient.ref()));
            assertThat(visitor.tape().await(mark, "refused").text("reason")).isEqualTo("unknown-type");
        }
    }
}
