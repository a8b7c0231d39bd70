/**
 * Which conversations of the list are selected. Pure.
 */
export class Selection {
  /** @type {Set<string>} */
  #ids = new Set();
  /** @type {string | null} where a range begins */
  #anchor = null;

  get size() {
    return this.#ids.size;
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @returns {string[]} in the order they were selected */
  ids() {
    return [...this.#ids];
  }

  /** @param {string} id */
  toggle(id) {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Everything from where it was begun to here. @param {string} id @param {string[]} order as the list shows it */
  reach(id, order) {
    const from = this.#anchor === null ? -1 : order.indexOf(this.#anchor);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    order.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(one => this.#ids.add(one));
  }

  /** @param {string[]} ids */
  all(ids) {
    ids.forEach(id => this.#ids.add(id));
  }

  /** What is not to be seen any more is not selected either. @param {Set<string>} shown */
  keep(shown) {
    for (const id of this.#ids) if (!shown.has(id)) this.#ids.delete(id);
  }

  clear() {
    this.#ids.clear();
    this.#anchor = null;
  }
}
