package org.deskbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.deskbell.settings.Refused;
import org.deskbell.support.InServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agents in the real database, in the real server. */
@ExtendWith(ArquillianExtension.class)
class StaffIT {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    private Staff staff;

    @Inject
    private LogIns logIns;

    @Inject
    private Invitations invitations;

    @Inject
    private SetupLink setupLink;

    @Deployment
    static WebArchive deskbell() {
        return InServer.deskbell();
    }

    @Test
    void aNewAgentIsFoundByLoginHoweverItIsTyped() {
        String login = "Ada-" + UUID.randomUUID();
        Agent added = staff.add("  " + login + " ", " Ada ", Role.AGENT, PASSWORD);

        assertThat(staff.byLogin(login.toUpperCase())).contains(added);
        assertThat(staff.byId(added.id())).contains(added);
        assertThat(added.name()).isEqualTo("Ada");
        assertThat(added.invited()).isFalse();
    }

    @Test
    void twoAgentsCannotHaveTheSameLogin() {
        Agent first = agent(Role.AGENT);

        assertThatThrownBy(() -> staff.add(first.login().toUpperCase(), "Somebody", Role.AGENT, PASSWORD))
                .isInstanceOf(Refused.class)
                .hasMessage("login-taken");
    }

    @Test
    void poorPasswordsAreRefused() {
        assertThatThrownBy(() -> staff.add(login(), "A", Role.AGENT, "short")).hasMessage("short-password");
        assertThatThrownBy(() -> staff.add(login(), "A", Role.AGENT, "a".repeat(40)))
                .hasMessage("weak-password");
        assertThatThrownBy(() -> staff.add(login(), "A", Role.AGENT, "ab c".repeat(100)))
                .hasMessage("long-password");
        assertThatThrownBy(() -> staff.add(login(), " ", Role.AGENT, PASSWORD)).hasMessage("bad-name");
        assertThatThrownBy(() -> staff.add("with space", "A", Role.AGENT, PASSWORD))
                .hasMessage("bad-login");
    }

    @Test
    void changingWhatAnAgentMayDoEndsHisSessions() {
        agent(Role.ADMINISTRATOR);
        Agent agent = agent(Role.AGENT);
        LoggedIn session = as(agent);
        assertThat(staff.current(session)).isPresent();

        staff.changeRole(agent.id(), Role.ADMINISTRATOR);
        assertThat(staff.current(session)).isEmpty();

        LoggedIn next = as(now(agent));
        staff.disable(agent.id());
        assertThat(staff.current(next)).isEmpty();

        staff.enable(agent.id());
        assertThat(staff.current(next)).as("an old session does not come back").isEmpty();
        assertThat(staff.current(as(now(agent)))).isPresent();
    }

    @Test
    void anotherNameOrStatusEndsNothing() {
        Agent agent = agent(Role.AGENT);
        LoggedIn session = as(agent);

        staff.rename(agent.id(), "Another name");
        staff.chooseStatus(agent.id(), "away");

        assertThat(staff.current(session))
                .get()
                .extracting(Agent::name, Agent::status)
                .containsExactly("Another name", "away");
        assertThatThrownBy(() -> staff.chooseStatus(agent.id(), "asleep")).hasMessage("bad-status");
    }

