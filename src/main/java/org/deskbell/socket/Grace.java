package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.HeldMessage;
import org.deskbell.conversation.HeldMessages;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Side;
import org.deskbell.operations.Steady;
import org.deskbell.presence.AgentPresence;
import org.deskbell.protocol.HeldBack;
import org.deskbell.protocol.TakenBack;
import org.deskbell.routing.Remit;
import org.deskbell.routing.Remits;
import org.deskbell.routing.Switchboard;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.LoggedOut;
import org.deskbell.staff.Staff;

/**
 * Says what agents said when the time is over in which they may take it back, or before, where something of theirs has to come behind it. Every
 * node looks; which one says a message, {@link HeldMessages#claim} decides.
 */
@ApplicationScoped
public class Grace {
    private static final System.Logger LOG = System.getLogger(Grace.class.getName());
    private static final int EVERY_MILLIS = 2_000;
    private static final int SWEEP_MINUTES = 5;
    private static final Duration SPARE = Duration.ofSeconds(60);
    private static final int SPARE_MILLIS = 5;
    private static final int LOOKS = 20;
    private static final int LOOK_MILLIS = 100;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private HeldMessages held;

    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    @Inject
    private Staff staff;

    @Inject
    private Remits remits;

    @Inject
    private AgentPresence presence;

    @Inject
    private Switchboard switchboard;

    @Inject
    private Connections connections;

    @Inject
    private Workers workers;

    /** Until when an agent may have something held, as {@link System#nanoTime} counts; kept long rather than short. */
    private final Map<AgentId, Long> holding = new ConcurrentHashMap<>();

    /** By agent and ref: what the log was given. */
    private final Map<String, HeldMessage> given = new ConcurrentHashMap<>();

