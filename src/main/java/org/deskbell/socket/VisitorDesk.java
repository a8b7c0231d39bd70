package org.deskbell.socket;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Opening;
import org.deskbell.protocol.Assist;
import org.deskbell.protocol.Before;
import org.deskbell.protocol.By;
import org.deskbell.protocol.Consent;
import org.deskbell.protocol.Decoder;
import org.deskbell.protocol.Earlier;
import org.deskbell.protocol.End;
import org.deskbell.protocol.Forget;
import org.deskbell.protocol.FromVisitor;
import org.deskbell.protocol.Identify;
import org.deskbell.protocol.Identity;
import org.deskbell.protocol.Introduce;
import org.deskbell.protocol.Introduced;
import org.deskbell.protocol.Mark;
import org.deskbell.protocol.PageChange;
import org.deskbell.protocol.PageView;
import org.deskbell.protocol.Ping;
import org.deskbell.protocol.Pong;
import org.deskbell.protocol.Post;
import org.deskbell.protocol.Rate;
import org.deskbell.protocol.Settle;
import org.deskbell.protocol.Stop;
import org.deskbell.protocol.Typing;
import org.deskbell.protocol.VisitorHello;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.site.Question;
import org.deskbell.site.Site;
import org.deskbell.visitor.Answers;
import org.deskbell.visitor.Arrival;
import org.deskbell.visitor.Attributes;
import org.deskbell.visitor.Introduction;
import org.deskbell.visitor.Visitor;

/** Serves one screen of a visitor: turns his frames into calls, and what happens into frames. */
final class VisitorDesk implements Desk, FromVisitor.Handler {
    private final Connection connection;
    private final Rooms rooms;
    private final String browser;
    private final Intake<FromVisitor> intake;
    private boolean greeted;
    private final VisitorSeat seat;
    private final Unsent unsent;
    private final Rereading rereading;
    private volatile Site site;
    private volatile String token;
    private volatile PageView page;

    VisitorDesk(Connection connection, Rooms rooms, String browser) {
        this.connection = connection;
        this.rooms = rooms;
        this.browser = browser;
        seat = new VisitorSeat(connection, rooms);
        int ease = rooms.settings().number(Setting.RATE_EASE);
        unsent = new Unsent(connection, rooms, ease);
        rereading = new Rereading(connection, rooms, seat);
        intake = new Intake<>(
                connection, Decoder::visitor, frame -> frame.accept(this), ease, AssistRate.ofVisitor(ease));
    }

    @Override
    public String kind() {
        return "visitor";
    }

    @Override
    public void message(String text) {
        if (connection.isReady() || !rooms.doorman().bans(connection.address())) intake.take(text);
        else first(text);
    }

    /** From where a flood came from, nothing but a hello is read of one who was not welcomed. */
    private void first(String text) {
        if (greeted) {
            notNow();
            return;
        }
        intake.take(text);
        if (!greeted) notNow();
    }

    @Override
    public void flooded() {
        rooms.doorman().flooded(connection.address(), token, seat.visitor());
    }

    @Override
    public void gone() {
        unsent.over();
        seat.leave();
    }

    @Override
    public void tick(long now) {
        Feed feed = seat.feed();
        if (feed != null) feed.tick(now);
    }

    @Override
    public void hello(VisitorHello hello) {
        if (greeted) {
            refuse("hello", null, "already");
            return;
        }
        greeted = true;
        connection.greeted();
        token = hello.token();
        seat.hearsay().hear(hello.identity().about());
        if (isKnownToFlood(hello)) {
            notNow();
            return;
        }
        errand("hello", null, () -> welcome(hello));
    }

    private boolean isKnownToFlood(VisitorHello hello) {
        Doorman doorman = rooms.doorman();
        if (hello.token() != null) return doorman.bansSecret(hello.token());
        return hello.identity().proof() == null && doorman.bans(connection.address());
    }

    private void notNow() {
        connection.close(CloseCodes.TOO_MANY, "too many newcomers");
    }

    private void welcome(VisitorHello hello) {
        Site known = rooms.sites().byKey(hello.site()).orElse(null);
        if (known == null) {
            connection.closeAfter(Frames.refused("hello", null, "unknown-site"), CloseCodes.IDENTITY, "unknown site");
            return;
        }
        if (hello.token() != null && rooms.doorman().bars(connection.address())) {
            notNow();
            return;
        }
        try {
            Arrival arrival = rooms.visitors()
                    .arrive(known, hello.token(), hello.identity().proof(), said(hello), this::admits);
            if (rooms.doorman().bans(arrival.visitor().id())) {
                notNow();
                return;
            }
            site = known;
            token = arrival.token() == null ? hello.token() : arrival.token();
            seat.take(
                    arrival,
                    known,
                    hello.conversation(),
                    rooms.store().epoch().equals(hello.epoch()) ? hello.after() : 0);
            looks(hello.page());
            whatIsSaid(hello.identity(), arrival.visitor());
        } catch (Refused no) {
            boolean tooMany = no.reason().equals("too-many-newcomers");
            int code = tooMany ? CloseCodes.TOO_MANY : CloseCodes.IDENTITY;
            connection.closeAfter(Frames.refused("hello", null, no.reason()), code, no.reason());
        }
    }

