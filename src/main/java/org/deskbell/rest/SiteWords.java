package org.deskbell.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.deskbell.attachment.Policy;
import org.deskbell.site.Site;

/** What a browser is told about a site, as JSON that is safe inside a script and inside a page. */
final class SiteWords {
    private SiteWords() {}

    /** What the button needs to know; {@code hide}: nobody is there, and then this site has no button. */
    static String ofButton(Site site, String base, boolean hide) {
        JsonObjectBuilder words = common(site, base)
                .add("accent", site.accent())
                .add("onAccent", Ink.on(site.accent()))
                .add("label", site.buttonLabel());
        if (hide) words.add("hide", true);
        else if (site.listsVisitors()) words.add("load", true);
        return safe(words);
    }

    /** What the window needs to know. */
    static String ofWindow(Site site, Policy files, String base) {
        JsonObjectBuilder words = common(site, base)
                .add("accent", site.accent())
                .add("title", site.title())
                .add("greeting", site.greeting())
                .add("consent", site.consent())
                .add("plain", site.plainClients())
                .add("rating", site.manners().rating())
                .add("transcript", site.manners().transcript())
                .add("hidden", String.join("\n", site.hiddenParts()))
                .add("origins", Json.createArrayBuilder(site.origins()));
        if (site.listsVisitors()) words.add("looks", true);
        if (files.enabled()) {
            words.add(
                    "files",
                    Json.createObjectBuilder().add("size", files.bytes()).add("count", files.together()));
        }
        return safe(words);
    }

    private static JsonObjectBuilder common(Site site, String base) {
        JsonObjectBuilder words = Json.createObjectBuilder()
                .add("key", site.key())
                .add("base", base)
                .add("name", site.name())
                .add("side", site.side())
                .add("icon", site.icon())
                .add("scheme", site.scheme());
        return site.language() == null ? words : words.add("language", site.language());
    }

    /**
     * No letter in it can end the script around it or start a comment there; U+2028 and U+2029 end a line in older
     * scripts.
     */
    private static String safe(JsonObjectBuilder words) {
        return words.build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
