package org.deskbell.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSeenTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/p/1?mail=lin@example.com#me, https://shop.example/p/1",
        "https://lin:secret@Shop.example:8443/a/, https://shop.example:8443/a/",
        "http://shop.example, http://shop.example",
        "https://shop.example/of/lin@example.com/x, https://shop.example/of/…/x",
        "https://shop.example/of/lin%40example.com, https://shop.example/of/…",
        "https://shop.example/reset/3f2504e0-4f89-11d3-9a0c-0305e82c3301, https://shop.example/reset/…",
        "https://shop.example/t/abcdefghijklmnopqrstuvwx1, https://shop.example/t/…",
        "https://shop.example/t/aB3-dE6_gH9-jK2_mN5-pQ8_sT, https://shop.example/t/…",
        "https://shop.example/how-to-water-a-very-thirsty-plant, https://shop.example/how-to-water-a-very-thirsty-plant",
        "https://shop.example/a|b, https://shop.example/a_b",
    })
    void nothingOfTheAddressIsAboutTheVisitor(String said, String kept) {
        assertThat(PageSeen.of(said, "A pot", AT)).hasValueSatisfying(page -> {
            assertThat(page.url()).isEqualTo(kept);
            assertThat(page.title()).isEqualTo("A pot");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "data:text/html,x",
                "https://%zz/"
            })
    void whatIsNoPageOfTheWebIsNotKept(String said) {
        assertThat(PageSeen.of(said, null, AT)).isEmpty();
        assertThat(PageSeen.host(said)).isEmpty();
    }

    @Test
    void longOnesAreCut() {
        PageSeen page = PageSeen.of("https://shop.example/" + "ab-".repeat(500), "t".repeat(500), AT)
                .orElseThrow();
        assertThat(page.url()).hasSize(PageSeen.ADDRESS);
        assertThat(page.title()).hasSize(PageSeen.TITLE);
    }

    @Test
    void ofWhereHeCameFromOnlyTheHostIsKept() {
        assertThat(PageSeen.host("https://search.example/find?q=a+secret")).hasValue("search.example");
    }
}
