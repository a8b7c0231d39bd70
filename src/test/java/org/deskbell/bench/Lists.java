package org.deskbell.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deskbell.browser.LongList;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerUnderTest;

/** Whether an agent's list stays fluid while he scrolls: with a few conversations, with a thousand, and while people write in them. */
final class Lists {
    private static final int MANY = 1_000;
    private static final int WRITING = 20;
    private static final int SECONDS = 15;
    private static final String FEW = WRITING + " conversations";
    private static final String CALM = "1,000";
    private static final String BUSY = "1,000, four messages a second";

    private Lists() {}

    static void measure(Sheet sheet) {
        sheet.base(FEW);
        try (ServerUnderTest server = ServerUnderTest.start(BesideBare.settings())) {
            List<ChatClient> writing = visitors(server.address(), WRITING);
            try {
                scroll(sheet, FEW, server.address());
                visitors(server.address(), MANY - WRITING).forEach(ChatClient::close);
                scroll(sheet, CALM, server.address());
                ScheduledExecutorService pens = Executors.newSingleThreadScheduledExecutor();
                int[] next = {0};
                pens.scheduleAtFixedRate(
                        () -> writing.get(next[0]++ % WRITING).say("One more word, number " + next[0]),
                        0,
                        250,
                        TimeUnit.MILLISECONDS);
                scroll(sheet, BUSY, server.address());
                pens.shutdownNow();
            } finally {
                writing.forEach(ChatClient::close);
            }
        }
    }

    private static List<ChatClient> visitors(URI server, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(n -> {
                    ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                    visitor.sayAndWait("Good morning, I have a question about order " + n + ". Where is it now?");
                    return visitor;
                })
                .toList();
    }

    private static void scroll(Sheet sheet, String column, URI server) {
        try (LongList list = LongList.at(server)) {
            // The first way through compiles, and lays rows out for the first time.
            LongList.Frames first = list.scroll(SECONDS);
            LongList.Frames then = list.scroll(SECONDS);
            sheet.note(column + ": " + list.size() + " in the list");
            figures(sheet, column, "first way through", first);
            figures(sheet, column, "again", then);
        }
    }

    private static void figures(Sheet sheet, String column, String way, LongList.Frames frames) {
        List<Double> sorted = new ArrayList<>(frames.all());
        Collections.sort(sorted);
        sheet.add(column, way + ": frames", "1/s", sorted.size() / (double) SECONDS);
        sheet.add(column, way + ": between two frames, p99", "ms", sorted.get(sorted.size() * 99 / 100));
        sheet.add(column, way + ": between two frames, longest", "ms", sorted.get(sorted.size() - 1));
        sheet.add(
                column,
                way + ": frames that took longer than 50 ms",
                "",
                frames.slow().size());
        sheet.add(
                column,
                way + ": the longest of them",
                "ms",
                frames.slow().stream().mapToDouble(each -> each).max().orElse(0));
    }
}
