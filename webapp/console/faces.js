/**
 * A round picture of somebody: two letters of the name on a steady hue, a figure for who gave no name. View.
 */
import { find, put } from './dom.js';
import { hue, initials } from './names.js';
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
