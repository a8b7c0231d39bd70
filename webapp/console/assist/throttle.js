/**
 * Lets through at most one call per pause: the first at once, of what follows the latest. Pure: clock and timer are passed in.
 */

export const PAUSE = 50;

/**
 * @template T
 * @param {(value: T) => void} run
 * @param {{now: () => number, timer: (run: () => void, delay: number) => () => void, pause?: number}} given
 */
export function throttle(run, { now, timer, pause = PAUSE }) {
  let last = -Infinity;
  /** @type {{value: T} | null} */
  let waiting = null;
  let stop = () => {};

  function due() {
    stop();
    stop = () => {};
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    last = now();
    run(value);
  }

  return {
    /** @param {T} value */
    call(value) {
      const planned = waiting !== null;
      waiting = { value };
      if (now() - last >= pause) due();
      else if (!planned) stop = timer(due, pause - (now() - last));
    },
    /** What waits goes out now. */
    flush: due,
    /** What waits does not go out any more. */
    drop() {
      waiting = null;
      due();
    },
  };
}
