package org.deskbell.reminder;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.AgentMails;
import org.deskbell.mail.MailSession;
import org.deskbell.mail.Notice;
import org.deskbell.mail.Notice.Unread;
import org.deskbell.operations.Steady;
import org.deskbell.settings.Address;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;

/**
 * Looks for what has been unread for too long, and asks for the mails. Every node looks; that each mail is one is the store's to say ({@link AgentMails}).
 * Where no mail can be sent, or a link would lead nowhere, nothing is asked for: it would be told much too late.
 */
@ApplicationScoped
public class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    /** Consoles come back after a restart; until then everybody seems to be gone. */
    private static final int FIRST_SECONDS = 45;

    private static final int EVERY_SECONDS = 10;
    private static final int PAGE = 200;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private MailSession session;

    @Inject
    private Address address;

    @Inject
    private Reminders reminders;

    @Inject
    private Conversations conversations;

    @Inject
    private Readers readers;

    @Inject
    private AgentMails mails;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = new Steady(LOG, "Whom to tell of what is unread is not known; it is asked again", this::tick)
                .every(timer, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    private void tick() {
        if (session.isThere() && address.said().isPresent()) new Round().goes();
    }

    /** Once through all that is unread. Who is there is read once, and only where there is something to tell. */
    private final class Round {
        private final Set<AgentId> enough = new HashSet<>();
        private List<Reader> known;

        void goes() {
            Instant now = clock.instant();
            reminders.sending().forEach((site, reminder) -> look(site, reminder.before(now)));
        }

        private void look(SiteId site, Instant before) {
            List<Conversation> page;
            ConversationId after = null;
            do {
                page = conversations.unread(site, before, after, PAGE);
                if (page.isEmpty()) return;
                tell(page);
                after = page.get(page.size() - 1).id();
            } while (page.size() == PAGE);
        }

        private void tell(List<Conversation> page) {
            if (known == null) known = readers.all();
            Set<Unread> told = mails.told(page.stream().map(Conversation::id).toList());
            for (Conversation each : page) {
                for (Reader reader : known) {
                    Unread unread =
                            new Unread(each.id(), reader.id(), each.agentMarks().seen());
                    boolean wanted = !reader.there() && !enough.contains(reader.id()) && reader.isConcernedBy(each);
                    if (wanted && !told.contains(unread)) ask(reader, unread);
                }
            }
        }

        private void ask(Reader reader, Unread unread) {
            if (!mails.take(new Notice(unread, reader.address(), reader.language()))) enough.add(reader.id());
        }
    }
}
