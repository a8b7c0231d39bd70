package org.deskbell.socket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.deskbell.attachment.Policy;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Box;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Labelling;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Remark;
import org.deskbell.conversation.Reply;
import org.deskbell.label.Label;
import org.deskbell.label.LabelId;
import org.deskbell.protocol.AgentHello;
import org.deskbell.protocol.AgentWelcome;
import org.deskbell.protocol.Ask;
import org.deskbell.protocol.Assist;
import org.deskbell.protocol.Before;
import org.deskbell.protocol.Begin;
import org.deskbell.protocol.Called;
import org.deskbell.protocol.Claim;
import org.deskbell.protocol.Close;
import org.deskbell.protocol.Colleague;
import org.deskbell.protocol.Decoder;
import org.deskbell.protocol.Earlier;
import org.deskbell.protocol.EarlierOf;
import org.deskbell.protocol.Edit;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.EntryFrame;
import org.deskbell.protocol.FromAgent;
import org.deskbell.protocol.Heed;
import org.deskbell.protocol.Inbox;
import org.deskbell.protocol.Join;
import org.deskbell.protocol.Keep;
import org.deskbell.protocol.Leave;
import org.deskbell.protocol.ListBox;
import org.deskbell.protocol.Listed;
import org.deskbell.protocol.Mark;
import org.deskbell.protocol.Note;
import org.deskbell.protocol.Older;
import org.deskbell.protocol.Open;
import org.deskbell.protocol.Opened;
import org.deskbell.protocol.Parting;
import org.deskbell.protocol.PartingNow;
import org.deskbell.protocol.Ping;
import org.deskbell.protocol.Pong;
import org.deskbell.protocol.Post;
import org.deskbell.protocol.Prefer;
import org.deskbell.protocol.Propose;
import org.deskbell.protocol.PutLabel;
import org.deskbell.protocol.Refused;
import org.deskbell.protocol.Release;
import org.deskbell.protocol.Remove;
import org.deskbell.protocol.Snooze;
import org.deskbell.protocol.Status;
import org.deskbell.protocol.StatusNow;
import org.deskbell.protocol.Stop;
import org.deskbell.protocol.Transfer;
import org.deskbell.protocol.Typing;
import org.deskbell.protocol.TypingNow;
import org.deskbell.protocol.Unsend;
import org.deskbell.protocol.View;
import org.deskbell.protocol.Wake;
import org.deskbell.protocol.Watch;
import org.deskbell.routing.Fate;
import org.deskbell.routing.Remit;
import org.deskbell.settings.Setting;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/** Serves one console of an agent: turns his frames into calls, and what happens into frames. */
final class AgentDesk implements Desk, FromAgent.Handler {
    private static final int PAGE = 50;
    private static final int MOST_FOLLOWED = 200;

    private final Connection connection;
    private final Rooms rooms;
    private final String logIn;
    private final int stamp;
    private final Intake<FromAgent> intake;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final Sight sight;
    private volatile Agent agent;
    private boolean greeted;
    private boolean arrived;

    /** @param logIn the key of the log-in by which he is here */
    AgentDesk(Connection connection, Rooms rooms, Agent agent, String logIn) {
        this.connection = connection;
        this.rooms = rooms;
        this.agent = agent;
        // What he may see is looked up before he is welcomed.
        sight = new Sight(new Remit(Set.of()), this::lost, connection::send);
        stamp = agent.stamp();
        this.logIn = logIn;
        int ease = rooms.settings().number(Setting.RATE_EASE);
        intake = new Intake<>(
                connection, Decoder::agent, frame -> frame.accept(this), ease * 4, AssistRate.ofAgent(ease));
    }

    @Override
    public String kind() {
        return "agent";
    }

    @Override
    public void message(String text) {
        intake.take(text);
    }

    @Override
    public void flooded() {
        rooms.doorman().flooded(agent.id());
    }

    Connection connection() {
        return connection;
    }

    String logIn() {
        return logIn;
    }

