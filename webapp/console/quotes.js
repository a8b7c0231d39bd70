/**
 * The message that another one answers, in a line; and which one the next message of each conversation is to answer. Pure.
 */
import { plain } from '../shared/markdown.js';
import { say } from './texts.js';

const LONGEST = 160;

/** @param {Entry | undefined} entry undefined where it was said before what is held */
export function quotedText(entry) {
  if (!entry) return say('quote_earlier');
  if (entry.removed) return say('message_removed');
  const words = plain(entry.text ?? '').replace(/\s+/g, ' ').trim();
  const text = words || (entry.files ?? []).map((/** @type {{name: string}} */ file) => file.name).join(', ') || say('message_no_words');
  return text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
}

/** Whether one may answer just this: what visitors see, and is still there. @param {Entry} entry */
export const isQuotable = entry => entry.type === 'posted' && !entry.removed;

export class Quotes {
  /** @type {Map<string, number>} */
  #of = new Map();

  /** The seq of the message that is answered there next, 0 for none. @param {string} conversation */
  get(conversation) {
    return this.#of.get(conversation) ?? 0;
  }

  /** @param {string} conversation @param {number} seq 0 takes it back */
  set(conversation, seq) {
    if (seq > 0) this.#of.set(conversation, seq);
    else this.#of.delete(conversation);
  }

  /** It goes with the message. @param {string} conversation */
  take(conversation) {
    const seq = this.get(conversation);
    this.set(conversation, 0);
    return seq;
  }
}
