/**
 * What became of the agent's last suggestion, for a moment beside the picture. Pure: the present is passed in.
 *
 *   const word = createLastWord();   word(entries, {me, visitorName, now}) → a sentence, or ''
 */
import { moments } from '../moments.js';
import { say } from '../texts.js';
import { assistedText, lastWord } from './assistedtext.js';

/** So long an answer stays, */
export const ANSWER = 12_000;
/** and a suggestion that has none. */
export const OPEN = 120_000;

export function createLastWord() {
  let known = { seq: 0, at: 0 };

  /** @param {Frame[]} entries @param {{me: string | undefined, visitorName: string, now: number}} around */
  return (entries, { me, visitorName, now }) => {
    const word = lastWord(entries, me);
    if (!word) return '';
    // Clocks differ: what comes while one looks is new, whatever time it bears, but nothing old is.
    if (word.seq !== known.seq) known = { seq: word.seq, at: known.seq > 0 && word.seq > known.seq ? now : Math.min(now, Date.parse(word.at) || 0) };
    const proposed = word.event === 'proposed';
    if (now - known.at > (proposed ? OPEN : ANSWER)) return '';
    if (proposed) return say('view_proposed', { label: word.label, visitor: visitorName });
    return assistedText(word, { me, visitorName, entries: () => entries, clock: moments.clock });
  };
}
