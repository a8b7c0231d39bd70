/**
 * The customer's pane: beside the thread where there is room, else over it. View.
 */
import { find } from './dom.js';

export class Details {
  /** @param {HTMLElement} root @param {Store} store @param {() => void} changed */
  constructor(root, store, changed) {
    this.root = root;
    this.store = store;
    this.changed = changed;
    this.pane = find(root, '#customer');
    if (store.getItem('details') === 'hidden') root.dataset.details = 'hidden';
    find(root, '#do-details').addEventListener('click', () => this.show());
  }

  get isOver() {
    return this.root.dataset.details === 'over';
  }

  /** @param {boolean} [shown] the other way round than now, if it is not said */
  show(shown) {
    const wide = getComputedStyle(this.pane).position === 'static';
    const now = this.root.dataset.details;
    const next = shown ?? (wide ? now === 'hidden' : now !== 'over');
    if (wide) {
      this.root.dataset.details = next ? 'shown' : 'hidden';
      this.store.setItem('details', this.root.dataset.details);
    } else {
      this.root.dataset.details = next ? 'over' : 'shown';
      requestAnimationFrame(() => find(this.root, next ? '.details-close' : '#do-details').focus());
    }
    this.changed();
  }
}