    /** Whether he may still be here: logged in, and by no change of what he may do since. */
    boolean entitled() {
        return rooms.staff().stillIn(agent.id(), stamp, logIn);
    }

    Sight sight() {
        return sight;
    }

    /** He may be in other departments now: what he sees from here on is what he may see. */
    void lookAgain() {
        connection.errand(() -> {
            if (!sight.becomes(rooms.remits().of(agent))) return;
            for (Feed feed : feeds.values())
                rooms.conversations().byId(feed.id()).ifPresent(feed::stays);
            tellWhole();
            rooms.lookerFeed().again(this);
        });
    }

    private void tellWhole() {
        Inbox whole = rooms.inbox().whole(rooms.whereabouts().house(), sight.remit());
        sight.whole(Encoder.encode(whole));
    }

    private void lost(Feed feed) {
        feeds.remove(feed.conversation().publicId(), feed);
        rooms.connections().unfollow(feed);
    }

    @Override
    public synchronized void gone() {
        feeds.values().forEach(this::drop);
        feeds.clear();
        rooms.lookerFeed().end(this);
        if (!arrived) return;
        arrived = false;
        rooms.connections().remove(agent.id(), this);
        rooms.agentPresence().left(agent.id(), connection.endedForGood());
    }

    @Override
    public void tick(long now) {
        for (Feed feed : feeds.values()) {
            feed.tick(now);
            if (feed.looksAgainNow(agent.id(), now)) look(feed);
        }
    }

    @Override
    public void hello(AgentHello hello) {
        if (greeted) {
            refuse("hello", null, null, "already");
            return;
        }
        greeted = true;
        connection.greeted();
        errand("hello", null, null, this::welcome);
    }

    private void welcome() {
        sight.becomes(rooms.remits().of(agent));
        arrive();
        rooms.agentPresence().enter(agent.id());
        // Asked after it can be found: whatever ends his log-in from here on finds this desk.
        if (!entitled()) {
            connection.close(CloseCodes.POLICY, "logged out");
            return;
        }
        // Ready first: the answer to the welcome may be quicker than the next line.
        connection.ready();
        Colleague me = new Colleague(id(), agent.name(), agent.status());
        connection.send(new AgentWelcome(
                me,
                agent.role().word(),
                rooms.store().epoch(),
                rooms.preferring().of(agent.id()),
                rooms.seats().capacityOf(agent.id())));
        tellWhole();
        rooms.answers().begin(this);
    }

    private synchronized void arrive() {
        if (connection.isOver()) return;
        arrived = true;
        rooms.connections().add(agent.id(), this);
        rooms.agentPresence().arrived(agent.id());
    }

    @Override
    public void open(Open open) {
        if (notReady("open", null)) return;
        errand("open", null, open.conversation(), () -> follow(open));
    }

    private void follow(Open open) {
        Conversation found = rooms.conversations()
                .byPublicId(open.conversation())
                .filter(sight::covers)
                .orElse(null);
        if (found == null || feeds.size() >= MOST_FOLLOWED) {
            refuse("open", null, open.conversation(), found == null ? "unknown-conversation" : "busy");
            return;
        }
        Feed before = feeds.remove(open.conversation());
        if (before != null) rooms.connections().unfollow(before);
        Resume resume = Resume.of(found, open.conversation(), open.after());
        Feed feed = new Feed(
                connection,
                Reader.AGENT,
                found,
                rooms.conversations()::after,
                rooms.assistance(),
                sight,
                resume.first() - 1);
        if (before != null && before.isViewed()) feed.viewed(true);
        // Follow first and read then: news of the time between is caught by the feed.
        feeds.put(open.conversation(), feed);
        rooms.connections().follow(feed);
        // It may have been handed on between the look and the following.
        if (!rooms.conversations().byId(feed.id()).filter(feed::stays).isPresent()) return;
        long turn;
        Opened opened;
        do {
            turn = rooms.whereabouts().turn();
            opened = new Opened(
                    rooms.cards().summaries(List.of(found)).get(0),
                    rooms.cards().of(found, sight::covers),
                    resume.resumed(),
                    resume.first(),
                    resume.last(),
                    files(found));
        } while (!feed.tell(turn, opened));
        feed.catchUp();
        if (connection.isOver()) gone();
    }

