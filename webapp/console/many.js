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

export class Many {
  selection = new Selection();
  /** @type {{way: Way, ids: string[], more: import('./bulk.js').Run['more']} | null} in a moment */
  #planned = null;
  /** @type {() => void} */
  #note = () => {};

  /**
   * @param {object} given
   * @param {import('./boxes.js').Boxes} given.boxes
   * @param {(id: string) => boolean} given.open
   * @param {(id: string) => {id?: string} | null | undefined} given.ownerOf
   * @param {(frame: Frame) => boolean} given.send
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(text: string, undo?: () => void) => () => void} given.tell
   * @param {() => void} given.changed
   */
  constructor(given) {
    this.given = given;
    this.later = new Later(given.timer);
    this.bulk = new Bulk({ ...given, me: () => given.boxes.me?.id, finished: run => this.#finished(run) });
  }

  /** Those of the selected for which it is possible. @param {Way} way @returns {string[]} */
  fit(way) {
    const me = this.given.boxes.me?.id;
    return this.selection.ids().filter(id => {
      const item = this.given.boxes.get(id);
      if (!item || item.status !== 'open' || this.kind(id)) return false;
      if (way === 'claim') return item.owner === undefined;
      return item.owner?.id === me || (way !== 'release' && item.owner === undefined);
    });
  }

  /** What is going to happen or happens with it. @param {string} id */
  kind(id) {
    return this.#planned?.ids.includes(id) ? this.#planned.way : this.bulk.kind(id);
  }

  /** With what is selected. @param {Exclude<Way, 'label'>} way @param {import('./bulk.js').Run['more']} [more] */
  start(way, more = {}) {
    const ids = this.fit(way);
    const left = this.selection.size - ids.length;
    if (ids.length === 0) return;
    this.later.now(KEY);
    this.selection.clear();
    if (way === 'claim') this.bulk.start(way, ids);
    else {
      this.#planned = { way, ids, more };
      this.later.plan({ key: KEY, kind: way, run: () => this.#do() });
      const text = say.count(`many_${way}`, ids.length);
      this.#note = this.given.tell(left > 0 ? `${text} ${say.count('many_left', left)}` : text, () => this.undo());
    }
    this.given.changed();
  }

  #do() {
    const planned = this.#planned;
    this.#planned = null;
    if (planned) this.bulk.start(planned.way, planned.ids, planned.more);
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

  /** Puts it on all of these, or takes it off. Seen at once; they stay selected, since more may be done with them. @param {string[]} ids @param {string} label @param {boolean} on */
  label(ids, label, on) {
    const { boxes } = this.given;
    const others = ids.filter(id => boxes.get(id) && boxes.get(id)?.labels?.includes(label) !== on);
    this.#show(others, label, on);
    this.bulk.start('label', others, { label, on });
    this.given.changed();
  }

  /** @param {string[]} ids @param {string} label @param {boolean} on */
  #show(ids, label, on) {
    ids.forEach(id => this.given.boxes.label(id, label, on));
  }

  /** @param {{label?: string, on?: boolean}} what @param {string[]} done @param {string[]} failed */
  #labelled({ label = '', on = true }, done, failed) {
    const name = this.given.boxes.labels.find(one => one.id === label)?.name ?? '';
    if (failed.length > 0) this.given.tell(say.count('many_failed_label', failed.length));
    this.#show(failed, label, !on);
    if (done.length > 0) this.given.tell(say.count(on ? 'many_labelled' : 'many_unlabelled', done.length, { label: name }), () => this.label(done, label, !on));
  }

  /** @param {import('./bulk.js').Run} run */
  #finished({ way, more, done, failed }) {
    if (way === 'label') this.#labelled(more, done, failed);
    else if (failed.length > 0) this.given.tell(say.count('many_failed', failed.length));
    if (way === 'claim' && done.length > 0) this.given.tell(say.count('many_claimed', done.length), () => this.bulk.start('release', done));
    this.given.changed();
  }
}