    /** A secret nobody knows costs more than none: it may be a guess. */
    private boolean admits(boolean wrongSecret) {
        String from = connection.address();
        Doorman doorman = rooms.doorman();
        return (!wrongSecret || doorman.forgives(from)) && doorman.letsIn(from);
    }

    /** The page hears what there was no room for. */
    private void whatIsSaid(Identity identity, Visitor of) {
        boolean fits = identity.attributes() == null || new Attributes(of.attributes()).hold(identity.attributes());
        if (!fits) refuse("identify", null, "too-many-attributes");
        if (identity.about() != null) seat.hearsay().keep();
    }

    private Introduction said(VisitorHello hello) {
        PageView page = hello.page() == null ? new PageView(null, null, null) : hello.page();
        Identity identity = hello.identity();
        return new Introduction(
                identity.name(),
                identity.attributes(),
                hello.language(),
                hello.zone(),
                browser,
                page.url(),
                page.title(),
                page.referrer());
    }

    @Override
    public void post(Post post) {
        ready("post", post.ref(), who -> {
            if (seat.asked().stream().anyMatch(Question::required)) {
                refuse("post", post.ref(), "form-required");
                return;
            }
            unsent.sent();
            Feed here = seat.feed();
            seat.hearsay().posted(post.ref());
            Opening opening =
                    Openings.of(rooms.sites(), site, who, seat.hearsay().said());
            rooms.log()
                    .submit(new Change.Say(
                            here == null ? null : here.id(),
                            opening,
                            Author.visitor(who.id(), who.name()),
                            post.ref(),
                            post.text(),
                            post.files(),
                            here == null ? 0 : post.quote(),
                            answer(here, "post", post.ref())));
        });
    }

    @Override
    public void typing(Typing typing) {
        ready("typing", null, who -> {
            Feed here = seat.feed();
            if (here == null) return;
            By by = Frames.by(Author.visitor(who.id(), who.name()), who.publicId());
            unsent.typing(here, by, site.id(), typing);
        });
    }

    @Override
    public void mark(Mark mark) {
        ready("mark", null, who -> {
            Feed here = seat.feed();
            if (here == null) return;
            Author by = Author.visitor(who.id(), who.name());
            rooms.log().submit(new Change.Mark(here.id(), by, mark.delivered(), mark.seen()));
        });
    }

    @Override
    public void before(Before before) {
        ready("before", null, who -> {
            Feed here = seat.feed();
            if (before.conversation() != null) rereading.page(before);
            else if (here == null) refuse("before", null, "not-open");
            else errand("before", null, () -> rereading.older(here.conversation(), before));
        });
    }

    @Override
    public void earlier(Earlier earlier) {
        ready("earlier", null, who -> rereading.list(earlier.before()));
    }

    @Override
    public void identify(Identify identify) {
        if (identify.identity().silent()) return;
        ready("identify", null, who -> {
            seat.hearsay().hear(identify.identity().about());
            errand("identify", null, () -> identified(identify.identity()));
        });
    }

    private void identified(Identity identity) {
        Introduction said =
                new Introduction(identity.name(), identity.attributes(), null, null, null, null, null, null);
        try {
            Visitor before = seat.visitor();
            Arrival arrival = rooms.visitors().arrive(site, token, identity.proof(), said, this::admits);
            if (arrival.token() != null) token = arrival.token();
            if (before == null) return;
            if (arrival.visitor().id().equals(before.id()) && arrival.visitor().verified() == before.verified()) {
                seat.is(arrival.visitor());
                rooms.lookers().know(arrival.visitor());
                rooms.whereabouts().tellEverywhere(before.id());
                whatIsSaid(identity, arrival.visitor());
                return;
            }
            seat.leave();
            seat.take(arrival, site, null, 0);
            looks(page);
            boolean another = !arrival.visitor().id().equals(before.id());
            if (another) rooms.neighbourhood().comeAgain(before.id());
            rooms.whereabouts().tellOf(arrival.visitor().id());
            whatIsSaid(identity, arrival.visitor());
        } catch (Refused no) {
            refuse("identify", null, no.reason());
        }
    }

    @Override
    public void introduce(Introduce introduce) {
        ready("introduce", null, who -> errand("introduce", null, () -> introduced(who, introduce.answers())));
    }

