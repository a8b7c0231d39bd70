/**
 * What an edited message said before, for agents. View.
 */
import { closeBeside, find, mark, put, stamp } from './dom.js';
import { moments } from './moments.js';
import { say } from './texts.js';

/**
 * Its words in the order of time: each with the instant from which on it said so. Pure.
 *
 * @param {Entry} message @param {Entry[]} entries of its conversation
 * @returns {{at: string, text: string}[]}
 */
export function versionsOf(message, entries) {
  let { at } = message;
  const earlier = entries.filter(entry => entry.type === 'edited' && entry.of === message.seq).map(edit => {
    const version = { at, text: edit.was ?? '' };
    at = edit.at;
    return version;
  });
  return [...earlier, { at, text: message.text ?? '' }];
}

export class Versions {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#versions'));
    closeBeside(this.dialog);
  }

  /** @param {Entry} message @param {Entry[]} entries */
  open(message, entries) {
    const versions = versionsOf(message, entries);
    find(this.dialog, '.versions').replaceChildren(...versions.map((version, index) => line(version, index === versions.length - 1)));
    this.dialog.showModal();
  }
}

/** @param {{at: string, text: string}} version @param {boolean} now */
function line({ at, text }, now) {
  const node = stamp('t-version');
  const time = find(node, 'time');
  put(time, moments.full(at));
  mark(time, 'datetime', at);
  find(node, '.version-now').hidden = !now;
  put(find(node, '.version-text'), text || say('message_no_words'));
  return node;
}
