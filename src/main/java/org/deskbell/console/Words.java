package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.deskbell.settings.Languages;

/** The language of the page, and its sentences with something put into them. */
@Named
@RequestScoped
public class Words {
    /** A language, by the name its speakers have for it. */
    public record Tongue(String tag, String name) {}

    @Inject
    private FacesContext faces;

    public String getLanguage() {
        return Languages.tag(locale(faces));
    }

    /** Of the page. */
    Locale locale() {
        return locale(faces);
    }

    public String getDir() {
        return Languages.rightToLeft(locale(faces)) ? "rtl" : "ltr";
    }

    /** All that can be chosen. */
    public List<Tongue> getTongues() {
        return Languages.ALL.stream()
                .map(tag -> new Tongue(tag, ownName(Locale.forLanguageTag(tag))))
                .toList();
    }

    private static String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** Puts a value into a sentence of the bundle. */
    public String fill(String sentence, Object value) {
        return put(sentence, value);
    }

    public String fill(String sentence, Object first, Object second) {
        return put(sentence, first, second);
    }

    /** The sentence with this key, in the language of the page that is being shown. */
    static String say(String key, Object... values) {
        return put(bundle("messages").getString(key), values);
    }

    /** The same; null where there is no such sentence. */
    static String find(String key) {
        return bundle("messages").containsKey(key) ? say(key) : null;
    }

    static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(name, locale(FacesContext.getCurrentInstance()));
    }

    private static Locale locale(FacesContext faces) {
        return faces.getViewRoot() == null
                ? faces.getApplication().getViewHandler().calculateLocale(faces)
                : faces.getViewRoot().getLocale();
    }

    /** Not by MessageFormat, in which an apostrophe has a meaning; what goes in is isolated from lines of the other direction. */
    static String put(String sentence, Object... values) {
        String text = sentence;
        for (int at = 0; at < values.length; at++) {
            Object value = values[at];
            text = text.replace(
                    "{" + at + "}", value instanceof Number ? value.toString() : "\u2068" + value + "\u2069");
        }
        return text;
    }
}
