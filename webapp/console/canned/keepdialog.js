/**
 * Asks how a text is called that is to be one of the agent's own answers, and sends it. View.
 */
import { closeBeside, find, mark, put } from '../dom.js';
import { say } from '../texts.js';
import { newRef } from '../../shared/outbox.js';

/** Where a refusal belongs, and what it says. @type {Record<string, [string, string]>} */
const WORDS = {
  'bad-shortcut': ['shortcut', 'keep_bad_shortcut'], 'shortcut-taken': ['shortcut', 'keep_taken'],
  'unknown-variable': ['text', 'keep_unknown'], 'open-variable': ['text', 'keep_open'], 'bad-letters': ['text', 'keep_bad_letters'],
  'blank': ['text', 'keep_required'], 'too-long': ['text', 'keep_too_long'], 'too-many-answers': ['page', 'keep_too_many'],
};

export class KeepDialog {
  #ref = '';
  /** What the text was when it was not changed here yet. */
  #offered = '';

  /**
   * @param {HTMLElement} root
   * @param {{send: (frame: Frame) => boolean, kept: (shortcut: string) => void, closed: () => void}} on
   */
  constructor(root, on) {
    this.on = on;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#keep'));
    this.form = /** @type {HTMLFormElement} */ (find(this.dialog, 'form'));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.#send();
    });
    find(this.dialog, '#keep-cancel').addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('close', () => on.closed());
    closeBeside(this.dialog);
  }

  /** What was typed here is there until it is kept. @param {string} text offered as the answer's */
  open(text) {
    this.#complain('', '');
    const field = this.#field('text');
    if (field.value === this.#offered || field.value.trim() === '') field.value = this.#offered = text;
    this.dialog.showModal();
    this.#field('shortcut').focus();
  }

  /** @param {Frame} frame a `kept`, or a `refused` of `keep` */
  hear(frame) {
    if (frame.ref !== this.#ref || this.#ref === '') return;
    this.#done();
    if (frame.type === 'kept') {
      this.on.kept(this.#field('shortcut').value.trim().toLowerCase());
      this.#offered = '';
      for (const name of ['shortcut', 'title', 'text']) this.#field(name).value = '';
      this.dialog.close();
    } else this.#refused(frame);
  }

  /** The connection is gone: nobody knows whether it was kept, and once more does no harm. */
  lost() {
    if (this.#ref === '') return;
    this.#done();
    this.#complain('page', say('not_connected'));
  }

  #send() {
    if (this.#ref !== '') return;
    const values = { shortcut: this.#field('shortcut').value, title: this.#field('title').value, text: this.#field('text').value };
    const empty = ['shortcut', 'title', 'text'].find(name => this.#field(name).value.trim() === '');
    if (empty) return this.#complain(empty, say('keep_required'));
    this.#complain('', '');
    this.#ref = newRef();
    if (!this.on.send({ type: 'keep', ref: this.#ref, ...values })) return this.lost();
    mark(find(this.form, '#keep-send'), 'aria-disabled', 'true');
  }

  #done() {
    this.#ref = '';
    mark(find(this.form, '#keep-send'), 'aria-disabled', null);
  }

  /** @param {Frame} frame */
  #refused(frame) {
    const [field, key] = WORDS[frame.reason] ?? (frame.reason === 'required' ? [frame.detail, 'keep_required'] : ['page', '']);
    const later = frame.reason === 'busy' || frame.reason === 'too-fast' || frame.reason === 'not-ready';
    this.#complain(field, key ? say(key, { detail: frame.detail ?? '' }) : say(later ? 'refused_later' : 'refused_other', { reason: frame.reason }));
  }

  /** @param {string} field empty: nothing is wrong @param {string} text */
  #complain(field, text) {
    const known = ['shortcut', 'title', 'text'].includes(field);
    for (const name of ['shortcut', 'title', 'text']) {
      const wrong = name === field;
      mark(this.#field(name), 'aria-invalid', wrong ? 'true' : null);
      mark(this.#field(name), 'aria-describedby', wrong ? 'keep-problem' : name === 'text' ? 'keep-text-hint' : null);
    }
    const place = find(this.form, '#keep-problem');
    place.hidden = text === '';
    put(place, text);
    if (known) {
      this.#field(field).closest('.keep-field')?.append(place);
      this.#field(field).focus();
    } else find(this.form, '.keep-page').append(place);
  }

  /** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement} */
  #field(name) {
    return /** @type {HTMLInputElement} */ (find(this.form, `#keep-${name}`));
  }
}
