package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdsTest {
    @Test
    void whatWasMadeIsOneAndDiffersEachTime() {
        String made = ConversationIds.publicId();
        assertThat(ConversationIds.mayBeOne(made)).isTrue();
        assertThat(ConversationIds.publicId()).isNotEqualTo(made);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "c-1 ",
                "c-\u0000",
                "\ud800",
                "c-1\n",
                "c-1' or '1'='1",
                "c-9hZKJ2qDCk0cAqkJm3Xy1g9hZKJ2qDCk0cAqkJm3Xy1g"
            })
    void whatNoConversationCanBeCalledIsNotLookedFor(String text) {
        assertThat(ConversationIds.mayBeOne(text)).isFalse();
    }
}
