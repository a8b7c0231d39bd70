/** What is wrong with an answer, as the server will see it too: a key of the texts, or nothing. Pure. */

const LINE = 200;
const LONG = 500;

/** @param {import('./form.js').Question} question @param {string} value without blanks around it */
export function problemOf({ kind, required }, value) {
  if (!value) return required ? (kind === 'checkbox' ? 'tick' : 'missing') : '';
  if (value.length > (kind === 'long' ? LONG : LINE)) return 'bad';
  if (kind === 'email') return /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,200}$/.test(value) ? '' : 'badEmail';
  if (kind === 'phone') return /^\+?[0-9 ()./-]{3,40}$/.test(value) ? '' : 'badPhone';
  return '';
}
