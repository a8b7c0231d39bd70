/**
 * This agent goes offline: what becomes of his conversations, said before and after, and the way back. Pure.
 *
 * @typedef {{queue: number, keep: number, give: number}} Foreseen
 */
import { say } from './texts.js';

const FATES = /** @type {const} */ (['queue', 'give', 'keep']);

export class Parting {
  /** What the server says, newest. @type {Foreseen | null} */
  foreseen = null;
  /** What he had when he chose to go. @type {string[]} */
  #had = [];

  /**
   * @param {object} given
   * @param {import('./boxes.js').Boxes} given.boxes
   * @param {() => boolean} given.knows whether this server is asked at all
   * @param {(frame: Frame) => boolean} given.send
   * @param {(ids: string[]) => void} given.claim
   * @param {(text: string, undo?: () => void) => void} given.tell
   */
  constructor(given) {
    this.given = given;
  }

  /** How many would go where? The answer is there with one of the next frames. */
  foresee() {
    if (!this.given.knows()) return;
    this.given.send({ type: 'parting' });
  }

  /** In one line; empty where he has none, or it is not known. */
  get words() {
    const { foreseen } = this;
    if (!foreseen) return '';
    return FATES.filter(fate => foreseen[fate] > 0).map(fate => say.count(`parting_${fate}`, foreseen[fate])).join(' · ');
  }

  /** @param {string} status */
  choose(status) {
    const { boxes, send } = this.given;
    const goes = status === 'offline' && boxes.me?.status !== 'offline';
    // What he is in beside its owner is none of his.
    this.#had = goes ? boxes.list('mine').filter(item => item.owner?.id === boxes.me?.id).map(item => item.conversation) : [];
    // Asked right before: it says what will have become of them when the status is another.
    if (goes) this.foresee();
    send({ type: 'status', status });
  }

  /** @param {Frame} frame */
  apply(frame) {
    if (frame.type === 'parting') this.foreseen = { queue: frame.queue, keep: frame.keep, give: frame.give };
    if (frame.type !== 'status') return;
    const had = this.#had;
    this.#had = [];
    if (frame.status !== 'offline' || had.length === 0 || this.words === '') return;
    this.given.tell(say('toast_offline', { what: this.words }), () => this.#back(had));
  }

  /** Whatever nobody has taken meanwhile is his again; the server decides. @param {string[]} had */
  #back(had) {
    const { boxes, send, claim } = this.given;
    send({ type: 'status', status: 'online' });
    claim(had.filter(id => boxes.get(id)?.status === 'open' && !boxes.get(id)?.owner));
  }
}
