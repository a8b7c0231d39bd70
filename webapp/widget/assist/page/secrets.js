/**
 * Tells by its attributes what a field is: secret (never sent, whatever the site says), masked, or none. Pure.
 *
 *   secretField({type, autocomplete, name, id});  isField(tag);  editing(value of contenteditable);  drawnEditor(value of class);  typable(tag, type)
 */

const SECRET_TYPES = new Set(['password', 'hidden', 'file']);
const SECRET_PARTS = /card|cvv|cvc|iban|token|passw|passcode|kennwort|security-?code|one-?time|secret/;
const SECRET_WORD = /^(?:otp|pin|ssn|csc|tan|pwd|cc|totp|mfa)(?:code|number|no|num|value|input|field|digit)?\d*$/;
const UNTYPED = new Set(['checkbox', 'radio', 'range', 'color', 'submit', 'button', 'reset', 'image', 'hidden', 'file']);
const FIELDS = new Set(['input', 'textarea', 'select', 'option', 'optgroup', 'datalist']);
/** Editors that empty their field at each key and draw the text themselves. */
const DRAWN = /(?:^|\s)(?:ace_editor|CodeMirror|monaco-editor|xterm)(?:\s|$)/;
const FIELD_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'option', 'spinbutton', 'slider']);

/** @param {unknown} text */
const words = text => String(text ?? '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[^a-z0-9]+/);

/** Names and ids that look like a card, a code, a token. @param {unknown} name */
export function secretName(name) {
  const parts = words(name);
  return SECRET_PARTS.test(parts.join('-')) || parts.some(part => SECRET_WORD.test(part));
}

/** @param {{type?: unknown, autocomplete?: unknown, name?: unknown, id?: unknown}} field */
export function secretField({ type, autocomplete, name, id }) {
  return SECRET_TYPES.has(String(type ?? '').toLowerCase())
    || /cc-|one-time-code|password/i.test(String(autocomplete ?? ''))
    || secretName(name) || secretName(id);
}

/** @param {string} tag lower case */
export const isField = tag => FIELDS.has(tag);
/** Widgets that stand for a field. @param {unknown} role */
export const fieldRole = role => FIELD_ROLES.has(String(role ?? '').toLowerCase());
/** @param {unknown} value of contenteditable */
export const editing = value => value !== undefined && value !== null && !/^\s*false\s*$/i.test(String(value));
/** @param {unknown} value of class */
export const drawnEditor = value => DRAWN.test(String(value ?? ''));
/** Whether people type into it, so that its value is worth remembering. @param {string} tag lower case @param {unknown} type */
export const typable = (tag, type) => tag === 'textarea' || tag === 'input' && !UNTYPED.has(String(type ?? '').toLowerCase());
