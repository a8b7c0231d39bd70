/**
 * What is wrong with a field, below it: read out, and the field is where one goes on. View.
 */
import { mark, put } from './dom.js';

/** @param {HTMLElement} field @param {HTMLElement} place @param {string} text empty: nothing is wrong */
export function showProblem(field, place, text) {
  place.hidden = text === '';
  put(place, text);
  mark(field, 'aria-invalid', text === '' ? null : 'true');
  if (text !== '') field.focus();
}
