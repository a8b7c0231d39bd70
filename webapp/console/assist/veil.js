/**
 * What lies over the picture while there is none: what is the matter, and what one can do. View.
 */
import { find, put } from '../dom.js';
import { say } from '../texts.js';
import { showIcon } from '../words.js';

/** @type {Record<string, string>} */
const ICONS = { away: 'clock', too_large: 'info', too_fast: 'info', flood: 'alert', broken: 'alert', lost: 'alert', ended: 'check' };
/** Where one can do something. */
const DO = new Set(['flood', 'broken', 'ended']);

/** @param {HTMLElement} pane @param {import('./viewstate.js').ViewState} state @param {string} name the visitor's */
export function showVeil(pane, state, name) {
  pane.dataset.state = state;
  const veil = find(pane, '.assist-veil');
  veil.hidden = state === 'live';
  if (veil.hidden) return;
  showIcon(find(veil, '.veil-icon'), ICONS[state] ?? null);
  find(veil, '.spinner').hidden = state !== 'waiting';
  put(find(veil, '.veil-title'), say(`view_${state}`));
  put(find(veil, '.veil-hint'), say(`view_${state}_hint`, { name }));
  const button = find(veil, '.veil-do');
  button.hidden = !DO.has(state);
  put(button, say(state === 'ended' ? 'view_close' : 'view_again'));
}
