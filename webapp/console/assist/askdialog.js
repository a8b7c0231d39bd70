/**
 * Asks for the visitor's consent: for what, which kinds, how long; and shows what he will be asked. View.
 *
 * @typedef {import('./assistance.js').Kind} Kind
 * @typedef {{name: string, agent: string, held: Kind[]}} Asking
 */
import { closeBeside, find, mark, put, stamp } from '../dom.js';
import { say } from '../texts.js';
import { KINDS, NEED_SEE, completed } from './assistance.js';
import { kindWords } from './assistedtext.js';

const MINUTES = [15, 30, 60];

export class AskDialog {
  /** @type {Asking} */
  #asking = { name: '', agent: '', held: [] };

  /** @param {HTMLElement} root @param {(wanted: {kinds: Kind[], purpose: string, minutes: number}) => void} ask */
  constructor(root, ask) {
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#ask'));
    this.purpose = /** @type {HTMLInputElement} */ (find(this.dialog, '#ask-purpose'));
    this.minutes = /** @type {HTMLSelectElement} */ (find(this.dialog, '#ask-minutes'));
    this.minutes.append(...MINUTES.map(n => new Option(say.count('ask_minutes_for', n), String(n))));
    const kinds = find(this.dialog, '.ask-kinds');
    for (const kind of KINDS) {
      const line = stamp('t-ask-kind');
      const box = /** @type {HTMLInputElement} */ (find(line, 'input'));
      box.value = kind;
      put(find(line, '.ask-name'), say(`ask_${kind}`));
      put(find(line, 'small'), say(`ask_${kind}_hint`));
      kinds.append(line);
    }
    this.boxes = /** @type {HTMLInputElement[]} */ ([...kinds.querySelectorAll('input')]);
    this.dialog.addEventListener('input', event => this.#changed(event.target));
    closeBeside(this.dialog);
    find(this.dialog, '#ask-cancel').addEventListener('click', () => this.dialog.close());
    find(this.dialog, 'form').addEventListener('submit', () => {
      if (this.#chosen().length > 0) ask({ kinds: this.#chosen(), purpose: this.purpose.value.trim(), minutes: Number(this.minutes.value) });
    });
  }

  /** @param {Asking} asking */
  open(asking) {
    this.#asking = asking;
    put(find(this.dialog, '#ask-title'), say(asking.held.length > 0 ? 'ask_more_title' : 'ask_title', { name: asking.name }));
    for (const box of this.boxes) {
      const held = asking.held.includes(/** @type {Kind} */ (box.value));
      box.disabled = held;
      box.checked = held || (asking.held.length === 0 && (box.value === 'see' || box.value === 'point'));
      put(find(/** @type {HTMLElement} */ (box.closest('label')), '.ask-held'), held ? say('ask_held') : '');
    }
    this.purpose.value = '';
    this.#show();
    this.dialog.showModal();
    this.purpose.focus();
  }

  /** @returns {Kind[]} */
  #chosen() {
    const ticked = /** @type {Kind[]} */ (this.boxes.filter(box => box.checked && !box.disabled).map(box => box.value));
    return completed(ticked, this.#asking.held);
  }

  /** Who points has to see; who does not want to see cannot point. @param {EventTarget | null} target */
  #changed(target) {
    if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      const seeing = this.boxes[0];
      if (target !== seeing && target.checked && NEED_SEE.has(/** @type {Kind} */ (target.value))) seeing.checked = true;
      if (target === seeing && !seeing.checked) for (const box of this.boxes) if (NEED_SEE.has(/** @type {Kind} */ (box.value))) box.checked = false;
    }
    this.#show();
  }

  #show() {
    const kinds = this.#chosen();
    const purpose = this.purpose.value.trim();
    const words = { agent: this.#asking.agent, kinds: kindWords(kinds), minutes: say.count('ask_minutes_for', Number(this.minutes.value)), purpose };
    put(find(this.dialog, '.ask-preview'), kinds.length === 0 ? '' : say(purpose ? 'ask_shown_purpose' : 'ask_shown_text', words));
    mark(find(this.dialog, '#ask-send'), 'disabled', kinds.length > 0 ? null : '');
  }
}
