/**
 * A message that is being said otherwise: which one, what of the composer waits meanwhile, and what was left so in another conversation. Pure.
 *
 *   editing.begin(seq, text, draft)    the composer is to hold `text`; `draft` waits
 *   editing.end() → draft              over: the composer holds what waited
 *   editing.leave(conversation, text), editing.back(conversation) → {seq, said, text} | undefined
 *   editing.seq, editing.said          the message and its words as they were; 0 where none is edited
 *   editing.sent                       the words that are on their way to the server, or null
 */

export class Editing {
  seq = 0;
  said = '';
  /** @type {string | null} */
  sent = null;
  #draft = '';
  /** @type {Map<string, {seq: number, said: string, text: string}>} */
  #left = new Map();

  get on() {
    return this.seq > 0;
  }

  /** @param {number} seq @param {string} said @param {string} draft */
  begin(seq, said, draft) {
    Object.assign(this, { seq, said, sent: null });
    this.#draft = draft;
  }

  end() {
    const draft = this.#draft;
    Object.assign(this, { seq: 0, said: '', sent: null });
    this.#draft = '';
    return draft;
  }

  /** Another conversation is looked at: this one keeps what was begun. @param {string} conversation @param {string} text */
  leave(conversation, text) {
    if (this.on) this.#left.set(conversation, { seq: this.seq, said: this.said, text });
    this.end();
  }

  /** @param {string} conversation */
  back(conversation) {
    const left = this.#left.get(conversation);
    this.#left.delete(conversation);
    return left;
  }

  /**
   * Whether it is over, now that the message says this and its edit is on its way or not: done, or nothing is left to be edited. What was
   * refused or lost may be sent again.
   *
   * @param {Entry | undefined} message @param {boolean} saving
   */
  isOver(message, saving) {
    if (!this.on || message === undefined) return false;
    if (message.removed || (this.sent !== null && message.text === this.sent)) return true;
    if (!saving) this.sent = null;
    return false;
  }
}
