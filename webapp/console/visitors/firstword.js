/**
 * The first message to somebody who looks around: asked for, and sent until the server has said what came of it. View.
 */
import { newRef } from '../../shared/outbox.js';
import { find, put } from '../dom.js';
import { visitorName } from '../names.js';
import { say } from '../texts.js';

export class FirstWord {
  /** @type {{type: 'begin', visitor: string, ref: string, text: string} | null} on its way */
  #going = null;
  #visitor = '';

  /** @param {HTMLElement} root @param {{send: (frame: Frame) => boolean, begun: (conversation: string) => void, refusal: (frame: Frame) => string | null}} given */
  constructor(root, given) {
    this.given = given;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#first'));
    this.text = /** @type {HTMLTextAreaElement} */ (find(this.dialog, '#first-text'));
    this.button = /** @type {HTMLButtonElement} */ (find(this.dialog, '#first-send'));
    this.problem = find(this.dialog, '#first-problem');
    find(this.dialog, '#first-cancel').addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('close', () => { this.#going = null; });
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
    this.dialog.showModal();
    this.text.focus();
  }

  /** @param {Frame} frame @returns {boolean} whether it was about this */
  hear(frame) {
    const going = this.#going;
    if (!going || frame.ref !== going.ref) return false;
    if (frame.type !== 'begun' && frame.type !== 'refused') return false;
    this.#going = null;
    if (frame.type === 'begun') {
      this.text.value = '';
      this.dialog.close();
      this.given.begun(frame.conversation);
    } else {
      this.#say(['unknown-visitor', 'unknown-conversation'].includes(frame.reason) ? say('visitors_gone') : this.given.refusal(frame) ?? say('refused_later'));
      this.text.focus();
    }
    return true;
  }

  /** The connection is there again: what had no answer is sent once more, and counts once. */
  again() {
    if (this.#going) this.given.send(this.#going);
  }

  #send() {
    const text = this.text.value.trim();
    if (this.#going) return;
    if (text === '') return this.text.focus();
    this.#say('');
    const going = { type: /** @type {const} */ ('begin'), visitor: this.#visitor, ref: newRef(), text };
    if (!this.given.send(going)) return this.#say(say('not_connected'));
    this.#going = going;
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
