package org.deskbell.demo;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.deskbell.settings.Settings;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The sample shop's log-in: whoever asks is Lin. Does not exist unless the demo switch is on. */
@WebServlet("/demo/identity")
public class ShopIdentity extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Site> site = settings.demo() ? sites.byKey(Demo.SITE) : Optional.empty();
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String proof = new ShopServer(site.get(), clock).sign(Demo.LIN, "Lin Larsson", "lin@example.com");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("id", Demo.LIN)
                        .add("name", "Lin Larsson")
                        .add("proof", proof)
                        .build());
    }
}
