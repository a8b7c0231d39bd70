package org.deskbell.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Takes a state that no page of ours has ever held for one that has expired: Mojarra fails on what it cannot read. A page that really fails
 * does so again, and says it, when it is opened anew.
 */
public class GenuineState extends ViewHandlerWrapper {
    private static final System.Logger LOG = System.getLogger(GenuineState.class.getName());

    public GenuineState(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot restoreView(FacesContext context, String view) {
        try {
            return super.restoreView(context, view);
        } catch (ViewExpiredException expired) {
            throw expired;
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "A form came with a state that is none", unreadable);
            throw new ViewExpiredException("A state that is none", unreadable, view);
        }
    }
}
