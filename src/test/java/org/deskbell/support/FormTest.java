package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final URI LOGIN = URI.create("http://localhost:1/login");

    private static final String PAGE =
            """
            <form id="search" action="/search"><input name="q"></form>
            <form action="/login;jsessionid=1" method="post">
            <input type="email" name="f:login" required>
            <INPUT type='password' name='f:word'>
            <input type="checkbox" name="keep" value="on">
            <input type="hidden" name="jakarta.faces.ViewState" value="12:&amp;3">
            <button type="submit" name="f:go" value="Log in">Log in</button><button name="f:other">Other</button></form>""";

    private static final String CHOICES =
            """
            <form method="post">
            <input type="radio" name="way" value="pick"><input type="radio" name="way" value="turns" checked="checked">
            <input type="radio" name="way" value="load"><input type="radio" name="unchosen" value="one">
            <input type="checkbox" name="ticked" value="yes" checked><input type="checkbox" name="bare" value="yes">
            <select name="zone"><option value="UTC">UTC</option><option value="Asia/Tokyo" selected>Tokyo</option></select>
            <textarea name="words">two
            &lt;lines&gt;</textarea>
            <input name="shut" value="1" disabled>
            <input type="submit" name="save" value="Save"><input type="submit" name="remove" value="Remove"></form>""";

    @Test
    void theLogInFormIsFoundByItsPasswordAndFilledIn() {
        Form form = Form.withPassword(PAGE, LOGIN);

        assertThat(form.action()).isEqualTo(URI.create("http://localhost:1/login;jsessionid=1"));
        assertThat(form.fill("ann", "secret"))
                .containsEntry("f:login", "ann")
                .containsEntry("f:word", "secret")
                .containsEntry("jakarta.faces.ViewState", "12:&3")
                .containsEntry("f:go", "Log in")
                .doesNotContainKeys("keep", "f:other");
    }

    @Test
    void aFormSendsWhatABrowserWouldSend() {
        Form form = Form.with("remove", CHOICES, LOGIN);

        assertThat(form.action()).isEqualTo(LOGIN);
        assertThat(form.boxes()).containsExactly("ticked", "bare");
        assertThat(form.values("remove"))
                .isEqualTo(Map.of(
                        "way",
                        "turns",
                        "ticked",
                        "yes",
                        "zone",
                        "Asia/Tokyo",
                        "words",
                        "two\n<lines>",
                        "remove",
                        "Remove"));
        assertThat(form.values()).containsEntry("save", "Save").doesNotContainKey("remove");
    }

    @Test
    void aPageWithoutTheFormFailsTheTestThatWantsIt() {
        assertThatThrownBy(() -> Form.with("give", PAGE, LOGIN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no form with give at http://localhost:1/login");
    }
}
