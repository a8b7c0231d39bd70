/**
 * The few things a call's views do to the page. View.
 */

import { draw } from './drawings.js';

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} [name] class @param {...(Node | string)} inside @returns {HTMLElementTagNameMap[T]} */
export function make(tag, name = '', ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

/** Only what differs, so that nothing is announced in vain. @param {Element} node @param {string} text */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {string} name class @param {() => void} act @param {...Node} inside */
export function button(name, act, ...inside) {
  const node = make('button', name, ...inside);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
}

/** A round one with nothing but a drawing. @param {string} drawing @param {() => void} act */
export function round(drawing, act) {
  const node = button('call-round', act);
  redraw(node, drawing);
  return node;
}

/** @param {HTMLElement} node @param {string} label */
export function label(node, label) {
  node.title = label;
  node.setAttribute('aria-label', label);
}

/** Only what differs: a click that has begun on a drawing must end on it. @param {HTMLElement} node @param {string} drawing */
export function redraw(node, drawing) {
  if (node.dataset.drawn === drawing) return;
  node.dataset.drawn = drawing;
  node.replaceChildren(draw(drawing));
}

/** Shows a track, or nothing. @param {HTMLMediaElement} node @param {MediaStreamTrack | null} track */
export function play(node, track) {
  const now = /** @type {MediaStream | null} */ (node.srcObject);
  if ((now?.getTracks()[0] ?? null) === track) return;
  node.srcObject = track && new MediaStream([track]);
}
