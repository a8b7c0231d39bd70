package org.deskbell.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all checks whether this server can work, and waits two seconds at most. The answer holds for a second, and a check
 * that still hangs is not started again, so that being asked often costs nothing.
 */
@ApplicationScoped
public class Readiness {
    private static final System.Logger LOG = System.getLogger(Readiness.class.getName());
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    @Inject
    @Any
    private Instance<Check> checks;

    @Resource
    private ManagedExecutorService threads;

    private final Map<Check, Future<Boolean>> running = new ConcurrentHashMap<>();
    private Map<String, Boolean> last = Map.of();
    private long at;

    /** What was checked, in order of its names, and whether it is well. */
    public synchronized Map<String, Boolean> ask() {
        long now = System.nanoTime();
        if (!last.isEmpty() && now - at < FRESH) return last;
        for (Check check : checks) running.computeIfAbsent(check, some -> threads.submit(some::passes));
        Map<String, Boolean> found = new TreeMap<>();
        running.forEach((check, answer) ->
                found.merge(check.name(), isWell(check, answer, now + PATIENCE), Boolean::logicalAnd));
        running.values().removeIf(Future::isDone);
        if (!found.equals(last)) LOG.log(Level.INFO, "Checks of this server: {0}", found);
        last = found;
        at = System.nanoTime();
        return found;
    }

    /** The names of what is not well. */
    public List<String> problems() {
        return ask().entrySet().stream()
                .filter(check -> !check.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isWell(Check check, Future<Boolean> answer, long until) {
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            LOG.log(Level.DEBUG, "Check " + check.name() + " failed", failed);
            return false;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
