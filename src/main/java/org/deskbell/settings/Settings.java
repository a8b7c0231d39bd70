package org.deskbell.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operator has set: {@code DESKBELL_LOGIN_TRIES} in the environment, else the system property
 * {@code deskbell.login.tries}, else the default in {@link Setting}. A value that cannot be is named.
 */
@ApplicationScoped
public class Settings {
    /** So many beats, and looks for those of others, a node may miss before it is taken for dead. */
    private static final int BEATS = 5;

    private static final String LIST = "All settings are listed in deployment/README.md under \"Settings\".";

    private final Map<String, String> environment;
    private final Map<String, String> properties;

    public Settings() {
        this(System.getenv(), ours());
    }

    Settings(Map<String, String> environment, Map<String, String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    private static Map<String, String> ours() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("deskbell."))
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    /** Its value, stripped; empty when it is not set or blank. */
    public Optional<String> find(Setting setting) {
        Optional<String> found = Optional.ofNullable(environment.get(setting.variable()))
                .or(() -> Optional.ofNullable(properties.get(setting.property())))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        found.flatMap(setting::problem).ifPresent(problem -> {
            throw new Unfit(setting.property() + " " + problem + ". " + LIST);
        });
        return found;
    }

    public String text(Setting setting) {
        return find(setting).orElse(setting.otherwise());
    }

    public boolean flag(Setting setting) {
        return switch (text(setting).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            default -> false;
        };
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Whether sample data is put into an empty store. */
    public boolean demo() {
        return flag(Setting.DEMO);
    }

    /** Whether the pages are being worked on: nothing is cached by the browser. */
    public boolean development() {
        return flag(Setting.DEVELOPMENT);
    }

    /** Throws, with one sentence that names it, where something is set that is no setting, cannot be, or wants something else. */
    public void check() {
        new Spelling(environment.keySet(), properties.keySet()).problem().ifPresent(problem -> {
            throw new Unfit(problem + " " + LIST);
        });
        for (Setting setting : Setting.values()) find(setting);
        if (flag(Setting.ICE_RELAY) && !relays()) {
            throw new Unfit(
                    "deskbell.ice.relay wants a server that relays, or no call could connect: please name one in deskbell.ice,"
                            + " such as turn:turn.example:3478, and its secret in deskbell.turn.secret. " + LIST);
        }
        pushPair();
        if (number(Setting.NODE_DEAD) * 1_000
                < BEATS * Math.max(number(Setting.NODE_BEAT), number(Setting.NODE_POLL))) {
            throw new Unfit(
                    "deskbell.node.dead must be at least %d times deskbell.node.beat and deskbell.node.poll, or nodes that live would be"
                                    .formatted(BEATS)
                            + " taken for dead: please raise the first or lower the others. " + LIST);
        }
        find(Setting.ATTACHMENTS).ifPresent(Settings::checkFolder);
    }

    /** Made where it is not there yet. Only a file's name is written: a disk that is full is no wrong setting. */
    private static void checkFolder(String folder) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(Path.of(folder)), "deskbell", ".probe"));
        } catch (IOException cannot) {
            throw new Unfit(
                    "deskbell.attachments is \"%s\", but no file can be made there (%s): please name a folder in which the server's"
                                    .formatted(
                                            folder.replaceAll("[^ -~]", "?"),
                                            cannot.getClass().getSimpleName())
                            + " user may write, under systemd one of its ReadWritePaths. " + LIST);
        }
    }

    /** The keys that push services are to know us by; empty where none are set and we make our own. */
    public Optional<PushPair> pushPair() {
        Optional<String> open = find(Setting.PUSH_PUBLIC_KEY);
        Optional<String> secret = find(Setting.PUSH_PRIVATE_KEY);
        if (open.isEmpty() && secret.isEmpty()) return Optional.empty();
        if (open.isEmpty() || secret.isEmpty()) {
            throw new Unfit(
                    "deskbell.push.public-key and deskbell.push.private-key are set together or not at all. " + LIST);
        }
        try {
            return Optional.of(PushPair.read(open.get(), secret.get()));
        } catch (IllegalArgumentException unfit) {
            throw new Unfit(
                    "deskbell.push.public-key and deskbell.push.private-key are no pair: please set both as one tool has made"
                            + " them, or neither. " + LIST);
        }
    }

    private boolean relays() {
        return find(Setting.TURN_SECRET).isPresent()
                && Stream.of(text(Setting.ICE).split(","))
                        .map(String::strip)
                        .anyMatch(server -> server.startsWith("turn"));
    }

    /** The operator has to change something; the message is a sentence for him. */
    public static final class Unfit extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }
    }
}
