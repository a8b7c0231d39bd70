/**
 * Conversations on their way out: closed, handed back, handed on or snoozed in a moment, until then with an undo; so are messages. Knows no page.
 *
 * @typedef {'close' | 'release' | 'transfer' | 'snooze' | 'remove'} Way
 */
import { GRACE, Later } from './later.js';
import { say } from './texts.js';

/** What is said of it while it is on its way, and when it is. @type {Record<Way, {now: string, done: string}>} */
const WORDS = {
  close: { now: 'row_closing', done: 'toast_closed' },
  release: { now: 'row_releasing', done: 'toast_released' },
  transfer: { now: 'row_transferring', done: 'toast_transferred' },
  snooze: { now: 'row_snoozing', done: 'toast_snoozed' },
  remove: { now: 'message_removed', done: 'message_removed' },
};

/** Done with many, and not on their way out. @type {Record<string, string>} */
const TAKING = { claim: 'row_claiming', label: 'row_labelling' };

/** What the screen says of a conversation that is on its way. @param {string | undefined} kind */
export function leavingWord(kind) {
  if (kind === undefined) return undefined;
  return say(TAKING[kind] ?? WORDS[/** @type {Way} */ (kind)].now);
}

export class Leaving {
  /** @type {Map<string, () => void>} how to take the notes away */
  #notes = new Map();

  /**
   * @param {object} given
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(text: string, undo?: () => void, lasts?: number) => () => void} given.tell
   * @param {(way: Way, key: string, more: object) => void} given.leave `key`: the conversation's id, or that of a message in it
   * @param {() => void} given.changed
   */
  constructor(given) {
    this.given = given;
    this.later = new Later(given.timer);
  }

  /** @param {string} id */
  kind(id) {
    return this.later.kind(id);
  }

  /** @param {Way} way @param {string} id of the conversation, or of a message in it @param {string} name the visitor's @param {object} [more] what else is sent @param {{to?: string, within?: number}} [how] `to`: the name of who gets it; `within`: milliseconds until it is done */
  start(way, id, name, more = {}, { to = '', within = GRACE } = {}) {
    this.undo(id);
    this.later.plan({ key: id, kind: way, run: () => this.#done(way, id, more) }, within);
    const text = say(WORDS[way].done, { name, to });
    this.#notes.set(id, this.given.tell(text, () => this.undo(id), within));
    this.given.changed();
  }

  /** @param {Way} way @param {string} id @param {object} more */
  #done(way, id, more) {
    this.#notes.delete(id);
    this.given.leave(way, id, more);
    this.given.changed();
  }

  /** @param {string} id */
  undo(id) {
    this.#notes.get(id)?.();
    this.#notes.delete(id);
    if (this.later.undo(id)) this.given.changed();
  }

  /** Whether there is something to undo, and if so, undoes what was begun last. */
  get undoable() {
    return this.later.last() !== undefined;
  }

  undoLast() {
    const id = this.later.last();
    if (id !== undefined) this.undo(id);
  }

  /** The visitor has written: who is just being told something does not find the door closed. @param {string} id @param {string} name */
  stays(id, name) {
    if (this.kind(id) !== 'close' && this.kind(id) !== 'snooze') return;
    this.undo(id);
    this.given.tell(say('toast_stays', { name }));
  }

  /** The page goes away: what was promised is done. */
  all() {
    this.later.all();
  }
}
