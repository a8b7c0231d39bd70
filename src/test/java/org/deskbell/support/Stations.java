package org.deskbell.support;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Puts agents into departments, as an administrator does it on their page. */
public final class Stations {
    private final WebSession administrator;

    public Stations(URI server) {
        administrator = new WebSession(server);
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    /** @param departments which of those on the page, in its order, from 0 */
    public void put(String agent, Integer... departments) {
        HttpResponse<String> page = administrator.get("console/agent?id=" + agent);
        Form form = Form.read(page.body(), page.uri()).stream()
                .filter(each ->
                        each.fields().stream().anyMatch(field -> field.name().equals("station")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no departments on the page of agent " + agent));
        Map<String, String> values = form.values();
        List<Form.Field> boxes = form.fields().stream()
                .filter(field -> field.type().equals("checkbox"))
                .toList();
        for (int chosen : departments) values.put(boxes.get(chosen).name(), "on");
        HttpResponse<String> answer = administrator.post(form.action().toString(), values);
        if (answer.statusCode() != 302) throw new AssertionError("departments were not saved: " + answer.body());
    }
}
