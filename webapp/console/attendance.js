/**
 * Whether the agent is at his desk: a console that has the focus is no sign of it, what he does there is. Pure: time is passed in (milliseconds).
 */

/** He who has done nothing for so long may have gone. */
const GONE = 15_000;
/** The other tabs need not know more exactly. */
const TOLD_EVERY = 3_000;

export class Attendance {
  #seen = -Infinity;
  #told = -Infinity;

  /** He did something in this tab. @param {number} now @returns {boolean} whether the other tabs are to be told */
  did(now) {
    this.#seen = now;
    const due = now - this.#told >= TOLD_EVERY;
    if (due) this.#told = now;
    return due;
  }

  /** He did something in another tab. @param {number} now */
  heard(now) {
    this.#seen = now;
  }

  /** @param {number} now */
  isHere(now) {
    return now - this.#seen < GONE;
  }
}
