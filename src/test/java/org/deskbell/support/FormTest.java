package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String PAGE =
            """
            <form id="search" action="/search"><input name="q"></form>
            <form action="/login;jsessionid=1" method="post">
            <input type="email" name="f:login" required>
            <INPUT type='password' name='f:word'>
            <input type="checkbox" name="keep" value="on">
            <input type="hidden" name="jakarta.faces.ViewState" value="12:&amp;3">
            <button type="submit" name="f:go" value="Log in">Log in</button><button name="f:other">Other</button></form>""";

    @Test
    void theLogInFormIsFoundByItsPasswordAndFilledIn() {
        Form form = Form.withPassword(PAGE, URI.create("http://localhost:1/login"));

        assertThat(form.action()).isEqualTo(URI.create("http://localhost:1/login;jsessionid=1"));
        assertThat(form.fill("ann", "secret"))
                .containsEntry("f:login", "ann")
                .containsEntry("f:word", "secret")
                .containsEntry("jakarta.faces.ViewState", "12:&3")
                .containsEntry("f:go", "Log in")
                .doesNotContainKeys("keep", "f:other");
    }
}
