/**
 * How long a call is patient. Pure, but for the clock given.
 *
 *   const patience = createPatience(clock, {restart, giveUp});
 *   patience.begin(restarts)  gives up after 30 s; with restarts it first tries a new way after 4 s and again after 10 s
 *   patience.stop()           all is well, or over
 *   patience.mayRenew()       whether another new leg is followed: five at once, then one in two seconds
 */

const RESTARTS = [4_000, 10_000];
const GIVE_UP = 30_000;
const AT_ONCE = 5;
const ONE_IN = 2_000;

export const CLOCK = {
  now: () => Date.now(),
  /** @param {number} ms @param {() => void} then */
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** @param {typeof CLOCK} clock @param {{restart: () => void, giveUp: () => void}} on */
export function createPatience(clock, { restart, giveUp }) {
  /** @type {(() => void)[]} */
  let timers = [];
  let left = AT_ONCE;
  let at = clock.now();

  function stop() {
    timers.splice(0).forEach(cancel => cancel());
  }

  return {
    stop,
    /** @param {boolean} restarts */
    begin(restarts) {
      stop();
      timers = (restarts ? RESTARTS : []).map(ms => clock.after(ms, restart));
      timers.push(clock.after(GIVE_UP, giveUp));
    },
    mayRenew() {
      const now = clock.now();
      left = Math.min(AT_ONCE, left + (now - at) / ONE_IN);
      at = now;
      return left >= 1 && left-- > 0;
    },
  };
}
