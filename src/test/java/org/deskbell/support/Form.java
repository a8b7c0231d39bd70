package org.deskbell.support;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** One HTML form as the server sent it: its fields with their values, so that tests depend on what a person sees and not on names. */
public final class Form {
    private static final String BUTTONS = "button[name], input[type=submit][name]";

    private final FormElement form;
    private final URI page;

    private Form(FormElement form, URI page) {
        this.form = form;
        this.page = page;
    }

    /** The first form of a page that has a field or a button of this name. */
    public static Form with(String name, String html, URI page) {
        return first(html, page, each -> each.attr("name").equals(name), name);
    }

    /** The first form of a page that asks for a password. */
    public static Form withPassword(String html, URI page) {
        return first(html, page, each -> each.attr("type").equalsIgnoreCase("password"), "a password");
    }

    private static Form first(String html, URI page, Predicate<Element> field, String what) {
        return Jsoup.parse(html).forms().stream()
                .filter(form -> form.elements().stream().anyMatch(field))
                .findFirst()
                .map(form -> new Form(form, page))
                .orElseThrow(() -> new AssertionError("no form with " + what + " at " + page + ": " + html));
    }

    public URI action() {
        String action = form.attr("action");
        return action.isEmpty() ? page : page.resolve(action);
    }

    /** What choosing this one of a list sends. */
    public String option(String list, String text) {
        return form.select("select[name=" + list + "] option").stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + text + " in " + form))
                .attr("value");
    }

    /** The names of its checkboxes. */
    public List<String> boxes() {
        return form.select("input[type=checkbox]").eachAttr("name");
    }

    /** All fields with what they hold, as pressing the (first) button sends them: no boxes that are not ticked. */
    public Map<String, String> values() {
        Element button = form.selectFirst(BUTTONS);
        return values(button == null ? "" : button.attr("name"));
    }

    /** The same, as pressing the button of this name sends them. */
    public Map<String, String> values(String button) {
        List<Element> buttons = form.select(BUTTONS);
        List<String> names = buttons.stream().map(each -> each.attr("name")).toList();
        Map<String, String> values = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) if (!names.contains(field.key())) values.put(field.key(), field.value());
        if (names.contains(button))
            values.put(button, buttons.get(names.indexOf(button)).attr("value"));
        return values;
    }

    /** The log-in form filled in: the mail field or the first text field, and the password. */
    public Map<String, String> fill(String login, String password) {
        Map<String, String> values = values();
        Element name = form.selectFirst("input[type=email]");
        if (name == null) name = form.selectFirst("input[type=text], input:not([type])");
        values.put(name.attr("name"), login);
        values.put(form.selectFirst("input[type=password]").attr("name"), password);
        return values;
    }
}
