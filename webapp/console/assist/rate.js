/**
 * Counts what happens per second and tells when it is too much for too long. Pure: the clock is passed in.
 *
 *   const rate = createRate({ now });   if (rate.add(400)) …   more than 3,000 a second in each of 3 seconds
 */

/** @param {{now: () => number, most?: number, seconds?: number}} given */
export function createRate({ now, most = 3000, seconds = 3 }) {
  let second = -1;
  let count = 0;
  /** How many full seconds before this one were too much, without a break. */
  let row = 0;

  return {
    /** @param {number} n @returns {boolean} */
    add(n) {
      const at = Math.floor(now() / 1000);
      if (at !== second) {
        row = at === second + 1 && count > most ? row + 1 : 0;
        second = at;
        count = 0;
      }
      count += n;
      return row + (count > most ? 1 : 0) >= seconds;
    },
  };
}
