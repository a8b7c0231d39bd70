/** Which messages can be answered, and which one is, as it is kept beside the draft: never words, only where it stands. Pure. */

import { plain } from '../../shared/markdown.js';

const LONGEST = 160;

/** @typedef {{conversation: string, seq: number}} Answered */

/** What everybody sees and is still there. @param {Entry | undefined} entry */
export const isQuotable = entry => entry?.type === 'posted' && !entry.removed;

/** Of a message in one line; undefined where it is not held, and '' where it was taken back. @param {Entry | undefined} entry */
export function lineOf(entry) {
  if (!entry) return undefined;
  if (entry.removed) return '';
  const line = plain(entry.text ?? '') || (entry.files ?? []).map((/** @type {{name: string}} */ file) => file.name).join(', ') || '📎';
  const letters = [...line];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line;
}

/** @param {Answered} of */
export const kept = ({ conversation, seq }) => `${seq} ${conversation}`;

/** What `kept` has made; null for anything else. @param {string | null} value @returns {Answered | null} */
export function readKept(value) {
  const [, seq, conversation] = /^([1-9]\d{0,14}) (\S+)$/.exec(value ?? '') ?? [];
  return seq ? { seq: Number(seq), conversation } : null;
}

/** Before it is known which conversation one is in, it may be that one. @param {Answered} of @param {string | null} conversation @param {boolean} wasKnown */
export const isStill = (of, conversation, wasKnown) => conversation === null ? !wasKnown : conversation === of.conversation;

/** Refused for what it answers: by a server of the version before, or since that is not there. His words go without it. @param {Pending} item */
export const isUnanswerable = ({ frame, state, reason }) => Boolean(frame.quote) && state === 'failed' && (reason === 'malformed' || reason === 'unknown-message');
