/**
 * How long somebody waits, how bad that is, and where in the world he is. Pure: the present is passed in.
 */

/** From when a waiting time deserves attention, and from when it is too long (milliseconds). */
export const TARGETS = {soon: 120_000, late: 300_000};

/**
 * @param {string | undefined} since the instant of the first unanswered message
 * @param {number} now
 * @returns {'none' | 'calm' | 'soon' | 'late'}
 */
export function waitingLevel(since, now, targets = TARGETS) {
  if (!since) return 'none';
  const waited = now - Date.parse(since);
  if (waited >= targets.late) return 'late';
  return waited >= targets.soon ? 'soon' : 'calm';
}

/** The clock on the visitor's wall, or null if his zone is not known here. @param {string | undefined} zone @param {number} now */
export function wallClock(zone, now, /** @type {string} */ language = 'en') {
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat(language, {hour: '2-digit', minute: '2-digit', weekday: 'short', timeZone: zone}).format(now);
  } catch {
    return null;
  }
}

/** A language by its name in the agent's language: "de-AT" → "Austrian German". @param {string | undefined} tag */
export function languageName(tag, /** @type {string} */ language = 'en') {
  if (!tag) return null;
  try {
    return new Intl.DisplayNames([language], {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
