/** What the line above the composer says: one's place among those who wait, or how soon somebody usually answers. Pure. */

/** @typedef {{status: string, conversation: string | null, owner: object | null, live: boolean}} Transcript */
/** @typedef {{text: string, n: number}} Part a text that has a form for each number */

/**
 * Nothing while nobody is there, and nothing as soon as somebody has it, whatever was told before.
 *
 * @param {Frame | null} told the last `queue` or `welcome`
 * @param {Transcript} transcript @param {boolean} isThere
 * @returns {Part[]}
 */
export function lineOf(told, { status, conversation, owner, live }, isThere) {
  if (!told || !isThere) return [];
  if (told.type === 'welcome') return told.reply && status === 'none' ? [replyOf(told.reply)] : [];
  if (!told.position || !live || told.conversation !== conversation || status !== 'open' || owner) return [];
  const place = { text: told.position > 1 ? 'before' : 'next', n: told.position - 1 };
  return told.minutes ? [place, { text: 'minutes', n: told.minutes }] : [place];
}

/** @param {number} minutes @returns {Part} */
function replyOf(minutes) {
  return minutes > 60 ? { text: 'replyHours', n: Math.ceil(minutes / 60) } : { text: 'replyMinutes', n: minutes };
}
