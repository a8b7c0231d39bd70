package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.deskbell.support.Await;

/** A call that was allowed, as the two have it before them. */
record Call(Locator agents, Locator visitors) {

    private static final String HEARS = "(sound, patience) => new Promise(heard => {"
            + " const context = new AudioContext(), ear = context.createAnalyser(), end = Date.now() + patience;"
            + " context.createMediaStreamSource(sound.srcObject).connect(ear);"
            + " const wave = new Float32Array(ear.fftSize);"
            + " const listening = setInterval(() => { ear.getFloatTimeDomainData(wave);"
            + " const loud = wave.some(sample => Math.abs(sample) > 0.01); if (!loud && Date.now() < end) return;"
            + " clearInterval(listening); context.close(); heard(loud); }, 20); })";

    static Call of(Help help) {
        return new Call(
                help.agent().page().locator("#call .call"), help.visitor().in(".assist .call"));
    }

    /** Both come in; whether they find each other is another question. */
    Call join() {
        agents.locator(".call-start").click();
        visitors.locator(".call-start").click();
        return this;
    }

    Call connects() {
        assertThat(agents).hasAttribute("data-state", "connected");
        assertThat(visitors).hasAttribute("data-state", "connected");
        return this;
    }

    /** Each end hears the other: Chromium's microphone that is none beeps once a second. */
    Call isHeard() {
        assertThat(hears(agents)).as("the agent hears the visitor").isTrue();
        assertThat(hears(visitors)).as("the visitor hears the agent").isTrue();
        return this;
    }

    private static boolean hears(Locator end) {
        return (boolean) end.locator("audio").evaluate(HEARS, (int) Await.PATIENCE.toMillis());
    }
}
