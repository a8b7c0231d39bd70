/**
 * Asks until when a conversation is snoozed. View.
 */
import { closeBeside, find, mark, put, stamp } from './dom.js';
import { showProblem } from './fieldproblem.js';
import { choices, chosen, fieldOf } from './sleep.js';
import { say } from './texts.js';
import { untilText } from './untiltext.js';

const LONGEST = 366 * 86_400_000;

export class SnoozeDialog {
  /** What is done with the answer. @type {(until: Date | null) => void} */
  #then = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#snooze'));
    this.list = find(this.dialog, '.choices');
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#snooze-at'));
    this.list.addEventListener('keydown', event => this.#step(event));
    find(this.dialog, 'form').addEventListener('submit', event => {
      event.preventDefault();
      this.#own();
    });
    find(this.dialog, '#snooze-cancel').addEventListener('click', () => this.dialog.close());
    closeBeside(this.dialog);
  }

  /** @param {(until: Date | null) => void} then */
  open(then) {
    this.#then = then;
    const now = Date.now();
    this.list.replaceChildren(...choices(now).map(({ key, at }) => this.#choice(say(`snooze_${key}`), at, now)));
    this.field.value = '';
    mark(this.field, 'min', fieldOf(new Date(now)));
    mark(this.field, 'max', fieldOf(new Date(now + LONGEST)));
    this.#problem('');
    this.dialog.showModal();
    this.list.querySelector('button')?.focus();
  }

  /** @param {string} name @param {Date | null} at @param {number} now */
  #choice(name, at, now) {
    const button = stamp('t-choice');
    put(find(button, '.choice-name'), name);
    put(find(button, '.choice-time'), at ? untilText(at, now) : '');
    button.addEventListener('click', () => this.#done(at));
    return button;
  }

  #own() {
    const now = Date.now();
    const at = chosen(this.field.value, now);
    if (!at) return this.#problem(say(this.field.value === '' ? 'snooze_at_empty' : 'snooze_at_past'));
    if (at.getTime() > now + LONGEST) return this.#problem(say('snooze_at_far'));
    this.#done(at);
  }

  /** @param {string} text */
  #problem(text) {
    showProblem(this.field, find(this.dialog, '#snooze-problem'), text);
  }

  /** @param {Date | null} until */
  #done(until) {
    this.dialog.close();
    this.#then(until);
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const buttons = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length].focus();
  }
}
