package org.deskbell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilesTest {
    @Test
    void aNameTravelsInAsciiForOldClientsAndWholeForAllOthers() {
        assertThat(Files.disposition("pot.jpg"))
                .isEqualTo("attachment; filename=\"pot.jpg\"; filename*=UTF-8''pot.jpg");
        assertThat(Files.disposition("größe; 1'*.pdf"))
                .isEqualTo(
                        "attachment; filename=\"gr__e_ 1__.pdf\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%3B%201%27%2A.pdf");
    }
}
