/** What can be chosen now, and the name of the one message a choice becomes. Pure. */

/**
 * The message whose choices are shown: the last word, said by an agent in a conversation that goes on, and nothing of ours on its way.
 * @param {{entries: Entry[], status: string}} transcript @param {readonly unknown[]} pending
 * @returns {Entry | null}
 */
export function offered({ entries, status }, pending) {
  const last = entries.findLast(entry => entry.type === 'posted');
  const offers = last?.choices?.length && last.by?.kind === 'agent' && !last.edited && !last.removed;
  return offers && status === 'open' && !pending.length ? last : null;
}

/** The same from every tab: of two presses one is said. @param {Entry} entry */
export const refOf = ({ conversation, seq }) => `choice-${seq}-${conversation}`.slice(0, 64);
