package org.deskbell.demo;

import java.util.List;
import org.deskbell.answers.AnswerDraft;
import org.deskbell.site.SiteId;

/** What the sample shop's agents write every day. */
final class SampleAnswers {
    private SampleAnswers() {}

    static List<AnswerDraft> of(SiteId site) {
        return List.of(
                shared(
                        null,
                        "hello",
                        "Greeting",
                        "Hello {{visitor.name|there}}, I am {{agent.name}}. What can I do for you?"),
                shared(
                        site,
                        "parcel",
                        "Where is my parcel",
                        "Your order {{attribute.Last order|you asked about}} is on its way. You can follow it at"
                                + " https://parcels.example/, where you enter the number from our mail."),
                shared(
                        site,
                        "returns",
                        "How to send something back",
                        "You can send anything back within 30 days, plants too. The label is in the box; without one, tell"
                                + " me your order's number and I send you another.\n\nThe money is back within five days."),
                shared(
                        null,
                        "bye",
                        "Farewell",
                        "You are welcome, {{visitor.name|and all the best}}. {{site.name}} is here whenever you need us."));
    }

    private static AnswerDraft shared(SiteId site, String shortcut, String title, String text) {
        return new AnswerDraft(true, site, shortcut, title, text);
    }
}
