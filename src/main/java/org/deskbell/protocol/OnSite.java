package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/**
 * Who looks around on the sites of an agent: all, or those that changed. {@code all} is null where {@code items} holds everybody; {@code on}:
 * one of his sites lists its visitors at all.
 */
public record OnSite(boolean whole, List<Item> items, List<String> gone, Integer all, boolean on)
        implements FromServer {
    /** One of them; name, title, referrer, language, owner and conversation may be null. */
    public record Item(
            String id,
            String name,
            boolean verified,
            String siteKey,
            String siteName,
            String url,
            String title,
            int pages,
            String referrer,
            String language,
            int visits,
            Instant since,
            String state,
            Person owner,
            String conversation) {
        void write(Members out) {
            out.text("id", id).text("name", name).flag("verified", verified);
            out.object("site", o -> o.text("key", siteKey).text("name", siteName));
            out.object("page", o -> o.text("url", url).text("title", title));
            out.number("pages", pages).text("referrer", referrer).text("language", language);
            out.number("visits", visits).instant("since", since).text("state", state);
            if (owner != null) out.object("owner", o -> o.text("id", owner.id()).text("name", owner.name()));
            out.text("conversation", conversation);
        }
    }

    @Override
    public String type() {
        return "onsite";
    }

    @Override
    public void members(Members out) {
        out.flag("whole", whole).list("items", items, Item::write);
        if (!gone.isEmpty()) out.words("gone", gone);
        out.numberOrNull("all", all).flag("on", on);
    }
}
