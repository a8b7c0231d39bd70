/**
 * Conversations that have become this agent's. Whether he was given them, which rings, or took them himself, in another window or on another device perhaps,
 * tells their log alone. Pure.
 *
 * @typedef {import('./boxes.js').Change} Change
 */

/** So many are looked into at once: of more nobody hears more. */
const LOOKED_INTO = 10;

/** What makes somebody the owner. */
const TURNS = new Set(['claimed', 'transferred']);

export class Arrivals {
  /** Those not known yet. @type {Map<string, Change>} */
  #held = new Map();

  /** @param {{boxes: import('./boxes.js').Boxes, follows: ReturnType<typeof import('./follows.js').createFollows>}} given */
  constructor(given) {
    this.given = given;
  }

  /** @param {Frame} frame @param {Change[]} changes what it changed in the lists @returns {Change[]} what can be told by now, those he was given marked as such */
  apply(frame, changes) {
    const came = changes.filter(change => frame.type === 'inbox' && this.#came(change) && !this.#held.has(change.after.conversation)).slice(0, LOOKED_INTO - this.#held.size);
    for (const change of came) {
      this.#held.set(change.after.conversation, change);
      this.given.follows.open(change.after.conversation);
    }
    return [...changes.filter(change => !came.includes(change)), ...this.#known()];
  }

  /** @param {Change} change */
  #came({ before, after }) {
    const me = this.given.boxes.me?.id;
    return after.status === 'open' && after.owner !== undefined && after.owner.id === me && before?.owner?.id !== me;
  }

  /** All of them together: several given at once ring once. */
  #known() {
    const looked = [...this.#held.values()].map(change => this.#look(change));
    if (looked.includes(null)) return [];
    this.#held.clear();
    return /** @type {Change[]} */ (looked);
  }

  /** As soon as its log is as new as the list, or will never be. @param {Change} change @returns {Change | null} */
  #look(change) {
    const { before, after } = change;
    const follow = this.given.follows.get(after.conversation);
    if (!follow || follow.gone) return change;
    const { live, high, entries } = follow.transcript;
    if (!live || high < after.seq) return null;
    const since = before?.seq ?? after.seq - 1;
    const turn = entries.findLast(entry => TURNS.has(entry.type) && entry.seq > since && entry.seq <= after.seq);
    const own = turn?.by?.id === this.given.boxes.me?.id && !turn?.assigned;
    return turn && !own ? { ...change, given: true } : change;
  }
}
