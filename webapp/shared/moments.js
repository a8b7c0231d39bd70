/**
 * Times as people read them: relative near, absolute far, the full instant for hover and screen readers. Pure.
 *
 *   const moments = createMoments(locale, {timeZone?});
 *   moments.clock(at)      "14:05"
 *   moments.near(at, now)  "now", "2 min. ago", "yesterday", "3 Mar"; `at` and `now` in milliseconds or ISO text
 *   moments.day(at, now)   "Today", "Yesterday", "Monday 3 March", with the year when it is another
 *   moments.full(at)       "Monday, 3 March 2026 at 14:05"
 *   moments.waiting(ms)    "2 min", "1 h": how long something lasts, short
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param {string} locale @param {{timeZone?: string}} [zone] */
export function createMoments(locale, zone = {}) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = options => new Intl.DateTimeFormat(locale, { ...zone, ...options });
  const clock = format({ hour: 'numeric', minute: '2-digit' });
  const full = format({ dateStyle: 'full', timeStyle: 'short' });
  const short = format({ day: 'numeric', month: 'short' });
  const shortYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const long = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const longYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const key = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const relativeLong = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  /** @param {number} at */
  const dayNumber = at => Math.round(Date.parse(`${key.format(at)}T00:00:00Z`) / DAY);
  /** @param {number | string} at */
  const ms = at => typeof at === 'number' ? at : Date.parse(at);
  /** @param {number} at @param {number} now */
  const sameYear = (at, now) => key.format(at).slice(0, 4) === key.format(now).slice(0, 4);

  return {
    /** @param {number | string} at */
    clock: at => clock.format(ms(at)),
    /** @param {number | string} at */
    full: at => full.format(ms(at)),
    /** @param {number | string} at @param {number} now */
    near(at, now) {
      const then = ms(at);
      const days = dayNumber(now) - dayNumber(then);
      if (now - then < MINUTE) return relative.format(0, 'second');
      if (now - then < HOUR) return relative.format(-Math.floor((now - then) / MINUTE), 'minute');
      if (days <= 0 || now - then < 6 * HOUR) return relative.format(-Math.floor((now - then) / HOUR), 'hour');
      if (days === 1) return relative.format(-1, 'day');
      return (sameYear(then, now) ? short : shortYear).format(then);
    },
    /** @param {number | string} at @param {number} now */
    day(at, now) {
      const then = ms(at);
      const days = dayNumber(now) - dayNumber(then);
      if (days === 0 || days === 1) return capital(relativeLong.format(-days, 'day'), locale);
      return capital((sameYear(then, now) ? long : longYear).format(then), locale);
    },
    /** @param {number} lasting */
    waiting(lasting) {
      const [value, unit] = lasting < HOUR ? [lasting / MINUTE, 'minute'] : lasting < 2 * DAY ? [lasting / HOUR, 'hour'] : [lasting / DAY, 'day'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(Math.floor(value));
    },
  };
}

/** @param {string} text @param {string} locale */
function capital(text, locale) {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
