package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents who have a conversation open are told which colleagues have it before them (D13); visitors are not. */
class ViewersIT {

    private final URI server = ServerUnderTest.shared();
    private ChatClient visitor;
    private DeskClient ben;
    private DeskClient chloe;
    private String conversation;

    @BeforeEach
    void bothHaveItOpen() {
        visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
        conversation = visitor.sayAndWait("who looks at this?").text("conversation");
        ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        chloe = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET);
        ben.follow(conversation);
        chloe.follow(conversation);
    }

    @AfterEach
    void everybodyLeaves() {
        visitor.close();
        ben.close();
        chloe.close();
    }

    @Test
    void whoComesIsSeenAndToldWhoIsHere() {
        view(ben, true);
        Frame first = viewing(chloe, 0, true);
        assertThat(first.child("by").text("name")).isEqualTo("Ben");
        view(chloe, true);
        assertThat(viewing(ben, 0, true).child("by").text("name")).isEqualTo("Chloe");
        int mark = chloe.tape().size();
        view(chloe, false);
        viewing(ben, 0, false);
        view(chloe, true);
        assertThat(viewing(chloe, mark, true).child("by").text("name")).isEqualTo("Ben");

        visitor.sayAndWait("nobody told me");
        assertThat(visitor.tape().all("viewing")).isEmpty();
    }

    @Test
    void whoLeavesOrIsCutOffIsGone() {
        view(ben, true);
        viewing(chloe, 0, true);
        ben.send(Frame.of("leave", "conversation", conversation));
        viewing(chloe, 0, false);
        ben.follow(conversation);
        int mark = chloe.tape().size();
        view(ben, true);
        viewing(chloe, mark, true);
        ben.vanish();
        viewing(chloe, mark, false);
    }

    @Test
    void whoIsStillThereOnAnotherScreenIsNotGone() {
        try (DeskClient phone =
                DeskClient.of(server, ben.session(), Carrier.WEBSOCKET).start()) {
            phone.follow(conversation);
            view(ben, true);
            view(phone, true);
            // Two sockets: what the phone sent has to be there before the other goes.
            phone.follow(conversation);
            view(ben, false);
            ben.follow(conversation);
            int mark = chloe.tape().size();
            view(phone, false);
            viewing(chloe, mark, false);
            assertThat(chloe.tape().all(frame -> frame.is("viewing") && !frame.flag("on")))
                    .hasSize(1);
            assertThat(ben.tape().all("viewing")).isEmpty();
        }
    }

    @Test
    void nobodySeesOrIsSeenInWhatIsNotOpen() {
        DeskClient stranger = chloe;
        stranger.send(Frame.of("leave", "conversation", conversation));
        view(stranger, true);
        Frame refused =
                stranger.tape().await("refused", frame -> frame.is("refused") && "view".equals(frame.text("of")));
        assertThat(refused.text("reason")).isEqualTo("unknown-conversation");
        view(ben, true);
        ben.sayAndWait(conversation, "said after it");
        assertThat(ben.tape().all("viewing")).isEmpty();
        assertThat(stranger.tape().all("viewing")).isEmpty();
    }

    private void view(DeskClient desk, boolean on) {
        desk.send(Frame.of("view", "conversation", conversation, "on", on));
    }

    private Frame viewing(DeskClient desk, int mark, boolean on) {
        return desk.tape()
                .await(
                        mark,
                        "viewing " + on,
                        frame -> frame.is("viewing")
                                && frame.flag("on") == on
                                && conversation.equals(frame.text("conversation")));
    }
}
