/**
 * How long to wait before the next try ("full jitter"). Pure.
 *
 *   backoff(attempt, random, side) → milliseconds; attempt 0 is the first retry.
 *   within(most, random)     → milliseconds between 0 and `most`.
 */

const FIRST = 500;
/** Visitors may be many. Agents are few, and 45 s after a restart who is not back loses his conversations. */
const MOST = { visitor: 30_000, agent: 10_000 };

/** @param {number} attempt @param {() => number} [random] @param {'visitor' | 'agent'} [side] */
export function backoff(attempt, random = Math.random, side = 'visitor') {
  return within(Math.min(MOST[side], FIRST * 2 ** Math.min(attempt, 16)), random);
}

/** @param {number} most @param {() => number} [random] */
export function within(most, random = Math.random) {
  return Math.floor(random() * most);
}
