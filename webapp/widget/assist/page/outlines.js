/**
 * Shows the visitor, in the page itself, what the agent does not get to see: hidden parts and masked fields.
 *
 *   new Outlines().show(selector of hidden parts, strong) hide()
 */

const FIELDS = ['input:not([type="hidden"],[type="submit"],[type="button"],[type="reset"],[type="image"])', 'textarea', 'select', '[contenteditable]:not([contenteditable="false"])'];
const SHOWN = ':not([data-deskbell="show"], [data-deskbell="show"] *)';
const SECRET = 'input[type="password"], input[autocomplete*="cc-"], input[autocomplete*="one-time-code"]';
/** By this the filter knows our rules: they are for the visitor, not for the agent. */
const OURS = ':not(deskbell-assist)';

export class Outlines {
  #sheet = new CSSStyleSheet();
  #rules = '';

  /** @param {string} hidden @param {boolean} strong */
  show(hidden, strong) {
    const rules = rulesOf(hidden, strong);
    if (rules !== this.#rules) this.#sheet.replaceSync(this.#rules = rules);
    if (!document.adoptedStyleSheets.includes(this.#sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  hide() {
    if (document.adoptedStyleSheets.includes(this.#sheet)) document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#sheet);
  }
}

/** @param {string} hidden @param {boolean} strong */
function rulesOf(hidden, strong) {
  const fields = `:is(${FIELDS.map(field => field + SHOWN).join(',')},${SECRET})${OURS}:not(:focus-visible)`;
  const parts = `:is(${hidden})${OURS}`;
  const quiet = 'color-mix(in srgb, currentColor 55%, transparent)';
  const hatch = 'repeating-linear-gradient(135deg, transparent 0 7px, color-mix(in srgb, currentColor 16%, transparent) 7px 9px)';
  // Inside of a field its own colours fit; what is around it may be dark.
  return `${parts},${fields}{outline:${strong ? '2px dashed currentColor' : `1px dashed ${quiet}`}!important;outline-offset:${strong ? -3 : -1}px!important}`
    + `${parts}{background-image:${hatch}!important}`;
}