    /** What the site takes; null where it takes none. */
    private Opened.Files files(Conversation conversation) {
        Policy policy = rooms.policies().of(conversation.site());
        return policy.enabled() ? new Opened.Files(policy.bytes(), policy.together()) : null;
    }

    @Override
    public void leave(Leave leave) {
        Feed feed = feeds.remove(leave.conversation());
        if (feed != null) drop(feed);
    }

    private void drop(Feed feed) {
        rooms.connections().unfollow(feed);
        if (feed.isViewed()) rooms.viewers().views(feed, me(), false);
    }

    @Override
    public void post(Post post) {
        followed("post", post.ref(), post.conversation(), feed -> {
            Change.Say say = new Change.Say(
                    feed.id(),
                    null,
                    me(),
                    post.ref(),
                    post.text(),
                    post.files(),
                    post.quote(),
                    post.choices(),
                    false,
                    answer(feed, "post", post.ref()));
            if (post.hold() == 0)
                behindHeld("post", post.ref(), feed, () -> rooms.log().submit(say));
            else hold(feed, post, say);
        });
    }

    private void hold(Feed feed, Post post, Change.Say say) {
        Duration hold = Duration.ofSeconds(post.hold());
        rooms.grace().expect(agent.id(), hold);
        errand("post", post.ref(), post.conversation(), () -> rooms.grace().hold(this, feed, say, hold));
    }

    @Override
    public void unsend(Unsend unsend) {
        followed(
                "unsend",
                unsend.ref(),
                unsend.conversation(),
                feed -> errand("unsend", unsend.ref(), unsend.conversation(), () -> rooms.grace()
                        .withdraw(this, feed, unsend.ref())));
    }

    /** What he has said and may still take back is said before this is done. */
    private void behindHeld(String of, String ref, Feed feed, Runnable then) {
        if (!rooms.grace().mayHold(agent.id())) {
            then.run();
            return;
        }
        String conversation = feed.conversation().publicId();
        // An errand, as keeping it is: behind what is still to be kept.
        errand(of, ref, conversation, () -> {
            if (!rooms.grace().first(agent.id(), feed.id(), then)) busy(of, ref, conversation);
        });
    }

    @Override
    public void typing(Typing typing) {
        followed("typing", null, typing.conversation(), feed -> {
            String conversation = typing.conversation();
            String frame = Encoder.encode(new TypingNow(conversation, Frames.by(me(), null), typing.on()));
            rooms.typing().ofAgent(feed, frame);
        });
    }

    @Override
    public void view(View view) {
        followed("view", null, view.conversation(), feed -> {
            rooms.viewers().views(feed, me(), view.on());
            if (view.on() && feed.isOffered(agent.id())) look(feed);
        });
    }

    private void look(Feed feed) {
        rooms.log().submit(new Change.Look(feed.id(), me(), new Looked(feed)));
    }

    @Override
    public void mark(Mark mark) {
        followed("mark", null, mark.conversation(), feed -> rooms.log()
                .submit(new Change.Mark(feed.id(), me(), mark.delivered(), mark.seen())));
    }

    @Override
    public void before(Before before) {
        followed(
                "before",
                null,
                before.conversation(),
                feed -> errand("before", null, before.conversation(), () -> {
                    List<EntryFrame> entries =
                            rooms.conversations().before(feed.id(), before.seq(), before.limit()).stream()
                                    .map(entry -> Frames.entry(entry, feed.conversation(), Reader.AGENT))
                                    .toList();
                    connection.send(new Older(before.conversation(), entries, 1));
                }));
    }

    @Override
    public void earlier(Earlier earlier) {
        followed(
                "earlier",
                null,
                earlier.conversation(),
                feed -> errand("earlier", null, earlier.conversation(), () -> earlier(feed.conversation(), earlier)));
    }

