/**
 * Messages that the server holds for a moment, so that the agent may take them back. Knows no page: channel, outbox and timer are passed in.
 */
import { say } from './texts.js';

/** How long the line may take beside what it is held. */
const PATIENCE = 30_000;

export class Unsending {
  /** Since when and for how long each is held, by ref. @type {Map<string, {at: number, seconds: number}>} */
  #held = new Map();
  /** What is to be taken back, and not answered yet. @type {Set<string>} */
  #wanted = new Set();

  /**
   * @param {object} given
   * @param {(frame: Frame) => boolean} given.send
   * @param {ReturnType<typeof import('../shared/outbox.js').createOutbox>} given.outbox
   * @param {() => number} given.now
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(item: Pending) => void} given.back it was not said, and is the agent's again
   * @param {(text: string) => void} given.tell
   */
  constructor(given) {
    this.given = given;
  }

  /** Behind the conversations, and before the outbox forgets what is over. @param {Frame} frame */
  apply(frame) {
    if (frame.type === 'held') this.#isHeld(frame);
    else if (frame.type === 'unsent') this.#isBack(frame.ref);
    else if (frame.type === 'refused' && frame.of === 'unsend') this.#tooLate(frame);
    else if (frame.seq && frame.ref) this.#isSaid(frame.ref);
  }

  /** @param {Frame} frame */
  #isHeld({ ref, seconds }) {
    this.#held.set(ref, { at: this.given.now(), seconds });
    this.given.outbox.await(ref, seconds > 0 ? 'held' : 'sending', seconds * 1000 + PATIENCE);
    // The line broke before the server said whether it is taken back.
    if (this.#wanted.has(ref)) this.#ask(ref);
  }

  /** @param {string} ref */
  #isBack(ref) {
    const asked = this.#wanted.has(ref);
    const item = this.#item(ref);
    this.#forget(ref);
    this.given.outbox.discard(ref);
    if (!item) return;
    this.given.back(item);
    if (!asked) this.given.tell(say('failed'));
  }

  /** @param {Frame} frame */
  #tooLate({ ref, reason, retryAfter }) {
    if (retryAfter) {
      this.given.timer(() => this.#wanted.has(ref) && this.#ask(ref), retryAfter * 1000);
      return;
    }
    // The line broke meanwhile: it is asked again when the server says that it holds it.
    if (reason === 'not-ready' || reason === 'unknown-conversation' || !this.#wanted.delete(ref)) return;
    this.given.outbox.await(ref, 'sending', PATIENCE);
    this.given.tell(say('unsend_late'));
  }

  /** @param {string} ref */
  #isSaid(ref) {
    if (this.#wanted.has(ref)) this.given.tell(say('unsend_late'));
    this.#forget(ref);
  }

  /** @param {string} ref */
  #forget(ref) {
    this.#held.delete(ref);
    this.#wanted.delete(ref);
  }

  /** @param {string} ref */
  #item(ref) {
    return this.given.outbox.items.find(item => item.ref === ref);
  }

  /** @param {string} ref */
  #ask(ref) {
    const conversation = this.#item(ref)?.frame.conversation;
    if (conversation) this.given.send({ type: 'unsend', conversation, ref });
  }

  /** @param {string} ref */
  takeBack(ref) {
    if (this.#wanted.has(ref) || this.#item(ref)?.state !== 'held') return;
    this.#wanted.add(ref);
    this.#ask(ref);
  }

  /** What was said last there and may still be taken back. @param {string | null} conversation */
  last(conversation) {
    return conversation === null ? undefined : this.given.outbox.of(conversation).findLast(item => item.state === 'held' && !this.#wanted.has(item.ref));
  }

  /** @param {string} ref @returns {{seconds: number, gone: number} | undefined} how long it is held, and how much of that is over, both in seconds */
  time(ref) {
    const held = this.#held.get(ref);
    return held && { seconds: held.seconds, gone: (this.given.now() - held.at) / 1000 };
  }
}
