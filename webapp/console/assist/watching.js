/**
 * Says to the visitor's side that this screen watches, for as long as it does. Pure: the clock is passed in.
 *
 *   const watch = createWatch({ send });
 *   watch.update({conversation, request} | null, now)   as often as one likes; sends what has to be said
 *   watch.renew(now)                                    a new picture, please
 */

/** The visitor's side gives up 50 seconds after the last word. */
export const BEAT = 20_000;
/** Each word brings a new picture: one that is on its way gets its time. */
export const LATE = 40_000;

/** @typedef {{conversation: string, request: string}} Watched */

/** @param {{send: (watched: Watched, on: boolean, fresh: boolean) => boolean}} given fresh: with a whole picture, please */
export function createWatch({ send }) {
  /** @type {Watched | null} */
  let watched = null;
  /** @type {number | null} */
  let said = null;

  return {
    get conversation() { return watched?.conversation ?? null; },
    /** @param {Watched | null} wanted @param {number} now @param {boolean} [busy] a picture is on its way @returns {boolean} whether another page, or none, is watched from now on */
    update(wanted, now, busy = false) {
      const other = wanted?.conversation !== watched?.conversation;
      if (watched && other) send(watched, false, false);
      const begins = other || wanted?.request !== watched?.request || said === null;
      // What could not be said is said with the next occasion.
      if (wanted && (begins || now - (said ?? 0) >= (busy ? LATE : BEAT))) said = send(wanted, true, begins) ? now : null;
      watched = wanted;
      return other;
    },
    /** @param {number} now */
    renew(now) {
      if (watched && send(watched, true, true)) said = now;
    },
    /** The line was cut: whoever is there then knows nothing of us. */
    lost() {
      said = null;
    },
  };
}