    private void earlier(Conversation of, Earlier earlier) {
        Conversation before = earlier.before() == null
                ? null
                : rooms.conversations()
                        .byPublicId(earlier.before())
                        .filter(found -> found.visitor().equals(of.visitor()) && sight.covers(found))
                        .orElse(null);
        if (before == null && earlier.before() != null) {
            refuse("earlier", null, earlier.conversation(), "unknown-conversation");
            return;
        }
        Cards.Past past = rooms.cards().past(of, before, sight::covers);
        connection.send(new EarlierOf(of.publicId(), earlier.before(), past.items(), past.more()));
    }

    @Override
    public void claim(Claim claim) {
        followed("claim", claim.ref(), claim.conversation(), feed -> {
            Answer answer = answer(feed, "claim", claim.ref());
            if (claim.from() == null) rooms.switchboard().claim(feed.id(), agent, claim.ref(), answer);
            else errand("claim", claim.ref(), claim.conversation(), () -> takeOver(feed, claim, answer));
        });
    }

    private void takeOver(Feed feed, Claim claim, Answer answer) {
        try {
            AgentId from = new AgentId(Long.parseLong(claim.from()));
            rooms.transfers().takeOver(feed.id(), from, agent, claim.ref(), answer);
        } catch (org.deskbell.settings.Refused no) {
            answer.refused(Refusal.of(no.reason()));
        }
    }

    @Override
    public void join(Join join) {
        followed("join", join.ref(), join.conversation(), feed -> {
            Change change = new Change.Join(feed.id(), me(), join.ref(), join.on(), answer(feed, "join", join.ref()));
            behindHeld("join", join.ref(), feed, () -> rooms.log().submit(change));
        });
    }

    @Override
    public void release(Release release) {
        followed("release", release.ref(), release.conversation(), feed -> {
            Answer answer = answer(feed, "release", release.ref());
            behindHeld("release", release.ref(), feed, () -> rooms.switchboard()
                    .release(feed.id(), agent, release.ref(), answer));
        });
    }

    @Override
    public void transfer(Transfer transfer) {
        followed("transfer", transfer.ref(), transfer.conversation(), feed -> {
            Answer answer = answer(feed, "transfer", transfer.ref());
            behindHeld(
                    "transfer",
                    transfer.ref(),
                    feed,
                    () -> errand(
                            "transfer", transfer.ref(), transfer.conversation(), () -> handOn(feed, transfer, answer)));
        });
    }

    private void handOn(Feed feed, Transfer transfer, Answer answer) {
        try {
            if (transfer.agent() != null) {
                AgentId to = new AgentId(Long.parseLong(transfer.agent()));
                rooms.transfers().toAgent(feed.id(), to, agent, transfer.ref(), answer);
            } else {
                long to = Long.parseLong(transfer.department());
                rooms.transfers().toDepartment(feed.id(), to, agent, transfer.ref(), answer);
            }
        } catch (org.deskbell.settings.Refused no) {
            answer.refused(Refusal.of(no.reason()));
        }
    }

    @Override
    public void close(Close close) {
        followed("close", close.ref(), close.conversation(), feed -> {
            Change end = new Change.Close(feed.id(), me(), close.ref(), answer(feed, "close", close.ref()));
            behindHeld("close", close.ref(), feed, () -> rooms.log().submit(end));
        });
    }

    @Override
    public void list(ListBox list) {
        if (notReady("list", null)) return;
        errand("list", null, null, () -> {
            Conversation before = list.before() == null
                    ? null
                    : rooms.conversations()
                            .byPublicId(list.before())
                            .filter(sight::covers)
                            .orElse(null);
            List<Conversation> page = rooms.conversations()
                    .box(Box.of(list.box(), agent.id()), sight.remit().closed(), before, PAGE);
            String next = page.size() < PAGE ? null : page.get(PAGE - 1).publicId();
            connection.send(new Listed(list.box(), rooms.cards().summaries(page), next));
        });
    }

