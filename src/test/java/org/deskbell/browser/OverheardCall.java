package org.deskbell.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.deskbell.support.Demo;

/** A call that is allowed and not begun, and what each end will tell the other. */
record OverheardCall(Call call, Signals visitor, Signals agent) {

    static OverheardCall at(People people, URI server) {
        Signals visitor = new Signals(people.person().newPage());
        Signals agent = new Signals(people.person().newPage());
        Page page = visitor.page();
        page.navigate(server.resolve("demo/index.html").toString());
        People.logIn(agent.page(), server, Demo.AGENT, Demo.PASSWORD);
        Help help = Help.between(new Widget(page).open(), new Inbox(agent.page()).ready());
        help.ask("voice").allow("voice");
        return new OverheardCall(Call.of(help), visitor, agent);
    }
}
