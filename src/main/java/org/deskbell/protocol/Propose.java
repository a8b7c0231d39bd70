package org.deskbell.protocol;

import java.util.regex.Pattern;

/**
 * An agent proposes a step on the visitor's page, which is done only if the visitor says so. {@code node} is 0 and {@code value} null
 * where the action has none.
 */
public record Propose(
        String conversation, String ref, String request, String action, long node, String label, String value)
        implements FromAgent {
    private static final Pattern SCHEME = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    public Propose {
        Checks.ref(ref);
        Checks.named("request", request);
        Checks.oneOf("action", action, "click", "fill", "choose", "go");
        Checks.line("label", label, Limits.LABEL);
        boolean goes = action.equals("go");
        if (!goes) Checks.between("node", node, 1, Integer.MAX_VALUE);
        if (action.equals("click")) value = null;
        else Checks.value(value);
        if (goes) {
            node = 0;
            address(value);
        }
    }

    /** Addresses of pages alone: what runs or reads something else is no page. */
    private static void address(String value) {
        var scheme = SCHEME.matcher(value);
        if (scheme.matches() && !scheme.group(1).matches("(?i)https?")) {
            throw new BadFrame("malformed", "value is the address of a page");
        }
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.propose(this);
    }
}
