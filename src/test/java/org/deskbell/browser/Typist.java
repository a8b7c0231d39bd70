package org.deskbell.browser;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;

/** Types with the keyboard into whatever of a page takes text, found as a person would find it and not by names. */
final class Typist {
    private static final int MOST = 16;
    /** The next one that is there to be seen; shadow roots are gone through, Deskbell's own parts are not. */
    private static final String NEXT =
            """
            () => {
              const done = window.fieldsTypedInto ??= new WeakSet();
              const below = root => [...root.querySelectorAll('*')].flatMap(element => /^deskbell-/.test(element.localName) ? []
                : [element, ...element.shadowRoot ? below(element.shadowRoot) : []]);
              const isField = element => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
                && !/^(?:checkbox|radio|range|color|submit|button|reset|image|hidden|file)$/.test(element.type);
              const takes = element => isField(element) ? !element.disabled && !element.readOnly
                : element.isContentEditable && !element.parentElement?.isContentEditable;
              const next = below(document).find(element => !done.has(element) && takes(element)
                && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length);
              if (next) done.add(next);
              next?.focus();
              return next;
            }
            """;

    private final String text;
    private final String digits;
    private int number = 100;

    Typist(String text, String digits) {
        this.text = text;
        this.digits = digits;
    }

    /** Replaces what stands in every field that was not typed into so far, and says how many; a page may make new ones on and on. */
    int everywhere(Page page) {
        for (int count = 0; count < MOST; count++) {
            ElementHandle field = page.evaluateHandle(NEXT).asElement();
            if (field == null) return count;
            boolean isNumber = (Boolean) field.evaluate("field => field.type === 'number'");
            Keyboard keyboard = page.keyboard();
            keyboard.press("Control+a");
            keyboard.type(isNumber ? number + digits : "Hansi " + letters(number) + text + ".");
            number++;
            keyboard.press("Tab");
        }
        return MOST;
    }

    /** In front, so that what was learned of one field does not help with the next. */
    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