    private void introduced(Visitor who, Map<String, String> given) {
        List<Question> asked = seat.answerable(given.keySet());
        String wrong = asked.isEmpty() ? null : Answers.wrong(asked, given).orElse(null);
        if (wrong != null) {
            connection.send(
                    new org.deskbell.protocol.Refused("introduce", null, null, "bad-answer", wrong, null, null));
            return;
        }
        try {
            // Asked once: what comes again, or from another tab that asked too, is answered and changes nothing.
            if (!asked.isEmpty()) seat.introduced(rooms.visitors().introduce(who.id(), Answers.of(asked, given)));
            connection.send(new Introduced());
            Visitor known = seat.visitor();
            if (known != null) rooms.lookers().know(known);
            rooms.whereabouts().tellEverywhere(who.id());
        } catch (Refused no) {
            refuse("introduce", null, no.reason());
        }
    }

    @Override
    public void rate(Rate rate) {
        inConversation("rate", rate.ref(), (here, me) -> {
            if (!here.conversation().publicId().equals(rate.conversation())) refuse("rate", rate.ref(), "not-open");
            else if (!site.manners().rating()) refuse("rate", rate.ref(), "not-allowed");
            else {
                rooms.log()
                        .submit(new Change.Rate(
                                here.id(),
                                me,
                                rate.ref(),
                                rate.stars(),
                                rate.comment(),
                                answer(here, "rate", rate.ref())));
            }
        });
    }

    @Override
    public void page(PageChange change) {
        PageView next = change.page();
        ready(
                "page",
                null,
                who -> errand("page", null, () -> {
                    seat.is(rooms.visitors()
                            .learn(who.id(), Introduction.ofPage(next.url(), next.title(), next.referrer())));
                    looks(next);
                    rooms.whereabouts().tellOf(who.id());
                }));
    }

    /** Agents see it in their list, where the site has one. */
    private void looks(PageView at) {
        Visitor who = seat.visitor();
        if (at == null || who == null) return;
        page = at;
        rooms.lookers().look(who, at.url(), at.title(), at.referrer());
    }

    @Override
    public void end(End end) {
        ready("end", end.ref(), who -> {
            Feed here = seat.feed();
            unsent.over();
            if (here == null) refuse("end", end.ref(), "not-open");
            else close(here, Author.visitor(who.id(), who.name()), end.ref(), "end");
        });
    }

    @Override
    public void forget(Forget forget) {
        ready(
                "forget",
                forget.ref(),
                who -> errand("forget", forget.ref(), () -> {
                    Feed here = seat.feed();
                    if (here != null) close(here, Author.visitor(who.id(), null), forget.ref(), "forget");
                    rooms.visitors().forget(who.id());
                }));
    }

    private void close(Feed here, Author by, String ref, String of) {
        rooms.log().submit(new Change.Close(here.id(), by, ref, answer(here, of, ref)));
    }

    @Override
    public void ping(Ping ping) {
        connection.send(new Pong());
    }

    @Override
    public void answer(Consent consent) {
        inConversation("answer", consent.ref(), (here, me) -> rooms.assistance()
                .answer(here, me, consent, answer(here, "answer", consent.ref())));
    }

    @Override
    public void stop(Stop stop) {
        inConversation("stop", stop.ref(), (here, me) -> rooms.assistance()
                .stop(here, me, stop, answer(here, "stop", stop.ref())));
    }

    @Override
    public void settle(Settle settle) {
        inConversation("settle", settle.ref(), (here, me) -> rooms.assistance()
                .settle(here, me, settle, answer(here, "settle", settle.ref())));
    }

    @Override
    public void assist(Assist assist) {
        inConversation("assist", null, (here, me) -> {
            if (!rooms.assistRelay().ofVisitor(here, me, assist)) refuse("assist", null, "not-allowed");
        });
    }

    private void inConversation(String of, String ref, BiConsumer<Feed, Author> then) {
        ready(of, ref, who -> {
            Feed here = seat.feed();
            if (here == null) refuse(of, ref, "not-open");
            else then.accept(here, Author.visitor(who.id(), who.name()));
        });
    }

    private Answer answer(Feed here, String of, String ref) {
        return new Answer(connection, Reader.VISITOR, here, rooms.conversations(), of, ref);
    }

    private void ready(String of, String ref, Consumer<Visitor> then) {
        Visitor who = seat.visitor();
        if (who == null || !connection.isReady()) refuse(of, ref, "not-ready");
        else then.accept(who);
    }

    private void errand(String of, String ref, Runnable errand) {
        if (!connection.errand(errand)) {
            connection.send(new org.deskbell.protocol.Refused(of, ref, null, "busy", null, null, 2));
        }
    }

    private void refuse(String of, String ref, String reason) {
        connection.send(Frames.refused(of, ref, reason));
    }
}
