/**
 * An instant to come, as short as it is clear: the time today, else the day too. Pure.
 */
import { moments } from './moments.js';
import { say } from './texts.js';

/** @param {string | number | Date} at @param {number} now */
export function untilText(at, now) {
  const date = new Date(at);
  const time = moments.clock(date.getTime());
  if (date.toDateString() === new Date(now).toDateString()) return say('until_today', { time });
  return say('until_day', { day: day(date), time });
}

/** @param {Date} date */
function day(date) {
  return new Intl.DateTimeFormat(say.language, { weekday: 'short', day: 'numeric', month: 'short' }).format(date);
}
