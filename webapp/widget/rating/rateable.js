/** Whether a conversation can be rated now, and how it was. Pure. */

/** The server takes it for as long as that, milliseconds. */
export const RATING = 24 * 3_600_000;

/** @typedef {{status: string, live: boolean, entries: Entry[]}} Transcript */

/** It is over, somebody of the site has answered in it, and that is not long ago. @param {Transcript} transcript @param {number} now */
export function rateable({ status, live, entries }, now) {
  const end = entries.findLast(entry => entry.type === 'closed');
  if (!live || status !== 'closed' || !end || now - Date.parse(end.at) > RATING) return false;
  return entries.some(entry => entry.type === 'posted' && entry.by?.kind === 'agent');
}

/** The last one counts. @param {Pick<Transcript, 'entries'>} transcript @returns {{stars: number, comment?: string} | null} */
export function ratingOf({ entries }) {
  const last = entries.findLast(entry => entry.type === 'rated');
  return last ? { stars: last.stars, comment: last.comment } : null;
}
