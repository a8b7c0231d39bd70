/**
 * A first message that is on its way, and counts once however often it is sent. Pure.
 */
import { newRef } from '../../shared/outbox.js';

export class Beginning {
  /** @type {{type: 'begin', visitor: string, ref: string, text: string} | null} */
  #frame = null;
  #waits = false;

  /** What to send: as long as nobody said that it is kept, the same words to the same visitor are the same message. @param {string} visitor @param {string} text */
  frame(visitor, text) {
    if (this.#frame?.visitor === visitor && this.#frame.text === text) return this.#frame;
    this.#waits = false;
    return this.#frame = { type: /** @type {const} */ ('begin'), visitor, ref: newRef(), text };
  }

  /** The connection took it. */
  sent() {
    this.#waits = true;
  }

  /** Whether an answer is due to what was said to him. @param {string} visitor */
  waits(visitor) {
    return this.#waits && this.#frame?.visitor === visitor;
  }

  /** What had no answer when the connection was lost. Only what is still asked for: the rest waits until somebody sends it. @param {string | null} visitor */
  again(visitor) {
    this.#waits &&= this.#frame?.visitor === visitor;
    return this.#waits ? this.#frame : null;
  }

  /** @param {Frame} frame @returns {string | null} the visitor it is the answer for; null where it is about something else */
  hear(frame) {
    if (frame.type !== 'begun' && frame.type !== 'refused') return null;
    if (!this.#frame || frame.ref !== this.#frame.ref) return null;
    const { visitor } = this.#frame;
    this.#waits = false;
    if (frame.type === 'begun') this.#frame = null;
    return visitor;
  }
}
