package org.deskbell.socket;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.FromServer;
import org.deskbell.protocol.Refused;

/** One client that is connected, by whatever carrier: what goes to it, when it was last heard, and how it ends. */
final class Connection {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final String id;
    private final String address;
    private final Wire wire;
    private final Workers workers;
    private final SocketMeters meters;
    private final Outbox outbox;
    private final Errands errands;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long opened;
    private volatile long heard;
    private long beaten;
    private volatile boolean greeted;
    private volatile boolean ready;
    private volatile boolean forGood;
    private volatile Desk desk;

    /** @param joins whether the client understands frames joined to an array */
    Connection(String id, String address, Wire wire, boolean joins, Workers workers, SocketMeters meters, long now) {
        this.id = id;
        this.address = address;
        this.wire = wire;
        this.workers = workers;
        this.meters = meters;
        outbox = new Outbox(wire, joins, () -> close(CloseCodes.SLOW, "too slow"));
        errands = new Errands(workers);
        opened = now;
        heard = now;
        beaten = now;
    }

    String id() {
        return id;
    }

    String address() {
        return address;
    }

    void attend(Desk by) {
        desk = by;
    }

    Desk desk() {
        return desk;
    }

    void heard(long now) {
        heard = now;
    }

    long heard() {
        return heard;
    }

    long opened() {
        return opened;
    }

    /** True once in {@code every} nanoseconds. */
    boolean beatIsDue(long now, long every) {
        if (now - beaten < every) return false;
        beaten = now;
        return true;
    }

    /** It has said hello; the welcome may take a while on a busy server. */
    void greeted() {
        greeted = true;
    }

    boolean hasGreeted() {
        return greeted;
    }

    /** It has said hello and was welcomed. */
    void ready() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    boolean isOver() {
        return over.get();
    }

    /** Whether it is of this sort; one that is over is of none. */
    boolean is(String carrier, String kind) {
        Desk by = desk;
        return by != null
                && !isOver()
                && wire.carrier().equals(carrier)
                && by.kind().equals(kind);
    }

    void send(FromServer frame) {
        if (frame instanceof Refused refused) meters.refused(refused.reason());
        outbox.put(Encoder.encode(frame));
    }

    /** Sends what is encoded already: a frame, or an array of them. */
    void send(String encoded) {
        outbox.put(encoded);
    }

    /** Sends what may be lost, behind everything else; {@code more}: what follows is lost with it. */
    void sendBulk(String encoded, boolean more) {
        outbox.putBulk(encoded, more);
    }

    /** Puts a piece of news, encoded, with what else this round has for this client. */
    void send(String encoded, Round with) {
        if (outbox.add(encoded)) with.reaches(this);
    }

    /** A round is over. */
    void flush() {
        outbox.pump();
    }

    /** Runs {@code then} when the client has taken what was sent. */
    void whenDrained(Runnable then) {
        outbox.whenDrained(then);
    }

    void ping() {
        wire.ping();
    }

    /** Does {@code errand} in its turn; an error of ours ends the connection, so that the client comes again and resumes. */
    boolean errand(Runnable errand) {
        return errands.offer(() -> {
            if (over.get()) return;
            try {
                errand.run();
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "Connection " + id + " failed", bug);
                close(CloseCodes.ERROR, "internal error");
            }
        });
    }

    /** Ends it; what waits is dropped. Closing may block in the container, so it is not done here and now. */
    void close(int code, String reason) {
        if (!over.get()) forGood = code == CloseCodes.POLICY || code == CloseCodes.SILENT;
        if (!end()) return;
        meters.closed(code);
        if (!workers.offer(() -> wire.close(code, reason))) wire.close(code, reason);
    }

    /** Ends it because it floods; whoever that is has to stay away for a while. */
    void expel(int code, String reason) {
        if (over.get()) return;
        desk.flooded();
        close(code, reason);
    }

    /** True where it was ended because of its people: logged out, or found dead. They do not come back by themselves. */
    boolean endedForGood() {
        return forGood;
    }

    /** Ends it here and now: the server is stopping and the workers with it. */
    void closeNow(int code, String reason) {
        if (end()) wire.close(code, reason);
    }

    /** Ends it behind what was sent before. */
    void closeAfter(FromServer last, int code, String reason) {
        send(last);
        outbox.whenDrained(() -> close(code, reason));
    }

    /** Tells the desk, once, that it is over. True the first time. */
    boolean end() {
        if (!over.compareAndSet(false, true)) return false;
        outbox.drop();
        if (desk != null) desk.gone();
        return true;
    }
}
