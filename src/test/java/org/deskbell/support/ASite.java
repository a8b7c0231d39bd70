package org.deskbell.support;

import java.util.List;
import org.deskbell.site.Department;
import org.deskbell.site.Hours;
import org.deskbell.site.Manners;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;

/** A site for tests of pure code: as a new one is, but for what the test is about. */
public final class ASite {
    private final long id;
    private String key;
    private String text = "";
    private String accent = "#2f6f5e";
    private String secret = "secret";
    private boolean listsVisitors;
    private Hours hours = Hours.ALWAYS;
    private Manners manners = Manners.USUAL;
    private List<Department> departments = List.of();

    private ASite(long id) {
        this.id = id;
        key = "s" + id;
    }

    public static ASite numbered(long id) {
        return new ASite(id);
    }

    public ASite keyed(String as) {
        key = as;
        return this;
    }

    /** Everything that can be written about it: its name, the texts of its widget, its hidden parts. */
    public ASite saying(String all) {
        text = all;
        return this;
    }

    public ASite coloured(String colour) {
        accent = colour;
        return this;
    }

    public ASite signing(String with) {
        secret = with;
        return this;
    }

    public ASite opening(Hours at) {
        hours = at;
        return this;
    }

    /** Agents see who looks around there. */
    public ASite listing() {
        listsVisitors = true;
        return this;
    }

    public ASite meeting(Manners how) {
        manners = how;
        return this;
    }

    public ASite with(List<Department> all) {
        departments = all;
        return this;
    }

    public Site site() {
        return new Site(
                new SiteId(id),
                key,
                text.isEmpty() ? "Site" : text,
                List.of("https://shop.example"),
                accent,
                "right",
                "chat",
                "auto",
                null,
                text,
                text,
                text,
                text,
                text.isEmpty() ? List.of() : List.of(text),
                List.of(),
                secret,
                false,
                true,
                true,
                listsVisitors,
                manners,
                hours,
                departments,
                0);
    }
}
