/**
 * How long to wait before the next try ("full jitter"). Pure.
 *
 *   backoff(attempt, random) → milliseconds; attempt 0 is the first retry.
 *   within(most, random)     → milliseconds between 0 and `most`.
 */

const FIRST = 500;
const MOST = 30_000;

/** @param {number} attempt @param {() => number} [random] */
export function backoff(attempt, random = Math.random) {
  return within(Math.min(MOST, FIRST * 2 ** Math.min(attempt, 16)), random);
}

/** @param {number} most @param {() => number} [random] */
export function within(most, random = Math.random) {
  return Math.floor(random() * most);
}
