/**
 * A round picture of somebody: two letters of the name on a steady hue, a figure for who gave no name; and the signs
 * beside a name. View.
 */
import { find, mark, put } from './dom.js';
import { hue, initials } from './names.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

/** @param {HTMLElement} face @param {{id: string, name?: string}} visitor */
export function showFace(face, visitor) {
  face.style.setProperty('--face-hue', String(hue(visitor.id)));
  const letters = find(face, '.face-letters');
  const name = visitor.name?.trim();
  if (!name) return showIcon(letters, 'person');
  delete letters.dataset.shown;
  put(letters, initials(name));
}

/** Whether he is still there, and whether he is who he says. @param {HTMLElement} pane @param {import('./boxes.js').SummaryVisitor} visitor */
export function showBadges(pane, visitor) {
  const dot = find(pane, '.thread-online');
  dot.classList.toggle('is-on', visitor.online === true);
  mark(dot, 'aria-label', say(visitor.online ? 'row_online' : 'row_offline'));
  mark(dot, 'title', say(visitor.online ? 'row_online' : 'row_offline'));
  const trust = find(pane, '.thread-trust');
  trust.classList.toggle('is-verified', visitor.verified === true);
  mark(trust, 'aria-label', say(visitor.verified ? 'verified' : 'unverified'));
  mark(trust, 'title', say(visitor.verified ? 'verified_hint' : 'unverified_hint'));
  showIcon(trust, visitor.verified ? 'verified' : 'help');
}
