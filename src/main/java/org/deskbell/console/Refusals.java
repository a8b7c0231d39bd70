package org.deskbell.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.ResourceBundle;
import org.deskbell.settings.Refused;

/** Puts a refusal into words for a Faces page. */
final class Refusals {
    private Refusals() {}

    static String sentence(Refused refused) {
        return sentence(refused.reason(), "");
    }

    /** {@code detail}: the piece that is meant, or the limit. */
    static String sentence(String reason, String detail) {
        ResourceBundle words = Words.bundle("refusals");
        return words.containsKey(reason) ? Words.put(words.getString(reason), detail) : Words.say("refused");
    }

    /** Shows the refusal on the page, for the field with this id or, when it is null, for the whole page. */
    static void show(Refused refused, String field) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence(refused), null));
    }
}
