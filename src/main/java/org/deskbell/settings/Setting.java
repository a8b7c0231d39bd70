package org.deskbell.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything an operator may set, with default, unit and range: the one list. deployment/README.md says what each is for. */
public enum Setting {
    ADDRESS("address", Kind.ADDRESS, ""),
    PROXIES("proxies", Kind.NETWORKS, ""),
    DEMO("demo", Kind.SWITCH, "false"),
    DEVELOPMENT("development", Kind.SWITCH, "false"),
    SESSION_MINUTES("session.minutes", 720, "minutes", 5, 10_080),
    LOGIN_TRIES("login.tries", 5, "tries", 1, 1_000),
    PASSWORD_ROUNDS("password.rounds", 210_000, "rounds", 2_000, 10_000_000),
    NODE_BEAT("node.beat", 1_000, "milliseconds", 100, 5_000),
    NODE_DEAD("node.dead", 30, "seconds", 2, 35),
    NODE_POLL("node.poll", 400, "milliseconds", 20, 5_000),
    REDIS("redis", Kind.REDIS, ""),
    PRESENCE_GRACE("presence.grace", 15, "seconds", 0, 300),
    CONNECTIONS("connections", 20_000, "connections", 1, 10_000_000),
    CONNECTIONS_PER_ADDRESS("connections.per-address", 200, "connections", 1, 1_000_000),
    VISITORS_PER_ADDRESS("visitors.per-address", 120, "visitors", 1, 1_000_000),
    WRONG_SECRETS_PER_ADDRESS("wrong-secrets.per-address", 10, "tries", 1, 1_000_000),
    FLOOD_BAN("flood.ban", 5, "seconds", 0, 3_600),
    RATE_EASE("rate.ease", 1, "times", 1, 1_000_000),
    LOG_QUEUE("log.queue", 4_096, "changes", 1, 1_000_000),
    LOG_BATCH("log.batch", 512, "changes", 1, 1_000),
    WORKERS("workers", 12, "threads", 1, 500),
    WORKERS_QUEUE("workers.queue", 20_000, "errands", 1, 1_000_000),
    HEALTH_FROM("health.from", Kind.NETWORKS, "127.0.0.0/8, ::1"),
    HEALTH_DISK("health.disk", 100, "MB", 0, 1_000_000),
    LOG_FORMAT("log.format", Kind.TEXT, "text", "text", "json"),
    DRAIN_SECONDS("drain.seconds", 10, "seconds", 0, 600),
    DRAIN_TOKEN("drain.token", Kind.SECRET, ""),
    ATTACHMENTS("attachments", Kind.FOLDER, ""),
    ATTACHMENTS_MOST("attachments.most", 10_240, "MB", 1, 100_000_000),
    MAIL_PER_HOUR("mail.per-hour", 500, "mails", 1, 1_000_000),
    ICE("ice", Kind.ICE, ""),
    ICE_RELAY("ice.relay", Kind.SWITCH, "false"),
    TURN_SECRET("turn.secret", Kind.SECRET, ""),
    PUSH_SUBJECT("push.subject", Kind.SUBJECT, ""),
    PUSH_HOSTS("push.hosts", Kind.HOSTS, ""),
    PUSH_PUBLIC_KEY("push.public-key", Kind.PUBLIC_KEY, ""),
    PUSH_PRIVATE_KEY("push.private-key", Kind.PRIVATE_KEY, "");

    /** What a value has to look like. */
    enum Kind {
        TEXT,
        SECRET,
        FOLDER,
        ADDRESS,
        REDIS,
        NETWORKS,
        ICE,
        SUBJECT,
        HOSTS,
        PUBLIC_KEY,
        PRIVATE_KEY,
        SWITCH,
        NUMBER
    }

    private final String label;
    private final Kind kind;
    private final String otherwise;
    private final String unit;
    private final int least;
    private final int most;
    private final List<String> choices;

    Setting(String label, Kind kind, String otherwise, String... choices) {
        this.label = label;
        this.kind = kind;
        this.otherwise = otherwise;
        this.choices = List.of(choices);
        unit = "";
        least = 0;
        most = 0;
    }

