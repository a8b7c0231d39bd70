package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deskbell.bench.bare.BareEndpoint;
import org.deskbell.support.Wars;

/** The bare endpoint and its clients. */
final class BareSubject extends Subject {

    private static final byte[] ANY = new byte[0];

    private final URI base;
    private final List<Ship> visitors = new ArrayList<>();
    private final List<Ship> agents = new ArrayList<>();
    private int perAgent;
    private int open;

    BareSubject(URI base) {
        this.base = base;
    }

    /** A WAR with nothing but the endpoint in it, exploded and, beside that, packed. */
    static Path war() {
        try {
            Path war = Files.createDirectories(Wars.FOLDER.resolve("bare"));
            Path classes = Files.createDirectories(war.resolve("WEB-INF/classes/org/deskbell/bench/bare"));
            try (Stream<Path> compiled =
                    Files.list(Path.of(BareEndpoint.class.getResource("").toURI()))) {
                for (Path each : compiled.toList()) {
                    Files.copy(each, classes.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.writeString(
                    war.resolve("WEB-INF/web.xml"),
                    "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"></web-app>\n");
            Files.writeString(
                    war.resolve("WEB-INF/jboss-web.xml"),
                    "<jboss-web xmlns=\"http://www.jboss.com/xml/ns/javaee\" version=\"15.0\">\n</jboss-web>\n");
            Wars.pack(war, war);
            return war;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    void pair(Fleet fleet, int pairs, int many) {
        perAgent = many;
        for (int pair = 0; pair < pairs; pair++) {
            visitors.add(fleet.launch(base, "/relay/" + pair + "/" + pair + "/visitor", "", ears(false)));
        }
        for (int first = 0; first < pairs; first += many) {
            int last = Math.min(pairs, first + many) - 1;
            agents.add(fleet.launch(base, "/relay/" + first + "/" + last + "/agent", "", ears(true)));
        }
        fleet.sail("all pairs of the bare endpoint", 60, () -> open == visitors.size() + agents.size());
    }

    private Ship.Ears ears(boolean agent) {
        return new Ship.Ears() {
            @Override
            public void opened(Ship ship) {
                open++;
            }

            @Override
            public void text(Ship ship, byte[] buffer, int from, int to) {
                scan(buffer, from, to, ANY, agent);
            }
        };
    }

    @Override
    void sayAsVisitor(int pair, long index) {
        visitors.get(pair).send(pair + " " + text(index));
    }

    @Override
    void sayAsAgent(int pair, long index) {
        agents.get(pair / perAgent).send(pair + " " + text(index));
    }

    @Override
    void idle(Fleet fleet, int number, Runnable live, Runnable lost) {
        int pair = 1_000_000 + number;
        fleet.launch(base, "/relay/" + pair + "/" + pair + "/visitor", "", new Ship.Ears() {
            @Override
            public void opened(Ship ship) {
                ship.send(pair + " hello");
            }

            @Override
            public void text(Ship ship, byte[] buffer, int from, int to) {
                live.run();
            }

            @Override
            public void sunk(Ship ship, int code) {
                lost.run();
            }
        });
    }
}
