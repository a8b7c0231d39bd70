/**
 * What a close code asks of the client (protocol.md, "Close codes"). Pure.
 *
 *   verdict(code, side, attempt, random) → {again, wait, reason, drop}
 *     again   true: connect again after `wait` milliseconds; false: stay closed
 *     reason  one word for the screen: lost, restart, rules, crowded, slow, refused, forgotten, login, error
 *     drop    true: the identity is gone, forget the token
 */

import { backoff, within } from './backoff.js';

/**
 * @param {number} code
 * @param {'visitor' | 'agent'} side
 * @param {number} attempt
 * @param {() => number} [random]
 */
export function verdict(code, side, attempt, random = Math.random) {
  const later = backoff(attempt, random, side);
  /** @param {string} reason @param {number} [wait] */
  const again = (reason, wait = later) => ({ again: true, wait, reason, drop: false });
  /** @param {string} reason @param {boolean} [drop] */
  const stay = (reason, drop = false) => ({ again: false, wait: 0, reason, drop });
  switch (code) {
    case 1008:
      return side === 'agent' ? stay('login') : again('rules', 30_000 + within(5_000, random));
    case 1011:
      return again('error');
    case 1001:
    case 1012:
      return again('restart', attempt === 0 ? within(3_000, random) : later);
    case 1013:
      return again('crowded', 5_000 + later);
    case 4004:
      return stay('refused');
    case 4008:
      return again('slow', attempt === 0 ? 0 : later);
    case 4009:
      return stay('forgotten', true);
    default:
      return again('lost');
  }
}