    Setting(String label, int otherwise, String unit, int least, int most) {
        this.label = label;
        this.otherwise = Integer.toString(otherwise);
        this.unit = unit;
        this.least = least;
        this.most = most;
        kind = Kind.NUMBER;
        choices = List.of();
    }

    /** Its name as a system property. */
    public String property() {
        return "deskbell." + label;
    }

    /** Its name in the environment. */
    public String variable() {
        return property().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What holds where nothing is set; empty for nothing. */
    public String otherwise() {
        return otherwise;
    }

    /** What a number counts; empty for what is no number. */
    public String unit() {
        return unit;
    }

    /** What it may be, in words. */
    public String range() {
        return switch (kind) {
            case NUMBER -> "a whole number from " + least + " to " + most;
            case SWITCH -> "true or false";
            case ADDRESS -> "an address that begins with http:// or https://";
            case FOLDER -> "a folder's whole path, such as /var/lib/deskbell/files";
            case REDIS ->
                "an address such as redis://host:6379 or rediss://:password@host:6379, with a host of letters, digits, . and -,"
                        + " a port from 1 to 65535, and everything in the password but letters and digits percent-encoded";
            case NETWORKS -> "addresses or networks such as 10.0.0.0/8, separated by commas";
            case ICE -> "addresses such as stun:host:3478 or turns:host:5349, separated by commas";
            case SUBJECT -> "an address such as mailto:desk@example.com or https://example.com";
            case HOSTS -> "hosts such as push.example.com or *.push.example.com, separated by commas";
            case PUBLIC_KEY -> "the 87 letters and digits of a P-256 key's point, in base64url";
            case PRIVATE_KEY -> "the 43 letters and digits of a P-256 key, in base64url";
            case SECRET -> "at least 16 characters";
            case TEXT -> choices.isEmpty() ? "a text" : String.join(" or ", choices);
        };
    }

    /** What is wrong with this value, in words that follow the setting's name; empty where it is right. */
    Optional<String> problem(String value) {
        if (fits(value)) return Optional.empty();
        boolean secret = kind == Kind.SECRET || kind == Kind.REDIS || kind == Kind.PRIVATE_KEY;
        String said = secret ? "" : "is \"" + value.replaceAll("[^ -~]", "?") + "\", but ";
        return Optional.of(said + "must be " + range());
    }

    private boolean fits(String value) {
        return switch (kind) {
            case NUMBER ->
                value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
            case SWITCH -> value.toLowerCase(Locale.ROOT).matches("true|yes|on|1|false|no|off|0");
            case ADDRESS -> value.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?");
            case FOLDER -> value.indexOf(0) < 0 && Path.of(value).isAbsolute();
            case REDIS -> value.matches("rediss?://[^\\s/?#]+/?") && isServer(value);
            case NETWORKS -> Stream.of(value.split(",")).map(String::strip).allMatch(Setting::isNetwork);
            case ICE -> Stream.of(value.split(",")).map(String::strip).allMatch(Setting::isIce);
            case SUBJECT -> value.matches("mailto:[^\\s@]+@[^\\s@]+|https://[^\\s/?#@]+(/[^\\s?#]*)?");
            case HOSTS -> Stream.of(value.split(",")).map(String::strip).allMatch(Setting::isHost);
            case PUBLIC_KEY -> value.matches("[A-Za-z0-9_-]{87}");
            case PRIVATE_KEY -> value.matches("[A-Za-z0-9_-]{43}");
            case SECRET -> value.length() >= 16;
            case TEXT -> choices.isEmpty() || choices.contains(value);
        };
    }

    /** Read as the client does: what is no legal address would fail there, with the password in the failure's text. */
    private static boolean isServer(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null && (address.getPort() == -1 || isPort(address.getPort()));
        } catch (URISyntaxException illegal) {
            return false;
        }
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65_535;
    }

    private static boolean isIce(String text) {
        return text.matches(
                "(stuns?|turns?):(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?(\\?transport=(udp|tcp))?");
    }

    /** Without TLS only where that is said, and then one host alone. */
    private static boolean isHost(String text) {
        String name = "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*";
        return text.isEmpty()
                || text.matches("(https?://)?" + name + "(:[0-9]{1,5})?")
                || text.matches("\\*\\." + name);
    }

    private static boolean isNetwork(String text) {
        return text.isEmpty() || Network.find(text).isPresent();
    }
}
