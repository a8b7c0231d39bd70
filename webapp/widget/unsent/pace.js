/**
 * When something of what is written may be told: not before the visitor could read that it is, then once in a while; of several states the
 * last one counts. Pure: time is passed in (milliseconds).
 *
 *   pace.seen(now)   he can read it, from now on;  pace.unseen()   not any more
 *   pace.wait(now)   → how long until something may be told, or null where he does not know of it
 *   pace.told(now)   something was
 */

import { clean } from '../composer.js';

const READING = 2_000;
const BETWEEN = 1_000;
/** As the server takes it. */
const MOST = 1_000;

export function createPace() {
  /** @type {number | null} */ let since = null;
  let last = -Infinity;
  return {
    /** @param {number} now */
    seen(now) { since ??= now; },
    unseen() { since = null; },
    /** @param {number} now */
    wait: now => since === null ? null : Math.max(0, since + READING - now, last + BETWEEN - now),
    /** @param {number} now */
    told(now) { last = now; },
  };
}

/** What is told of it: of a long text the end, where he writes. @param {string} text */
export function toldOf(text) {
  const whole = clean(text);
  return whole.length > MOST ? `…${whole.slice(1 - MOST).replace(/^[\udc00-\udfff]/, '')}` : whole;
}
