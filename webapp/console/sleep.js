/**
 * Until when a conversation may be snoozed, and how that is said. Pure: the present is passed in; days are those of this device.
 *
 * @typedef {{key: 'later' | 'tomorrow' | 'week' | 'visitor', at: Date | null}} Choice `at` null: until the visitor writes
 */
const MORNING = 9;
const LATER = 3;
const HALF_HOUR = 30 * 60_000;

/** @param {number} now @returns {Choice[]} */
export function choices(now) {
  const later = new Date(Math.ceil((now + LATER * 3_600_000) / HALF_HOUR) * HALF_HOUR);
  const today = new Date(now);
  // On a Sunday, Monday is tomorrow: next week begins a week later.
  const toMonday = (8 - today.getDay()) % 7 || 7;
  const week = morning(now, toMonday > 1 ? toMonday : toMonday + 7);
  return [
    ...(later.getDate() === today.getDate() ? [/** @type {Choice} */ ({ key: 'later', at: later })] : []),
    { key: 'tomorrow', at: morning(now, 1) },
    { key: 'week', at: week },
    { key: 'visitor', at: null },
  ];
}

/** @param {number} now @param {number} days */
function morning(now, days) {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING);
}

/** What a field for date and time holds, as an instant to come, or null. @param {string} value @param {number} now */
export function chosen(value, now) {
  const at = value === '' ? NaN : Date.parse(value);
  return Number.isNaN(at) || at <= now ? null : new Date(at);
}

/** The same the other way round: local, to the minute. @param {Date} at */
export function fieldOf(at) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