    private Rounds rounds;
    private ScheduledFuture<?> ticking;
    private ScheduledFuture<?> sweeping;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        rounds = new Rounds(
                new Errands(workers),
                failure -> LOG.log(Level.WARNING, "What agents may take back is looked after again soon", failure));
        ticking = new Steady(LOG, "What agents may take back is looked after again soon", this::look)
                .every(timer, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        sweeping = new Steady(LOG, "What was said long ago is swept again later", () -> rounds.once(held::sweep))
                .every(timer, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
        sweeping.cancel(false);
    }

    /** Something of his is about to be held: from here on what comes after it waits its turn. */
    void expect(AgentId agent, Duration hold) {
        holding.merge(agent, System.nanoTime() + hold.plus(SPARE).toNanos(), Math::max);
    }

    /** Keeps the message, and tells its agent for how long he may take it back. Asks the store. */
    void hold(AgentDesk desk, Feed feed, Change.Say say, Duration hold) {
        if (conversations.said(desk.agentId(), say.ref()).isPresent()) {
            log.submit(say);
            return;
        }
        String conversation = feed.conversation().publicId();
        try {
            Optional<Duration> left = held.keep(message(desk, feed, say), hold);
            if (left.isEmpty()) {
                desk.connection().send(new TakenBack(conversation, say.ref()));
                return;
            }
            long millis = Math.max(0, left.get().toMillis());
            desk.connection().send(new HeldBack(conversation, say.ref(), (int) ((millis + 999) / 1000)));
            timer.schedule(this::look, millis + SPARE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Refused busy) {
            desk.busy("post", say.ref(), conversation);
        } catch (RuntimeException notNow) {
            LOG.log(Level.WARNING, "A message could not be held now: {0}", notNow.toString());
            desk.connection().send(Frames.refused("post", say.ref(), conversation, Refusal.later("storage", 2)));
        }
    }

    private HeldMessage message(AgentDesk desk, Feed feed, Change.Say say) {
        boolean open = conversations.byId(feed.id()).filter(Conversation::open).isPresent();
        return new HeldMessage(
                desk.agentId(),
                say.by().name(),
                say.ref(),
                feed.id(),
                feed.conversation().visitor(),
                say.text(),
                say.files(),
                say.quote(),
                say.choices(),
                open);
    }

    /** Takes it back, or says that it is too late. Asks the store. */
    void withdraw(AgentDesk desk, Feed feed, String ref) {
        String conversation = feed.conversation().publicId();
        boolean back = held.withdraw(desk.agentId(), feed.id(), ref);
        if (back) desk.connection().send(new TakenBack(conversation, ref));
        else desk.connection().send(Frames.refused("unsend", ref, conversation, Refusal.of("too-late")));
    }

    /** Whether something of his may be held, as far as this node knows. */
    boolean mayHold(AgentId agent) {
        return holding.containsKey(agent);
    }

    /** Has said what this agent holds in this conversation, and does this then. False where there is too much to do. */
    boolean first(AgentId agent, ConversationId conversation, Runnable then) {
        return rounds.once(
                () -> {
                    if (held.hurry(agent, conversation)) say();
                },
                then);
    }

    /** Has everything said that this agent holds, and does this when it is in the log: at once where he holds nothing. */
    void leaves(AgentId agent, Runnable then) {
        boolean waits = mayHold(agent) && rounds.once(() -> sayAll(agent), () -> when(agent, then, LOOKS));
        if (!waits) then.run();
    }

    private void sayAll(AgentId agent) {
        if (held.hurry(agent)) say();
    }

    /** By saying something he may get a conversation, which he leaves then as well. */
    private void when(AgentId agent, Runnable then, int looks) {
        boolean onItsWay =
                given.values().stream().anyMatch(message -> message.agent().equals(agent));
        if (!onItsWay || looks == 0) then.run();
        else timer.schedule(() -> rounds.once(() -> when(agent, then, looks - 1)), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** He said it while he was here. */
    void onLoggedOut(@Observes LoggedOut out) {
        rounds.once(() -> sayAll(out.agent()));
    }

    private void look() {
        long now = System.nanoTime();
        holding.values().removeIf(until -> until - now < 0);
        rounds.regular(this::say);
    }

    private void say() {
        List<HeldMessage> due = held.claim();
        while (!due.isEmpty()) {
            due.forEach(this::say);
            due = held.claim();
        }
    }

    private void say(HeldMessage message) {
        Optional<Agent> by = staff.byId(message.agent()).filter(agent -> !agent.disabled());
        Optional<Remit> remit = by.map(remits::of);
        given.put(key(message), message);
        log.submit(message.said(new Said(message, remit)));
    }

    void onCommitted(@Observes Committed committed) {
        if (given.isEmpty()) return;
        for (Happened happened : committed.news()) {
            Entry entry = happened.entry();
            boolean said = entry.kind() == Kind.POSTED && entry.by().side() == Side.AGENT;
            HeldMessage message = said ? given.remove(entry.by().id() + " " + entry.ref()) : null;
            if (message != null) over(message);
        }
    }

    /** What is not done now, since there is too much to do, is found again when the claim is over. */
    private void over(HeldMessage message) {
        rounds.once(() -> {
            held.done(message);
            // By saying it he may have got a conversation, and he may be gone.
            if (presence.missing(message.agent())) switchboard.gone(message.agent());
        });
    }

    private void refused(HeldMessage message, Refusal refusal) {
        given.remove(key(message));
        if (refusal.retryAfter() != null) {
            rounds.once(() -> held.later(message));
            return;
        }
        rounds.once(() -> {
            held.refused(message);
            conversations.byId(message.conversation()).ifPresent(about -> tell(message, about, refusal));
        });
    }

    private void tell(HeldMessage message, Conversation about, Refusal refusal) {
        for (AgentDesk desk : connections.of(message.agent())) {
            desk.connection().send(Frames.refused("post", message.ref(), about.publicId(), refusal));
        }
    }

    private static String key(HeldMessage message) {
        return message.agent().value() + " " + message.ref();
    }

    /** Nobody's frame waits for it: its agent was told that it is kept. */
    private final class Said implements Reply {
        private final HeldMessage message;
        private final Optional<Remit> remit;

        private Said(HeldMessage message, Optional<Remit> remit) {
            this.message = message;
            this.remit = remit;
        }

        @Override
        public boolean entitled(Conversation locked) {
            return remit.filter(his -> his.covers(locked)).isPresent();
        }

        @Override
        public void repeated(Entry original) {
            given.remove(key(message));
            over(message);
        }

        @Override
        public void refused(Refusal refusal) {
            Grace.this.refused(message, refusal);
        }
    }
}
