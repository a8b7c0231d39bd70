/**
 * Conversations on their way out: closed or handed back in a moment, until then with an undo. Knows no page.
 *
 * @typedef {'close' | 'release'} Way
 */
import { Later } from './later.js';
import { say } from './texts.js';

export class Leaving {
  /** @type {Map<string, () => void>} how to take the notes away */
  #notes = new Map();

  /**
   * @param {object} given
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(text: string, undo?: () => void) => () => void} given.tell
   * @param {(way: Way, id: string) => void} given.leave
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

  /** @param {Way} way @param {string} id @param {string} name the visitor's */
  start(way, id, name) {
    this.undo(id);
    this.later.plan({ key: id, kind: way, run: () => this.#done(way, id) });
    const text = say(way === 'close' ? 'toast_closed' : 'toast_released', { name });
    this.#notes.set(id, this.given.tell(text, () => this.undo(id)));
    this.given.changed();
  }

  /** @param {Way} way @param {string} id */
  #done(way, id) {
    this.#notes.delete(id);
    this.given.leave(way, id);
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
    if (this.kind(id) !== 'close') return;
    this.undo(id);
    this.given.tell(say('toast_stays', { name }));
  }

  /** The page goes away: what was promised is done. */
  all() {
    this.later.all();
  }
}
