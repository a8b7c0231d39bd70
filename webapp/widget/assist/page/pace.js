/**
 * Sees whether a page changes faster than anybody could follow: over 2,000 changes a second for 3 seconds. Pure.
 *
 *   tooFast(changes, now) → boolean
 */

const MOST = 2_000;
const LONGEST = 3_000;

export class Pace {
  #count = 0;
  #since = 0;
  #fast = 0;

  /** @param {number} changes @param {number} now milliseconds */
  tooFast(changes, now) {
    this.#since ||= now;
    this.#count += changes;
    const passed = now - this.#since;
    if (passed < 1_000) return false;
    this.#fast = this.#count > MOST * passed / 1_000 ? this.#fast + passed : 0;
    this.#count = 0;
    this.#since = now;
    return this.#fast >= LONGEST;
  }
}

/** How many changes an event tells of. @param {any} event */
export function changesOf({ type, data }) {
  if (type !== 3) return 0;
  return data.source ? 1 : data.adds.length + data.removes.length + data.attributes.length + data.texts.length;
}