    @Test
    void theLastAdministratorStays() {
        Agent kept = agent(Role.ADMINISTRATOR);
        onlyAdministrator(kept);

        assertThatThrownBy(() -> staff.disable(kept.id())).hasMessage("last-administrator");
        assertThatThrownBy(() -> staff.changeRole(kept.id(), Role.AGENT)).hasMessage("last-administrator");
        assertThat(now(kept).administrator()).isTrue();
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays() {
        Agent one = agent(Role.ADMINISTRATOR);
        onlyAdministrator(one);
        Agent other = agent(Role.ADMINISTRATOR);

        Stream.of(one, other)
                .map(agent -> CompletableFuture.runAsync(() -> staff.disable(agent.id())))
                .toList()
                .forEach(task -> task.exceptionally(refused -> null).join());

        assertThat(Stream.of(now(one), now(other)).filter(agent -> !agent.disabled()))
                .hasSize(1);
    }

    @Test
    void anInvitationWorksOnce() {
        Invitation invitation = invitations.invite(login(), "New here", Role.AGENT);
        assertThat(invitation.agent().invited()).isTrue();
        assertThat(invitations.find(invitation.token())).isPresent();

        Agent accepted = invitations.accept(invitation.token(), "Noa", PASSWORD);

        assertThat(accepted.name()).isEqualTo("Noa");
        assertThat(accepted.invited()).isFalse();
        assertThat(invitations.find(invitation.token())).isEmpty();
        assertThatThrownBy(() -> invitations.accept(invitation.token(), "Eve", PASSWORD))
                .hasMessage("dead-link");
    }

    @Test
    void aNewerInvitationReplacesTheOlder() {
        Invitation older = invitations.invite(login(), "New here", Role.AGENT);
        Invitation newer = invitations.again(older.agent().id());

        assertThat(invitations.find(older.token())).isEmpty();
        assertThat(invitations.find(newer.token())).isPresent();
    }

    @Test
    void whoeverIsDisabledCannotUseHisInvitation() {
        agent(Role.ADMINISTRATOR);
        Invitation invitation = invitations.invite(login(), "New here", Role.AGENT);
        staff.disable(invitation.agent().id());

        assertThat(invitations.find(invitation.token())).isEmpty();
    }

    @Test
    void ownPasswordIsChangedOnlyByWhoKnowsIt() {
        Agent agent = agent(Role.AGENT);
        LoggedIn session = as(agent);

        assertThatThrownBy(() -> staff.changePassword(agent.id(), "guess", "another good one"))
                .hasMessage("wrong-password");
        assertThat(staff.current(session)).isPresent();

        Agent changed = staff.changePassword(agent.id(), PASSWORD, "another good one");
        assertThat(staff.current(session)).isEmpty();
        assertThat(staff.current(as(changed))).isPresent();
    }

    @Test
    void noSetUpLinkWorksOnceThereIsAnAgent() {
        agent(Role.AGENT);

        assertThat(setupLink.good("anything")).isFalse();
        assertThat(setupLink.good(null)).isFalse();
        assertThatThrownBy(() -> setupLink.use("anything", login(), "Eve", PASSWORD))
                .hasMessage("dead-link");
    }

    private Agent now(Agent agent) {
        return staff.byId(agent.id()).orElseThrow();
    }

    private Agent agent(Role role) {
        return staff.add(login(), "Somebody", role, PASSWORD);
    }

    private void onlyAdministrator(Agent kept) {
        staff.all().stream()
                .filter(agent -> agent.administrator()
                        && !agent.disabled()
                        && !agent.id().equals(kept.id()))
                .forEach(agent -> staff.disable(agent.id()));
    }

    private static String login() {
        return "agent-" + UUID.randomUUID();
    }

    @Test
    void aLogInIsOpenUntilItIsClosed() {
        Agent agent = agent(Role.AGENT);
        String secret = logIns.open(agent);

        LoggedIn found = logIns.find(secret).orElseThrow();
        assertThat(staff.current(found)).isPresent();
        assertThat(found.key()).isNotEqualTo(secret);

        logIns.close(found.key());
        assertThat(logIns.find(secret)).isEmpty();
        assertThat(logIns.isOpen(found.key())).isFalse();
        assertThat(logIns.find("somebody's guess")).isEmpty();
    }

    @Test
    void aLogInOfBeforeAChangeOfPasswordIsOver() {
        Agent agent = agent(Role.AGENT);
        LoggedIn before = logIns.find(logIns.open(agent)).orElseThrow();

        staff.changePassword(agent.id(), PASSWORD, "another good one");

        assertThat(staff.current(before)).isEmpty();
    }

    private LoggedIn as(Agent agent) {
        return logIns.find(logIns.open(agent)).orElseThrow();
    }
}
