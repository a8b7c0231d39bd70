package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.deskbell.settings.Address;
import org.deskbell.settings.Settings;
import org.deskbell.site.Manners;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The script a customer's page embeds: what the site looks like, then the loader. */
@WebServlet("/widget/deskbell.js")
public class Loader extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/javascript;charset=UTF-8";
    private static final String UNKNOWN =
            """
            /* Deskbell: there is no site with this key.
               Please copy the script tag from the console again: Sites, your site, "Put it on your website". */
            """;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Settings settings;

    @Inject
    private transient Address address;

    @Inject
    private transient WarFile files;

    @Inject
    private transient SomebodyThere somebody;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Pages of any site may load it, also those that isolate themselves (Cross-Origin-Embedder-Policy).
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        String key = request.getParameter("site");
        Optional<Site> site = sites.byKey(key);
        if (key != null && site.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "no-cache");
            Body.of(TYPE, UNKNOWN).answer(request, response);
            return;
        }
        boolean hides = site.isPresent() && site.get().manners().offline() == Manners.Offline.HIDE;
        String fresh = "public, max-age=" + (hides ? 30 : 300);
        response.setHeader("Cache-Control", settings.development() ? "no-cache" : fresh);
        boolean hide = hides && !somebody.now(site.get());
        // Without a key in the address, the loader takes it from its tag and asks again.
        String look = site.map(
                        found -> "window.DeskbellSite=" + SiteWords.ofButton(found, address.of(request), hide) + ";\n")
                .orElse("");
        Body.of(TYPE, look + files.text("/widget/deskbell.js")).answer(request, response);
    }
}
