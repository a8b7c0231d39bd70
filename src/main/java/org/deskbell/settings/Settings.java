package org.deskbell.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator may set: {@code DESKBELL_LOGIN_TRIES} in the environment, else the system property
 * {@code deskbell.login.tries}, else the default. A value that cannot be read stops the start with its name.
 */
@ApplicationScoped
public class Settings {
    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> properties;

    public Settings() {
        this(System::getenv, System::getProperty);
    }

    Settings(UnaryOperator<String> environment, UnaryOperator<String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /** The value of {@code deskbell.NAME}, stripped; empty when it is not set or blank. */
    public Optional<String> find(String name) {
        String key = "deskbell." + name;
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(environment.apply(variable))
                .or(() -> Optional.ofNullable(properties.apply(key)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return find(name).map(value -> readFlag(name, value)).orElse(otherwise);
    }

    /** A number between {@code least} and {@code most}, both included. */
    public int number(String name, int otherwise, int least, int most) {
        int value = find(name).map(text -> readNumber(name, text)).orElse(otherwise);
        if (value < least || value > most) {
            throw new IllegalStateException("deskbell." + name + " must be between " + least + " and " + most);
        }
        return value;
    }

    /** Whether sample data is put into an empty store. */
    public boolean demo() {
        return flag("demo", false);
    }

    /** Whether the pages are being worked on: nothing is cached by the browser. */
    public boolean development() {
        return flag("development", false);
    }

    private static boolean readFlag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalStateException("deskbell." + name + " must be true or false");
        };
    }

    private static int readNumber(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("deskbell." + name + " must be a whole number", e);
        }
    }
}