    @Override
    public void status(Status status) {
        if (notReady("status", null)) return;
        errand("status", null, null, () -> {
            AgentId id = agent.id();
            rooms.staff().chooseStatus(id, status.status());
            agent = rooms.staff().byId(id).orElse(agent);
            rooms.agentPresence().statusChosen();
            for (AgentDesk screen : rooms.connections().of(id)) screen.connection.send(new StatusNow(status.status()));
            if (status.status().equals("offline"))
                rooms.grace().leaves(id, () -> rooms.switchboard().gone(id));
        });
    }

    @Override
    public void prefer(Prefer prefer) {
        if (notReady("prefer", prefer.ref())) return;
        errand("prefer", prefer.ref(), null, () -> rooms.preferring().choose(this, prefer));
    }

    @Override
    public void ping(Ping ping) {
        connection.send(new Pong());
    }

    @Override
    public void ask(Ask ask) {
        followed("ask", ask.ref(), ask.conversation(), feed -> rooms.assistance()
                .ask(feed, agent, ask, answer(feed, "ask", ask.ref())));
    }

    @Override
    public void stop(Stop stop) {
        followed("stop", stop.ref(), stop.conversation(), feed -> rooms.assistance()
                .stop(feed, agent, stop, answer(feed, "stop", stop.ref())));
    }

    @Override
    public void propose(Propose propose) {
        followed("propose", propose.ref(), propose.conversation(), feed -> rooms.assistance()
                .propose(feed, agent, propose, answer(feed, "propose", propose.ref())));
    }

    @Override
    public void called(Called called) {
        followed("called", called.ref(), called.conversation(), feed -> rooms.assistance()
                .called(feed, agent, called, answer(feed, "called", called.ref())));
    }

    @Override
    public void assist(Assist assist) {
        followed("assist", null, assist.conversation(), feed -> {
            boolean allowed = rooms.assistRelay().ofAgent(feed, agent, assist);
            if (!allowed) refuse("assist", null, assist.conversation(), "not-allowed");
        });
    }

    @Override
    public void keep(Keep keep) {
        if (notReady("keep", keep.ref())) return;
        errand("keep", keep.ref(), null, () -> rooms.answers().keep(this, keep));
    }

    @Override
    public void note(Note note) {
        followed(
                "note",
                note.ref(),
                note.conversation(),
                feed -> errand("note", note.ref(), note.conversation(), () -> rooms.log()
                        .submit(new Change.Note(
                                feed.id(), me(), note.ref(), remark(feed, note), answer(feed, "note", note.ref())))));
    }

    /** Whoever is not there any more, or may not see it, is not mentioned; that he was meant is in the text. */
    private Remark remark(Feed feed, Note note) {
        Conversation now = rooms.conversations().byId(feed.id()).orElse(feed.conversation());
        List<AgentId> mentioned = note.mentions().stream()
                .map(id -> new AgentId(Long.parseLong(id)))
                .filter(id -> !id.equals(agent.id()) && maySee(id, now))
                .toList();
        return new Remark(mentioned, note.text());
    }

    private boolean maySee(AgentId id, Conversation now) {
        return rooms.staff()
                .byId(id)
                .filter(each -> !each.disabled() && rooms.remits().of(each).covers(now))
                .isPresent();
    }

    @Override
    public void heed(Heed heed) {
        followed("heed", null, heed.conversation(), feed -> rooms.log()
                .submit(new Change.Heed(feed.id(), me(), Reply.NOBODY)));
    }

    @Override
    public void label(PutLabel put) {
        followed(
                "label",
                put.ref(),
                put.conversation(),
                feed -> errand("label", put.ref(), put.conversation(), () -> label(feed, put)));
    }

