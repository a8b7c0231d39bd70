/**
 * What follows the answer that is being written, in a line above the composer, for each conversation; the agent can leave it out. View.
 *
 * @typedef {import('./steps.js').Steps} Steps
 */
import { find, put } from '../dom.js';
import { say } from '../texts.js';
import { both, stepsOf, stepsText } from './steps.js';

export class StepsBar {
  /** @type {Map<string, Steps>} */
  #of = new Map();

  /** @param {HTMLElement} root @param {import('../desk.js').Desk} desk @param {{changed: () => void, focus: () => void}} on */
  constructor(root, desk, on) {
    this.desk = desk;
    this.on = on;
    this.bar = find(root, '#composer-steps');
    this.said = find(root, '#answers-said');
    find(this.bar, '#steps-leave').addEventListener('click', () => {
      this.leave();
      on.focus();
    });
  }

  /** This answer is in the composer now. @param {Steps} answer @param {boolean} alone whether it is all that is in it */
  begin(answer, alone) {
    const { selected, boxes } = this.desk;
    if (!selected) return;
    const steps = both(alone ? null : this.#of.get(selected), stepsOf(answer, boxes.labels));
    if (!steps) return this.leave();
    this.#of.set(selected, steps);
    put(this.said, `${say('steps_after')} ${stepsText(steps, boxes.labels)}`);
    this.on.changed();
  }

  /** It is sent alone. */
  leave() {
    if (!this.desk.selected || !this.#of.delete(this.desk.selected)) return;
    put(this.said, '');
    this.on.changed();
  }

  /** The message is on its way: they go with it. @returns {Steps | null} */
  take() {
    const steps = this.#now;
    this.leave();
    return steps;
  }

  /** Without a label that was removed meanwhile. */
  get #now() {
    const { selected, boxes } = this.desk;
    return stepsOf((selected && this.#of.get(selected)) || {}, boxes.labels);
  }

  /** @param {boolean} shown false where something else is written there */
  render(shown) {
    const steps = this.#now;
    this.bar.hidden = !steps || !shown;
    if (steps) put(find(this.bar, '.about-text'), stepsText(steps, this.desk.boxes.labels));
  }
}
