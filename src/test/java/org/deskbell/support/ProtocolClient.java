package org.deskbell.support;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What visitor and agent clients share: connect, hear, fall silent, come back with backoff, and send again what has no answer. */
public abstract class ProtocolClient implements Link.Listener, AutoCloseable {

    /** How one link ended. */
    public record Closed(int code, String reason) {}

    private static final Duration SILENCE = Duration.ofSeconds(45);

    protected final Tape tape = new Tape();
    protected final Outbox outbox = new Outbox();
    private final List<Closed> endings = new ArrayList<>();
    private final SplittableRandom dice = new SplittableRandom();
    private final Route route;
    private ScheduledFuture<?> ticking;
    /** Well below the patience of a test: who comes back after a start is waited for from the moment it is up. */
    private Duration longestBackoff = Await.PATIENCE.dividedBy(5);

    private Duration penance = Duration.ofSeconds(30);
    private boolean wanted;
    private boolean reconnects = true;
    private boolean ready;
    private int failures;
    private long heardAt;
    private Link link;
    private Link ended;

    /** Where a client connects to, and over what. */
    record Route(URI base, String path, Carrier carrier, Supplier<Map<String, String>> headers) {

        Link dial(Link.Listener listener) {
            return carrier == Carrier.HTTP
                    ? HttpLink.dial(Net.CLIENT, base.resolve("carrier" + path), headers.get(), listener)
                    : WebSocketLink.dial(Net.CLIENT, socket(), headers.get(), "deskbell.v1", listener);
        }

        private URI socket() {
            return URI.create(base.resolve(path.substring(1)).toString().replaceFirst("^http", "ws"));
        }
    }

    ProtocolClient(Route route) {
        this.route = route;
    }

    protected abstract Frame hello();

    protected abstract void handle(Frame frame);

    protected Carrier carrier() {
        return route.carrier();
    }

    /** Shortens the waits that the protocol leaves to the client, so that a test does not take minutes. */
    public void hurry(Duration longest) {
        longestBackoff = longest;
        penance = longest;
    }

    public void doNotReconnect() {
        reconnects = false;
    }

    public synchronized void connect() {
        wanted = true;
        if (ticking == null) {
            ticking = Net.CLOCK.scheduleWithFixedDelay(this::tick, 250, 250, TimeUnit.MILLISECONDS);
        }
        dial();
    }

    private synchronized void dial() {
        if (wanted && link == null) {
            heardAt = System.nanoTime();
            Link made = route.dial(this);
            link = made == ended ? null : made;
        }
    }

    @Override
    public synchronized void opened(Link opened) {
        if (link == null || link == opened) {
            link = opened;
            opened.send(hello().toString());
        }
    }

    @Override
    public void text(Link from, String text) {
        for (Frame frame : Frame.read(text)) {
            hear(from, frame);
        }
    }

    private void hear(Link from, Frame frame) {
        synchronized (this) {
            if (link != from) {
                return;
            }
            heardAt = System.nanoTime();
            if (frame.is("refused") && "post".equals(frame.text("of"))) {
                outbox.refused(frame, heardAt);
            }
            handle(frame);
        }
        tape.add(frame);
        if (frame.is("posted") && frame.has("ref")) {
            outbox.acknowledged(frame);
        }
    }

    @Override
    public synchronized void closed(Link gone, int code, String reason) {
        if (link != null && link != gone) {
            return;
        }
        link = null;
        ended = gone;
        ready = false;
        endings.add(new Closed(code, reason));
        tape.ended(code + " " + reason);
        boolean again = wanted && reconnects && code != 4004 && code != 4009;
        if (again) {
            Net.CLOCK.schedule(this::dial, backoff(code), TimeUnit.MILLISECONDS);
        }
        failures++;
    }

    private long backoff(int code) {
        long jitter = (long) (dice.nextDouble() * Math.min(longestBackoff.toMillis(), 500L << Math.min(failures, 10)));
        return switch (code) {
            case 4008 -> 0;
            case 1008 -> penance.toMillis();
            case 1001, 1012 -> dice.nextLong(3000);
            case 1013 -> 5000 + jitter;
            default -> jitter;
        };
    }

    private synchronized void tick() {
        if (link != null && System.nanoTime() - heardAt > SILENCE.toNanos()) {
            Link dead = link;
            dead.abort();
            closed(dead, 1006, "silence");
        } else if (ready) {
            outbox.due(System.nanoTime(), this::mayGo, false).forEach(this::send);
        }
    }

    /** Whether the server is ready for this post on this connection. */
    protected boolean mayGo(Frame post) {
        return true;
    }

    /** After the welcome: what has no answer goes out again, with the same refs. */
    protected synchronized void becameReady() {
        failures = 0;
        ready = true;
        sendAgain();
    }

    private void sendAgain() {
        outbox.due(System.nanoTime(), this::mayGo, true).forEach(this::send);
    }

    /** What has no answer yet and belongs to this conversation goes out (again). */
    protected synchronized void sendAgain(String conversation) {
        if (ready) {
            outbox.due(System.nanoTime(), post -> conversation.equals(post.text("conversation")), true)
                    .forEach(this::send);
        }
    }

    protected synchronized CompletableFuture<Frame> enqueue(Frame post) {
        CompletableFuture<Frame> answer = outbox.add(post);
        if (ready && link != null && mayGo(post)) {
            outbox.sent(post.text("ref"), System.nanoTime());
            send(post);
        }
        return answer;
    }

    /** Sends a frame as it is, if there is a link. */
    public void send(Frame frame) {
        sendText(frame.toString());
    }

    /** Sends anything at all. */
    public synchronized void sendText(String text) {
        if (link != null) {
            link.send(text);
        }
    }

    /** Drops the connection as a killed page does; {@link #connect()} comes back. */
    public synchronized void vanish() {
        wanted = false;
        ready = false;
        if (link != null) {
            link.abort();
            link = null;
        }
        stopTicking();
    }

    @Override
    public synchronized void close() {
        wanted = false;
        ready = false;
        if (link != null) {
            link.close();
            link = null;
        }
        stopTicking();
    }

    private void stopTicking() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    public Tape tape() {
        return tape;
    }

    public synchronized List<Closed> endings() {
        return List.copyOf(endings);
    }

    public synchronized boolean isReady() {
        return ready;
    }

    /** How many posts have no answer yet. */
    public int pending() {
        return outbox.size();
    }

    /** For messages of tests that waited in vain. */
    public synchronized String state() {
        return (ready ? "ready" : link == null ? "without a line" : "not welcomed") + ", " + pending()
                + " pending, ended " + endings.subList(Math.max(0, endings.size() - 3), endings.size()) + ", heard "
                + tape.since(Math.max(0, tape.size() - 6));
    }

    public Closed awaitEnd() {
        return Await.value("the end of the connection", () -> {
            List<Closed> all = endings();
            return all.isEmpty() ? null : all.get(all.size() - 1);
        });
    }

    /** Sends it and waits for the frame of this type that answers it. */
    public Frame sendAndWait(Frame frame, String answer) {
        int mark = tape.size();
        send(frame);
        return tape.await(
                mark, answer, heard -> heard.is(answer) && frame.text("ref").equals(heard.text("ref")));
    }
}
