package org.deskbell.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTML form as the server sent it: its fields with their values, so that tests depend on what a person sees and not on names. */
public final class Form {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD =
            Pattern.compile("<(input|button|textarea|select)\\b([^>]*)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final URI action;
    private final List<Field> fields;

    /** A control with a name. */
    public record Field(String tag, String type, String name, String value) {
        boolean isButton() {
            return tag.equals("button") || type.equals("submit");
        }
    }

    private Form(URI action, List<Field> fields) {
        this.action = action;
        this.fields = fields;
    }

    public static List<Form> read(String html, URI page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            String action = attribute(form.group(1), "action");
            forms.add(
                    new Form(action == null || action.isEmpty() ? page : page.resolve(action), fields(form.group(2))));
        }
        return forms;
    }

    /** The first form of a page that asks for a password. */
    public static Form withPassword(String html, URI page) {
        return read(html, page).stream()
                .filter(form -> form.first("password") != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form with a password at " + page + ": " + html));
    }

    private static List<Field> fields(String inside) {
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(inside);
        while (field.find()) {
            String name = attribute(field.group(2), "name");
            if (name != null) {
                String type = attribute(field.group(2), "type");
                String value = attribute(field.group(2), "value");
                fields.add(new Field(
                        field.group(1).toLowerCase(java.util.Locale.ROOT),
                        type == null ? "text" : type,
                        name,
                        value == null ? "" : value));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "\\s*=\\s*(\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        if (!found.find()) {
            return null;
        }
        String raw = found.group(2) != null ? found.group(2) : found.group(3);
        return raw.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    public URI action() {
        return action;
    }

    public List<Field> fields() {
        return fields;
    }

    private Field first(String type) {
        return fields.stream()
                .filter(field -> field.tag().equals("input") && field.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    /** All fields with what they hold, as pressing the (first) button sends them. */
    public Map<String, String> values() {
        return values(fields.stream()
                .filter(Field::isButton)
                .map(Field::name)
                .findFirst()
                .orElse(""));
    }

    /** The same, as pressing the button of this name sends them. */
    public Map<String, String> values(String button) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            boolean isSent = field.isButton()
                    ? field.name().equals(button)
                    : !field.type().equals("checkbox");
            if (isSent) values.put(field.name(), field.value());
        }
        return values;
    }

    /** The log-in form filled in: the first text or mail field, and the password. */
    public Map<String, String> fill(String login, String password) {
        Map<String, String> values = values();
        Field name = first("email") != null ? first("email") : first("text");
        values.put(name.name(), login);
        values.put(first("password").name(), password);
        return values;
    }
}
