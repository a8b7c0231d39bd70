/**
 * The first message to somebody who looks around: asked for, and sent until the server has said what came of it. View.
 */
import { find, put } from '../dom.js';
import { visitorName } from '../names.js';
import { say } from '../texts.js';
import { Beginning } from './beginning.js';

export class FirstWord {
  #beginning = new Beginning();
  #visitor = '';

  /** @param {HTMLElement} root @param {{send: (frame: Frame) => boolean, begun: (conversation: string) => void, refusal: (frame: Frame) => string | null}} given */
  constructor(root, given) {
    this.given = given;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#first'));
    this.text = /** @type {HTMLTextAreaElement} */ (find(this.dialog, '#first-text'));
    this.button = /** @type {HTMLButtonElement} */ (find(this.dialog, '#first-send'));
    this.problem = find(this.dialog, '#first-problem');
    find(this.dialog, '#first-cancel').addEventListener('click', () => this.dialog.close());
    find(this.dialog, 'form').addEventListener('submit', event => {
      event.preventDefault();
      this.#send();
    });
    this.text.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#send();
    });
  }

  /** What was written to the same visitor and not sent is there again. @param {import('./onsite.js').Looker} looker */
  open(looker) {
    if (this.#visitor !== looker.id) this.text.value = '';
    this.#visitor = looker.id;
    put(find(this.dialog, '#first-title'), say('visitors_start_with', { name: visitorName(looker) }));
    this.#say('');
    if (this.#beginning.waits(looker.id)) this.#sending();
    this.dialog.showModal();
    this.text.focus();
  }

  /** @param {Frame} frame @returns {boolean} whether it was about this */
  hear(frame) {
    const whose = this.#beginning.hear(frame);
    if (whose === null) return false;
    if (whose === this.#visitor) this.#answered(frame);
    return true;
  }

  /** Where the dialog was closed meanwhile nothing is shown, and nobody is led away from what he does. @param {Frame} frame */
  #answered(frame) {
    const { open } = this.dialog;
    this.#say('');
    if (frame.type === 'begun') {
      this.text.value = '';
      this.dialog.close();
      if (open) this.given.begun(frame.conversation);
    } else if (open) {
      this.#say(['unknown-visitor', 'unknown-conversation'].includes(frame.reason) ? say('visitors_gone') : this.given.refusal(frame) ?? say('refused_later'));
      this.text.focus();
    }
  }

  /** The connection is there again: what had no answer is sent once more, and counts once. */
  again() {
    const frame = this.#beginning.again(this.dialog.open ? this.#visitor : null);
    if (frame) this.given.send(frame);
  }

  #send() {
    const text = this.text.value.trim();
    if (this.#beginning.waits(this.#visitor)) return;
    if (text === '') return this.text.focus();
    this.#say('');
    if (!this.given.send(this.#beginning.frame(this.#visitor, text))) return this.#say(say('not_connected'));
    this.#beginning.sent();
    this.#sending();
  }

  #sending() {
    this.button.disabled = true;
    put(this.button, say('sending'));
  }

  /** @param {string} problem */
  #say(problem) {
    put(this.problem, problem);
    this.problem.hidden = problem === '';
    this.button.disabled = false;
    put(this.button, say('send'));
  }
}
