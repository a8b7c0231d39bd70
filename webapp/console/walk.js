/**
 * Walking through a list whose rows come and go: from where one was on, also when that row is gone. Pure.
 */
export class Walk {
  #list = '';
  /** @type {string[]} */
  #ids = [];
  /** At which place those were that are watched. @type {Map<string, number>} */
  #was = new Map();

  /** @param {string} list which one it is: in another one no place means anything @param {string[]} ids as it is shown @param {(string | null)[]} watched those one may walk on from */
  see(list, ids, watched) {
    const before = list === this.#list ? this.#was : new Map();
    this.#list = list;
    this.#ids = ids;
    this.#was = new Map();
    for (const id of watched) {
      if (id === null) continue;
      const at = ids.indexOf(id);
      if (at >= 0 || before.has(id)) this.#was.set(id, at >= 0 ? at : before.get(id));
    }
  }

  /** The row so many from this one. @param {string | null} from @param {number} step @returns {string | null} */
  neighbour(from, step) {
    return this.#ids[Math.min(this.#ids.length - 1, Math.max(0, this.#target(from, step)))] ?? null;
  }

  /** @param {string | null} from @param {number} step */
  #target(from, step) {
    const at = from === null ? -1 : this.#ids.indexOf(from);
    if (at >= 0) return at + step;
    const was = from === null ? undefined : this.#was.get(from);
    if (was === undefined) return step > 0 ? 0 : this.#ids.length - 1;
    // What stood behind it has its place now.
    return step > 0 ? was + step - 1 : was + step;
  }

  /** Where to go when this one is dealt with: to the next, at the end to the one before; null: there is none. @param {string} from @param {(id: string) => boolean} passed what is dealt with likewise */
  onward(from, passed) {
    const at = this.#ids.indexOf(from);
    const stays = (/** @type {string} */ id) => id !== from && !passed(id);
    return this.#ids.slice(at + 1).find(stays) ?? this.#ids.slice(0, Math.max(0, at)).findLast(stays) ?? null;
  }
}
