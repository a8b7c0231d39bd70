package org.deskbell.console;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.deskbell.settings.Languages;

/** Shows every Faces page in the language of its reader: what the agent chose, else what the browser says. */
public class ChosenLocale extends ViewHandlerWrapper {
    public ChosenLocale(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        String chosen = CDI.current().select(Here.class).get().getLikes().getOrDefault("language", "auto");
        return Languages.ALL.contains(chosen)
                ? Locale.forLanguageTag(chosen)
                : Languages.of((HttpServletRequest) context.getExternalContext().getRequest());
    }
}
