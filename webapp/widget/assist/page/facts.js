/**
 * What only the living page can tell: which field once was a password, what is hidden now, what stands in the fields.
 *
 *   remember(typed) begins;  secret(element) masked(element) hidden(element);  scan(): learns what stands in the fields now;
 *   mask(text, element) → what the recorder may take of a value
 */

import { DOTS } from './typed.js';
import { drawnEditor, editing, fieldRole, isField, secretField, typable } from './secrets.js';

/** @param {Element} element */
export const tagOf = element => element.localName.toLowerCase();
/** @param {Element} element @param {string} selector also beyond shadow roots @returns {Element | null} */
export function nearest(element, selector) {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, selector) : null;
}

export class Facts {
  hiddenSelector = '[data-deskbell="hide"]';
  /** @type {WeakSet<Element>} */ #secrets = new WeakSet();
  #ends = new AbortController();
  #typed;

  /** @param {import('./typed.js').Typed} typed */
  constructor(typed) {
    this.#typed = typed;
    const observer = new MutationObserver(changes => changes.forEach(({ target, oldValue }) => {
      if (oldValue?.toLowerCase() === 'password') this.#secrets.add(/** @type {Element} */ (target));
    }));
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['type'], attributeOldValue: true });
    this.#ends.signal.addEventListener('abort', () => observer.disconnect());
    // Before the page's own listeners: what they repeat must be known by then.
    for (const name of ['focusin', 'input', 'change']) addEventListener(name, event => this.#learn(event), { capture: true, passive: true, signal: this.#ends.signal });
    this.scan();
  }

  end() {
    this.#ends.abort();
  }

  /** @param {Event} event */
  #learn(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    if (isField(tagOf(target))) return this.#field(target);
    // A component that keeps its field to itself tells what is in it by a value of its own.
    if (tagOf(target).includes('-') && 'value' in target && !nearest(target, '[data-deskbell="show"]')) this.#typed.remember(target.value);
    if (!(target instanceof HTMLElement) || !target.isContentEditable || !this.masked(target)) return;
    const written = getSelection()?.anchorNode;
    if (written instanceof Text) this.#typed.remember(written.data);
  }

  /** @param {Element} field */
  #field(field) {
    const { type, value } = /** @type {HTMLInputElement} */ (field);
    if (type === 'password') this.#secrets.add(field);
    if (value?.length > 3 && typable(tagOf(field), type) && this.masked(field)) this.#typed.remember(value);
  }

  scan() {
    for (const tag of ['input', 'textarea']) for (const field of document.getElementsByTagName(tag)) this.#field(field);
  }

  /** @param {Element} element */
  secret(element) {
    return this.#secrets.has(element) || secretField({ type: element.getAttribute('type'), autocomplete: element.getAttribute('autocomplete'), name: element.getAttribute('name'), id: element.id });
  }

  /** @param {Element} element */
  everPassword(element) {
    return this.#secrets.has(element);
  }

  /** @param {Element} element */
  isWritten(element) {
    return isField(tagOf(element)) || fieldRole(element.getAttribute('role')) || editing(element.getAttribute('contenteditable')) || drawnEditor(element.getAttribute('class')) || /** @type {HTMLElement} */ (element).isContentEditable;
  }

  /** @param {Element} element */
  masked(element) {
    return this.isWritten(element) && (this.secret(element) || !nearest(element, '[data-deskbell="show"]'));
  }

  /** @param {Element} element */
  hidden(element) {
    return !!nearest(element, this.hiddenSelector);
  }

  /** @param {string} text @param {Element} element */
  mask(text, element) {
    if (!this.masked(element)) return text;
    this.#field(element);
    return text && DOTS;
  }
}
