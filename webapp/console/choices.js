/**
 * What a message offers its visitor to answer with one press: short, different, few; and what is offered next in each conversation. Pure.
 */
import { printable } from '../shared/outbox.js';
import { fill } from './canned/variables.js';

/** As the protocol has it; a choice in UTF-16 units. */
export const MOST = 6;
export const LONGEST = 40;

/** One line without blanks around. @param {string} text */
const line = text => printable(text).replace(/\s+/g, ' ').trim();

/** With one more behind, or why not. @param {string[]} list @param {string} text @returns {{list: string[], why: '' | 'same' | 'full'}} */
export function added(list, text) {
  const choice = line(text);
  if (choice === '' || choice.length > LONGEST) return { list, why: '' };
  if (list.includes(choice)) return { list, why: 'same' };
  return list.length >= MOST ? { list, why: 'full' } : { list: [...list, choice], why: '' };
}

/** What an answer offers where it is used. @param {{choices?: string[]}} answer @param {(name: string) => string | undefined} known @returns {string[]} */
export const offeredBy = ({ choices = [] }, known) => choices.map(choice => fill(choice, known));

/** What stands under a message; one that says something else now offers nothing. @param {Row} row @returns {string[]} */
export function choicesOf({ entry, pending }) {
  if (entry) return entry.edited || entry.removed ? [] : entry.choices ?? [];
  return pending?.frame.choices ?? [];
}

export class Choices {
  /** @type {Map<string, string[]>} */
  #of = new Map();

  /** @param {string} conversation */
  get(conversation) {
    return this.#of.get(conversation) ?? [];
  }

  /** @param {string} conversation @param {string[]} list */
  set(conversation, list) {
    if (list.length > 0) this.#of.set(conversation, list);
    else this.#of.delete(conversation);
  }

  /** These too, as many as there is room for. @param {string} conversation @param {string[]} more */
  join(conversation, more) {
    this.set(conversation, more.reduce((list, one) => added(list, one).list, this.get(conversation)));
  }

  /** They go with the message. @param {string} conversation */
  take(conversation) {
    const list = this.get(conversation);
    this.set(conversation, []);
    return list;
  }
}
