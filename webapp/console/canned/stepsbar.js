/**
 * What follows the answer that is being written, in a line above the composer, for each conversation; the agent can leave it out. View.
 *
 * @typedef {import('./steps.js').Steps} Steps
 */
import { find, put } from '../dom.js';
import { say } from '../texts.js';
import { both, read, stepsOf, stepsText, written } from './steps.js';

export class StepsBar {
  /** What is kept is read once, as the text it belongs to is. @type {Map<string, Steps | null>} */
  #of = new Map();

  /** @param {HTMLElement} root @param {import('../desk.js').Desk} desk @param {{kept: import('../choices.js').Kept, changed: () => void, focus: () => void}} on */
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

  /** Whose drafts these are is not known before who the agent is. */
  get #here() {
    return this.desk.boxes.me ? this.desk.selected : null;
  }

  /** @param {string} conversation */
  #get(conversation) {
    if (!this.#of.has(conversation)) this.#of.set(conversation, read(this.on.kept.get(conversation)));
    return this.#of.get(conversation) ?? null;
  }

  /** @param {string} conversation @param {Steps | null} steps */
  #set(conversation, steps) {
    this.#of.set(conversation, steps);
    this.on.kept.set(conversation, written(steps));
    this.on.changed();
  }

  /** This answer is in the composer now. @param {Steps} answer @param {boolean} alone whether it is all that is in it */
  begin(answer, alone) {
    const here = this.#here;
    const { boxes } = this.desk;
    if (!here) return;
    const steps = both(alone ? null : this.#get(here), stepsOf(answer, boxes.labels));
    if (!steps) return this.leave();
    this.#set(here, steps);
    put(this.said, `${say('steps_after')} ${stepsText(steps, boxes.labels)}`);
  }

  /** A message is not said after all, and stands before what was begun. @param {string} conversation @param {Steps | null} steps */
  bring(conversation, steps) {
    if (steps) this.#set(conversation, both(steps, this.#get(conversation)));
  }

  /** It is sent alone. */
  leave() {
    const here = this.#here;
    if (!here || !this.#get(here)) return;
    put(this.said, '');
    this.#set(here, null);
  }

  /** The message is on its way: they go with it. @returns {Steps | null} */
  take() {
    const steps = this.#now;
    this.leave();
    return steps;
  }

  /** Without a label that was removed meanwhile. */
  get #now() {
    const here = this.#here;
    return here ? stepsOf(this.#get(here) ?? {}, this.desk.boxes.labels) : null;
  }

  /** @param {boolean} shown false where something else is written there */
  render(shown) {
    const steps = this.#now;
    this.bar.hidden = !steps || !shown;
    if (steps) put(find(this.bar, '.about-text'), stepsText(steps, this.desk.boxes.labels));
  }
}
