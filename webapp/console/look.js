/**
 * The console as its agent likes it: light or dark, wide or dense, its buttons' keys. View.
 */
import { mark } from './dom.js';
import { USUAL_LETTERS, keysOf } from './keys.js';

export class Look {
  /** @type {[Element, string][]} the places that name a key, and the command it is for */
  #keyed = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    for (const node of root.querySelectorAll('[aria-keyshortcuts]')) {
      const name = USUAL_LETTERS[(node.getAttribute('aria-keyshortcuts') ?? '').toLowerCase()];
      if (name) this.#keyed.push([node, name]);
    }
  }

  /** @param {import('./preferences.js').Preferences} prefs @param {Record<string, string>} letters */
  show(prefs, letters) {
    const page = document.documentElement;
    mark(page, 'data-scheme', prefs.get('scheme'));
    mark(page, 'data-density', prefs.get('density'));
    for (const [node, name] of this.#keyed) mark(node, 'aria-keyshortcuts', keysOf(name, letters)[0] ?? null);
  }
}
