package org.deskbell.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Passes on what other nodes said, by whatever way it came: what belongs to one topic at once. */
@ApplicationScoped
public class Hearing {
    private static final System.Logger LOG = System.getLogger(Hearing.class.getName());

    /** One word as it travels. */
    record Word(String node, String topic, String text) {
        static Word parse(String node, String line) {
            int space = line.indexOf(' ');
            return new Word(node, line.substring(0, space), line.substring(space + 1));
        }

        static String line(String topic, String text) {
            return topic + ' ' + text;
        }

        private boolean follows(Word other) {
            return node.equals(other.node) && topic.equals(other.topic);
        }
    }

    @Inject
    Event<Heard> heard;

    @Inject
    Event<HeardAll> all;

    void pass(List<Word> words) {
        int from = 0;
        for (int to = 1; to <= words.size(); to++) {
            if (to < words.size() && words.get(to).follows(words.get(from))) continue;
            pass(words.get(from), words.subList(from, to));
            from = to;
        }
        guarded("all that came", () -> all.fire(new HeardAll()));
    }

    private void pass(Word first, List<Word> alike) {
        List<String> texts = new ArrayList<>(alike.size());
        for (Word word : alike) texts.add(word.text());
        guarded(first.topic(), () -> heard.fire(new Heard(first.node(), first.topic(), texts)));
    }

    private static void guarded(String what, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "Words of other nodes about " + what + " were not understood", bug);
        }
    }
}
