/**
 * The agents who are in a conversation beside its owner. Pure.
 *
 * @typedef {{id: string, name?: string}} Companion
 */

/** As many as there can be. */
export const BESIDE = 4;

/**
 * The list tells it, a moment late; what the log has had since then is newer.
 *
 * @param {import('./boxes.js').Summary | undefined} summary
 * @param {{live: boolean, entries: Entry[]} | undefined} transcript
 * @returns {Companion[]} in the order in which they came
 */
export function company(summary, transcript) {
  let joined = summary?.joined ?? [];
  if (!summary || !transcript?.live) return joined;
  for (const entry of transcript.entries) if (entry.seq > summary.seq) joined = after(joined, entry);
  return joined;
}

/** @param {Companion[]} joined @param {Entry} entry @returns {Companion[]} */
function after(joined, entry) {
  if (entry.type === 'closed' || entry.type === 'transferred' && !entry.agent) return [];
  const who = entry.type === 'transferred' ? entry.agent : entry.by;
  if (!['joined', 'left', 'claimed', 'transferred'].includes(entry.type)) return joined;
  const others = joined.filter(one => one.id !== who?.id);
  return entry.type === 'joined' ? [...others, /** @type {Companion} */ (who)] : others;
}

/** Whether this agent is one of them. @param {Companion[] | undefined} joined @param {string | undefined} me */
export function isIn(joined, me) {
  return joined?.some(one => one.id === me) === true;
}

/** Whether it is one of this agent's: his own, or one he joined. @param {import('./boxes.js').Summary} item @param {string | undefined} me */
export function isMine(item, me) {
  return item.owner !== undefined && item.owner.id === me || isIn(item.joined, me);
}
