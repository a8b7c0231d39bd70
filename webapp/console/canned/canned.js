/**
 * Answers in the inbox: the list above the composer, its button, and keeping a text as an answer. View.
 */
import { offeredBy } from '../choices.js';
import { find, mark } from '../dom.js';
import { say } from '../texts.js';
import { KeepDialog } from './keepdialog.js';
import { Picker } from './picker.js';
import { Shelf } from './shelf.js';
import { valueOf } from './values.js';
import { StepsBar } from './stepsbar.js';

export class Canned {
  shelf = new Shelf();

  /**
   * @param {HTMLElement} root @param {import('../composer.js').Composer} composer
   * @param {{desk: import('../desk.js').Desk, send: (frame: Frame) => boolean, tell: (text: string) => void, kept: import('../choices.js').Kept, changed: () => void, base: string, offer: (choices: string[], alone: boolean) => void}} given
   */
  constructor(root, composer, { desk, send, tell, kept, changed, base, offer }) {
    this.steps = new StepsBar(root, desk, { kept, changed, focus: () => composer.focus() });
    const value = (/** @type {string} */ name) => valueOf(desk, name);
    this.picker = new Picker(root, composer.area, {
      shelf: this.shelf, site: () => desk.summary?.site.key, value, base,
      labels: () => desk.boxes.labels,
      // A note is followed by nothing.
      chosen: (answer, alone) => {
        if (composer.isNote || composer.editing.on) return;
        this.steps.begin(answer, alone);
        offer(offeredBy(answer, value), alone);
      },
    });
    this.dialog = new KeepDialog(root, {
      send, kept: shortcut => tell(say('keep_done', { shortcut: this.shelf.prefix + shortcut })), closed: () => composer.focus(),
    });
    this.button = find(root, '#answers-open');
    this.button.addEventListener('click', () => this.picker.begin());
    find(root, '#keep-open').addEventListener('click', () => this.dialog.open(composer.text.trim()));
  }

  /** @param {Frame} frame @returns {boolean} whether it was for here */
  hear(frame) {
    const keeps = frame.type === 'kept' || (frame.type === 'refused' && frame.of === 'keep');
    if (frame.type === 'answers') {
      this.shelf.apply(frame);
      for (const name of ['aria-label', 'title']) mark(this.button, name, say('answers_open_by', { prefix: this.shelf.prefix }));
    }
    if (keeps) this.dialog.hear(frame);
    return keeps || frame.type === 'answers';
  }

  lost() {
    this.dialog.lost();
  }
}
