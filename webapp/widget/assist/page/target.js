/**
 * Describes an element of the page as the rules want to know it, and does to it what they allow.
 *
 *   targetOf(element, facts) → Target;  press(element);  fill(element, text);  choose(select, what) → whether there is such an option;
 *   nameOf(element) → how the page calls it
 */

import { tagOf } from './facts.js';
import { isField } from './secrets.js';

/** @typedef {import('./facts.js').Facts} Facts */

const OURS = 'deskbell-chat,deskbell-assist';

/** @param {Element} element @param {Facts} facts @returns {import('./allowed.js').Target} */
export function targetOf(element, facts) {
  const parts = [];
  for (let at = /** @type {Element | null} */ (element); at; at = above(at)) parts.push(partOf(at, facts));
  return parts;
}

/** @param {Element} element */
function above(element) {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** @param {Element} element @param {Facts} facts @returns {import('./allowed.js').Part} */
function partOf(element, facts) {
  const any = /** @type {any} */ (element);
  const tag = tagOf(element);
  const written = facts.isWritten(element);
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
  const control = tag === 'label' && any.control;
  return {
    tag, type: element.getAttribute('type')?.toLowerCase(), inForm: !!any.form, disabled: any.disabled === true || any.readOnly === true,
    hidden: element.matches(facts.hiddenSelector), ours: element.matches(OURS),
    ...written && { masked: facts.masked(element), secret: facts.secret(element) },
    ...href !== null && { href, download: element.hasAttribute('download') },
    ...control && { control: partOf(control, facts) },
  };
}

/** As if it had been typed: frameworks put their own setter on the element. @param {any} field @param {string} text */
export function fill(field, text) {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  field.focus({ preventScroll: true });
  if (set) set.call(field, text);
  else field.value = text;
  tell(field);
}

/** @param {HTMLSelectElement} select @param {string} what a text or a value */
export function choose(select, what) {
  const wanted = what.trim();
  const options = [...select.options].filter(option => !option.disabled);
  const found = options.find(option => option.label.trim() === wanted || option.text.trim() === wanted) ?? options.find(option => option.value === wanted);
  if (!found) return false;
  select.focus({ preventScroll: true });
  select.selectedIndex = found.index;
  tell(select);
  return true;
}

/** @param {Element} element */
export function press(element) {
  if (element instanceof HTMLElement) element.click();
  else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

/** @param {Element} field */
function tell(field) {
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
}

/** @param {Element} element */
export function nameOf(element) {
  const any = /** @type {any} */ (element);
  const name = element.getAttribute('aria-label') || any.labels?.[0]?.textContent || element.getAttribute('title') || element.getAttribute('alt') || (isField(tagOf(element)) ? '' : element.textContent);
  return String(name ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
}
