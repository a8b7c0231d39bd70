package org.deskbell.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.WebSession;

/** Deskbell whole, and clients that speak its protocol. */
final class DeskbellSubject extends Subject {

    static final String PROTOCOL = "Sec-WebSocket-Protocol: deskbell.v1\r\n";

    private final URI visitorsNode;
    private final URI agentsNode;
    private final List<Ship> visitors = new ArrayList<>();
    private final List<Ship> agents = new ArrayList<>();
    private String[] conversations;
    private int perAgent;
    private int ready;
    private boolean running;

    /** Visitors on one node and agents on the same or on another. */
    DeskbellSubject(URI visitorsNode, URI agentsNode) {
        this.visitorsNode = visitorsNode;
        this.agentsNode = agentsNode;
    }

    @Override
    void pair(Fleet fleet, int pairs, int many) {
        perAgent = many;
        running = false;
        conversations = new String[pairs];
        visitors.clear();
        agents.clear();
        startVisitors(fleet, pairs);
        startAgents(fleet, pairs);
        running = true;
    }

    private void startVisitors(Fleet fleet, int pairs) {
        ready = 0;
        for (int pair = 0; pair < pairs; pair++) {
            int number = pair;
            visitors.add(fleet.launch(
                    visitorsNode, "/chat", PROTOCOL, ears(false, hello(), frame -> visitorStarted(number, frame))));
        }
        fleet.sail("a conversation for every visitor", 120, () -> ready == pairs);
    }

    private void visitorStarted(int pair, Frame frame) {
        if (frame.is("welcome")) {
            visitors.get(pair)
                    .send(Frame.of("post", "ref", "start-" + pair + "-0", "text", "Hello")
                            .toString());
        } else if (frame.is("posted") && frame.has("ref")) {
            conversations[pair] = frame.text("conversation");
            ready++;
        } else if (frame.is("refused")) {
            throw new IllegalStateException(frame.toString());
        }
    }

    private void startAgents(Fleet fleet, int pairs) {
        String headers = console(agentsNode);
        ready = 0;
        for (int first = 0; first < pairs; first += perAgent) {
            int from = first;
            agents.add(fleet.launch(
                    agentsNode,
                    "/desk",
                    headers,
                    ears(true, Frame.of("hello"), frame -> agentStarted(from, pairs, frame))));
        }
        fleet.sail("every conversation open at its agent", 120, () -> ready == pairs);
    }

    /** The headers of a console that is logged in. */
    static String console(URI node) {
        return console(node, Demo.AGENT);
    }

    /** @param login of one with the demo's password */
    static String console(URI node, String login) {
        WebSession session = new WebSession(node);
        session.logIn(login, Demo.PASSWORD);
        return PROTOCOL + "Cookie: " + session.cookies() + "\r\n";
    }

    /** Of the pairs, in their order. */
    List<String> conversations() {
        return List.of(conversations);
    }

    private void agentStarted(int first, int pairs, Frame frame) {
        if (frame.is("welcome")) {
            for (int pair = first; pair < Math.min(pairs, first + perAgent); pair++) {
                agents.get(first / perAgent)
                        .send(Frame.of("open", "conversation", conversations[pair])
                                .toString());
            }
        } else if (frame.is("live")) {
            ready++;
        } else if (frame.is("refused")) {
            throw new IllegalStateException(frame.toString());
        }
    }

    static Frame hello() {
        return Frame.of("hello", "site", Demo.SITE);
    }

    private Ship.Ears ears(boolean agent, Frame hello, java.util.function.Consumer<Frame> starting) {
        return new Ship.Ears() {
            @Override
            public void opened(Ship ship) {
                ship.send(hello.toString());
            }

            @Override
            public void text(Ship ship, byte[] buffer, int from, int to) {
                if (running) {
                    // A console's list: no browser that draws it shares these cores.
                    if (startsWith(buffer, from, to, Marks.INBOX)) return;
                    if (find(buffer, from, to, Marks.REFUSED) < to) {
                        System.out.println("  refused: " + new String(buffer, from, to - from, StandardCharsets.UTF_8));
                    }
                    scan(buffer, from, to, Marks.POSTED, agent);
                } else {
                    Frame.read(new String(buffer, from, to - from, StandardCharsets.UTF_8))
                            .forEach(starting);
                }
            }

            @Override
            public void sunk(Ship ship, int code) {
                throw new IllegalStateException((agent ? "an agent" : "a visitor") + " was closed with " + code);
            }
        };
    }

    @Override
    void sayAsVisitor(int pair, long index) {
        visitors.get(pair)
                .send("{\"type\":\"post\",\"ref\":\"visitor-" + index + "\",\"text\":\"" + text(index) + "\"}");
    }

    @Override
    void sayAsAgent(int pair, long index) {
        agents.get(pair / perAgent)
                .send("{\"type\":\"post\",\"conversation\":\"" + conversations[pair] + "\",\"ref\":\"agents-" + index
                        + "\",\"text\":\"" + text(index) + "\"}");
    }

    @Override
    void idle(Fleet fleet, int number, Runnable live, Runnable lost) {
        fleet.launch(visitorsNode, "/chat", PROTOCOL, new Ship.Ears() {
            private boolean welcomed;

            @Override
            public void opened(Ship ship) {
                ship.send(hello().toString());
            }

            @Override
            public void text(Ship ship, byte[] buffer, int from, int to) {
                if (!welcomed && new String(buffer, from, to - from, StandardCharsets.UTF_8).contains("\"welcome\"")) {
                    welcomed = true;
                    live.run();
                }
            }

            @Override
            public void sunk(Ship ship, int code) {
                lost.run();
            }
        });
    }
}
