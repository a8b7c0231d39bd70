/**
 * What an agent has begun to write, kept per conversation across reloads on this device. Edge: browser storage.
 */
const KEY = 'drafts';
const KEPT = 100;

/** A note has a draft of its own. @param {string} conversation @param {boolean} note */
export const draftOf = (conversation, note) => (note ? `${conversation} note` : conversation);

export class Drafts {
  key = KEY;

  /** @param {Pick<Store, 'getItem' | 'setItem'>} storage */
  constructor(storage) {
    this.storage = storage;
  }

  /** Two agents may share a device: whose drafts these are, as soon as that is known. @param {string} agent */
  of(agent) {
    this.key = `${KEY}.${agent}`;
  }

  /** @param {string} conversation */
  get(conversation) {
    return this.#read().find(([id]) => id === conversation)?.[1] ?? '';
  }

  /** All of them, by conversation. @returns {Map<string, string>} */
  all() {
    return new Map(this.#read());
  }

  /** An empty text forgets the draft. @param {string} conversation @param {string} text */
  set(conversation, text) {
    const others = this.#read().filter(([id]) => id !== conversation);
    const all = text.trim() === '' ? others : [[conversation, text], ...others];
    try {
      this.storage.setItem(this.key, JSON.stringify(all.slice(0, KEPT)));
    } catch {
      // A full or forbidden storage costs the draft's life across reloads, not the draft on the screen.
    }
  }

  /** What goes with the text of a conversation, kept as long. @param {string} what @returns {import('./choices.js').Kept} */
  beside(what) {
    return { get: conversation => this.get(`${conversation} ${what}`), set: (conversation, text) => this.set(`${conversation} ${what}`, text) };
  }

  /** @returns {[string, string][]} read anew each time: another tab may have written */
  #read() {
    try {
      const kept = JSON.parse(this.storage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(pair => Array.isArray(pair) && typeof pair[1] === 'string') : [];
    } catch {
      return [];
    }
  }
}