    /** One that is not there any more has no name; it can only be taken off. */
    private void label(Feed feed, PutLabel put) {
        LabelId id = new LabelId(Long.parseLong(put.label()));
        List<Label> there = rooms.labels().all();
        String name = there.stream()
                .filter(label -> label.id().equals(id))
                .map(Label::name)
                .findFirst()
                .orElse("");
        if (name.isEmpty() && put.on()) {
            refuse("label", put.ref(), put.conversation(), "unknown-label");
            return;
        }
        rooms.log()
                .submit(new Change.Label(
                        feed.id(),
                        me(),
                        put.ref(),
                        new Labelling(put.on(), id, name),
                        there.stream().map(Label::id).toList(),
                        answer(feed, "label", put.ref())));
    }

    @Override
    public void snooze(Snooze snooze) {
        followed("snooze", snooze.ref(), snooze.conversation(), feed -> {
            Change sleep = new Change.Snooze(
                    feed.id(), me(), snooze.ref(), snooze.until(), answer(feed, "snooze", snooze.ref()));
            behindHeld("snooze", snooze.ref(), feed, () -> rooms.log().submit(sleep));
        });
    }

    @Override
    public void wake(Wake wake) {
        followed("wake", wake.ref(), wake.conversation(), feed -> rooms.log()
                .submit(new Change.Wake(feed.id(), me(), wake.ref(), answer(feed, "wake", wake.ref()))));
    }

    @Override
    public void remove(Remove remove) {
        followed("remove", remove.ref(), remove.conversation(), feed -> rooms.log()
                .submit(new Change.Remove(
                        feed.id(),
                        me(),
                        remove.ref(),
                        remove.of(),
                        agent.administrator(),
                        answer(feed, "remove", remove.ref()))));
    }

    @Override
    public void edit(Edit edit) {
        followed("edit", edit.ref(), edit.conversation(), feed -> rooms.log()
                .submit(new Change.Edit(
                        feed.id(), me(), edit.ref(), edit.of(), edit.text(), answer(feed, "edit", edit.ref()))));
    }

    @Override
    public void watch(Watch watch) {
        if (notReady("watch", null)) return;
        errand("watch", null, null, () -> {
            if (watch.on()) rooms.lookerFeed().begin(this);
            else rooms.lookerFeed().end(this);
        });
    }

    @Override
    public void begin(Begin begin) {
        if (notReady("begin", begin.ref())) return;
        errand("begin", begin.ref(), null, () -> rooms.firstWords().say(this, begin));
    }

    @Override
    public void parting(Parting parting) {
        if (notReady("parting", null)) return;
        errand("parting", null, null, () -> {
            Map<Fate, Integer> each = rooms.switchboard().foreseen(agent.id());
            connection.send(new PartingNow(each.get(Fate.QUEUE), each.get(Fate.KEEP), each.get(Fate.GIVE)));
        });
    }

    AgentId agentId() {
        return agent.id();
    }

    Author me() {
        return Author.agent(agent.id(), agent.name());
    }

    private String id() {
        return Long.toString(agent.id().value());
    }

    private Answer answer(Feed feed, String of, String ref) {
        return new Answer(connection, Reader.AGENT, feed, rooms.conversations(), of, ref);
    }

    /** One answer for a conversation that is not open here, whether it exists or not. */
    private void followed(String of, String ref, String conversation, Consumer<Feed> then) {
        if (notReady(of, ref)) return;
        Feed feed = feeds.get(conversation);
        if (feed == null) refuse(of, ref, conversation, "unknown-conversation");
        else then.accept(feed);
    }

    private boolean notReady(String of, String ref) {
        if (connection.isReady()) return false;
        refuse(of, ref, null, "not-ready");
        return true;
    }

    private void errand(String of, String ref, String conversation, Runnable errand) {
        if (!connection.errand(errand)) busy(of, ref, conversation);
    }

    void busy(String of, String ref, String conversation) {
        connection.send(new Refused(of, ref, conversation, "busy", null, null, 2));
    }

    private void refuse(String of, String ref, String conversation, String reason) {
        connection.send(new Refused(of, ref, conversation, reason, null, null, null));
    }
}
