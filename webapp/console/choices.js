/**
 * What a message offers its visitor to answer with one press: short, different, few; and what is offered next in each conversation. Pure.
 */
import { printable } from '../shared/outbox.js';
import { fill } from './canned/variables.js';

/** As the protocol has it; a choice in UTF-16 units. */
export const MOST = 6;
export const LONGEST = 40;

/** One line without blanks around, and '' where nobody would see it. @param {string} text */
function line(text) {
  const choice = printable(text).replace(/[\u007f-\u009f]/g, '').replace(/\s+/g, ' ').trim();
  return /[^\s\p{Cf}]/u.test(choice) ? choice : '';
}

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

/** Where they outlive the page, one in a line. @typedef {{get: (conversation: string) => string, set: (conversation: string, lines: string) => void}} Kept */

export class Choices {
  /** @type {Map<string, string[]>} */
  #of = new Map();
  /** Those that came with an answer. @type {Map<string, string[]>} */
  #lent = new Map();

  /** @param {Kept} [kept] */
  constructor(kept = { get: () => '', set: () => {} }) {
    this.kept = kept;
  }

  /** What is kept is read once: what another tab makes later goes with the message that is written there. @param {string} conversation */
  get(conversation) {
    const list = this.#of.get(conversation) ?? and([], this.kept.get(conversation).split('\n'));
    this.#of.set(conversation, list);
    return list;
  }

  /** @param {string} conversation @param {string[]} list */
  set(conversation, list) {
    this.#of.set(conversation, list);
    this.kept.set(conversation, list.join('\n'));
  }

  /** These too, as many as there is room for. @param {string} conversation @param {string[]} more */
  join(conversation, more) {
    this.set(conversation, and(this.get(conversation), more));
  }

  /** These came with an answer, and go when it does. @param {string} conversation @param {string[]} more */
  lend(conversation, more) {
    const before = this.get(conversation);
    this.join(conversation, more);
    const lent = this.get(conversation).filter(choice => !before.includes(choice));
    this.#lent.set(conversation, [...this.#lent.get(conversation) ?? [], ...lent]);
  }

  /** Nothing is left of the text: what came with an answer goes, what the agent made himself stays. @param {string} conversation */
  emptied(conversation) {
    const lent = this.#lent.get(conversation);
    this.#lent.delete(conversation);
    if (lent) this.set(conversation, this.get(conversation).filter(choice => !lent.includes(choice)));
  }

  /** They go with the message. @param {string} conversation */
  take(conversation) {
    const list = this.get(conversation);
    this.#lent.delete(conversation);
    this.set(conversation, []);
    return list;
  }
}

/** @param {string[]} list @param {string[]} more */
function and(list, more) {
  return more.reduce((all, one) => added(all, one).list, list);
}
