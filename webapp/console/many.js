/**
 * What an agent does with all selected conversations: which of them it is possible for, with an undo and the progress. Knows no page.
 *
 * @typedef {import('./bulk.js').Way} Way
 */
import { Bulk } from './bulk.js';
import { Later } from './later.js';
import { Selection } from './selection.js';
import { say } from './texts.js';

const KEY = 'many';
/** @type {Record<Way, Way | null>} */
const BACK = { claim: 'release', release: 'claim', close: null };

export class Many {
  selection = new Selection();
  /** @type {{way: Way, ids: string[]} | null} in a moment */
  #planned = null;
  /** @type {() => void} */
  #note = () => {};

  /**
   * @param {object} given
   * @param {import('./boxes.js').Boxes} given.boxes
   * @param {(id: string) => boolean} given.open
   * @param {(frame: Frame) => boolean} given.send
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(text: string, undo?: () => void) => () => void} given.tell
   * @param {() => void} given.changed
   */
  constructor(given) {
    this.given = given;
    this.later = new Later(given.timer);
    this.bulk = new Bulk({ ...given, finished: (way, done, failed) => this.#finished(way, done, failed) });
  }

  /** Those of the selected for which it is possible. @param {Way} way @returns {string[]} */
  fit(way) {
    const me = this.given.boxes.me?.id;
    return this.selection.ids().filter(id => {
      const item = this.given.boxes.get(id);
      if (!item || item.status !== 'open' || this.kind(id)) return false;
      if (way === 'claim') return item.owner === undefined;
      return item.owner?.id === me || (way === 'close' && item.owner === undefined);
    });
  }

  /** What is going to happen or happens with it. @param {string} id */
  kind(id) {
    return this.#planned?.ids.includes(id) ? this.#planned.way : this.bulk.kind(id);
  }

  /** @param {Way} way */
  start(way) {
    const ids = this.fit(way);
    const left = this.selection.size - ids.length;
    if (ids.length === 0) return;
    this.later.now(KEY);
    this.selection.clear();
    if (way === 'claim') this.bulk.start(way, ids);
    else {
      this.#planned = { way, ids };
      this.later.plan({ key: KEY, kind: way, run: () => this.#do() });
      const text = say.count(`many_${way}`, ids.length);
      this.#note = this.given.tell(left > 0 ? `${text} ${say.count('many_left', left)}` : text, () => this.undo());
    }
    this.given.changed();
  }

  #do() {
    const planned = this.#planned;
    this.#planned = null;
    if (planned) this.bulk.start(planned.way, planned.ids);
    this.given.changed();
  }

  /** Something is still to be done, and this page has to do it. */
  get busy() {
    return this.#planned !== null || this.bulk.progress !== null;
  }

  get undoable() {
    return this.later.last() !== undefined;
  }

  undo() {
    if (!this.later.undo(KEY)) return;
    this.#note();
    this.selection.all(this.#planned?.ids ?? []);
    this.#planned = null;
    this.given.changed();
  }

  /** @param {Way} way @param {string[]} done @param {number} failed */
  #finished(way, done, failed) {
    const back = BACK[way];
    if (failed > 0) this.given.tell(say.count('many_failed', failed));
    if (way === 'claim' && done.length > 0) this.given.tell(say.count('many_claimed', done.length), back ? () => this.bulk.start(back, done) : undefined);
    this.given.changed();
  }
}
