package org.deskbell.support;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts agents into departments, as an administrator does it on their page. */
public final class Stations {
    private final WebSession administrator;

    public Stations(URI server) {
        administrator = new WebSession(server);
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    /** Into the one department of this name at a site of {@link House#site}. */
    public void putInto(String agent, String site, String department) {
        String page = administrator.get("console/agent?id=" + agent).body();
        int legend = page.indexOf(">Site " + site + "</legend>");
        Matcher box = Pattern.compile("<input[^>]*\\bname=\"([^\"]+)\"[^>]*><span[^>]*>" + department + "</span>")
                .matcher(page);
        if (legend < 0 || !box.find(legend)) throw new AssertionError("no department " + department + " in " + page);
        save(agent, List.of(box.group(1)));
    }

    /** @param departments which of those on the page, in its order, from 0 */
    public void put(String agent, Integer... departments) {
        List<String> boxes = form(agent).boxes();
        save(agent, Stream.of(departments).map(boxes::get).toList());
    }

    private void save(String agent, List<String> boxes) {
        Form form = form(agent);
        Map<String, String> values = form.values();
        values.keySet().removeAll(form.boxes());
        for (String chosen : boxes) values.put(chosen, "on");
        HttpResponse<String> answer = administrator.post(form.action().toString(), values);
        if (answer.statusCode() != 302) throw new AssertionError("departments were not saved: " + answer.body());
    }

    private Form form(String agent) {
        HttpResponse<String> page = administrator.get("console/agent?id=" + agent);
        return Form.with("station", page.body(), page.uri());
    }
}
