/**
 * What of a call is worth a line in the transcript: that it started, and how it ended. Pure.
 *
 *   const minutes = createMinutes(note);   note('started' | 'ended' | 'failed'), each at most once for a call
 *   minutes.became(state, reason)          every state of the call
 */

const FAILURES = new Set(['no-path', 'too-large']);

/** @param {(state: 'started' | 'ended' | 'failed') => void} note */
export function createMinutes(note) {
  let isOn = false;
  let isOver = true;
  return {
    /** @param {string} state @param {string} reason */
    became(state, reason) {
      if (state === 'asking') [isOn, isOver] = [false, false];
      if (state === 'connected' && !isOn) {
        isOn = true;
        note('started');
      }
      if (state !== 'ended' || isOver) return;
      isOver = true;
      // A call that nobody joined is not worth a line.
      if (FAILURES.has(reason)) note('failed');
      else if (isOn) note('ended');
    },
  };
}
