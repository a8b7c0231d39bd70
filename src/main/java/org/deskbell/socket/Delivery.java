package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Elsewhere;
import org.deskbell.conversation.Happened;

/**
 * The only one who picks recipients: takes what was committed and puts it into the outboxes of the visitor's screens and of
 * the agents who follow the conversation. It has a thread of its own, so that the next transaction is written meanwhile;
 * where it lags behind, its full queue holds the writer, and the writer's refuses.
 */
@ApplicationScoped
public class Delivery {
    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Connections connections;

    @Inject
    private InboxFeed inbox;

    @Inject
    private LookerFeed lookers;

    private final BlockingQueue<Committed> queue = new ArrayBlockingQueue<>(256);
    private volatile boolean stopping;
    private Thread courier;

    @PostConstruct
    void start() {
        courier = threads.newThread(this::run);
        courier.setName("deskbell-delivery");
        courier.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        courier.interrupt();
        try {
            courier.join(5_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    void onCommitted(@Observes Committed committed) {
        try {
            queue.put(committed);
        } catch (InterruptedException stopped) {
            // The server stops: clients read what they missed from the log when they come again.
            Thread.currentThread().interrupt();
        }
    }

    /** Other nodes wrote: screens here that are further behind than that read what they have not got from the log, as after any gap. */
    void onElsewhere(@Observes Elsewhere elsewhere) {
        tell(elsewhere.news());
        for (Conversation now : elsewhere.conversations()) guarded(() -> catchUp(now));
    }

    private void catchUp(Conversation now) {
        for (VisitorScreen screen : connections.of(now.visitor())) screen.elsewhere(now);
        for (Feed feed : connections.following(now.id())) {
            if (feed.stays(now)) feed.behind(now.lastSeq());
        }
        inbox.changed(now);
        lookers.changed(now);
    }

    private void run() {
        while (!stopping) {
            try {
                tell(queue.take().news());
            } catch (InterruptedException stopped) {
                // the loop's condition decides
            }
        }
    }

    private void tell(List<Happened> news) {
        Round round = new Round();
        for (Happened happened : news) guarded(() -> deliver(new News(happened, round)));
        round.end();
    }

    private static void guarded(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "A piece of news was not delivered; its readers see the gap and ask", bug);
        }
    }

    private void deliver(News news) {
        for (VisitorScreen screen : connections.of(news.conversation().visitor())) screen.news(news);
        for (Feed feed : connections.following(news.conversation().id())) feed.offer(news);
        inbox.changed(news.conversation());
        lookers.changed(news.conversation());
    }
}
