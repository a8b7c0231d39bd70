/**
 * Short news at the edge of the screen, some with an undo. View.
 */
import { find, put, stamp } from './dom.js';

const LONG = 6000;

export class Toasts {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
  }

  /**
   * @param {string} text
   * @param {{undo?: () => void, label?: string, lasts?: number}} [options] `label`: what the button says, if it does not undo
   * @returns {() => void} takes it away
   */
  show(text, { undo, label, lasts = LONG } = {}) {
    const toast = stamp('t-toast');
    put(find(toast, 'p'), text);
    const button = find(toast, '.undo');
    button.hidden = undo === undefined;
    if (label) put(button, label);
    const away = () => {
      clearTimeout(timer);
      toast.remove();
    };
    button.addEventListener('click', () => {
      away();
      undo?.();
    });
    find(toast, '.dismiss').addEventListener('click', away);
    this.place.append(toast);
    while (this.place.childElementCount > 3) this.place.firstElementChild?.remove();
    const timer = setTimeout(away, lasts);
    return away;
  }
}
