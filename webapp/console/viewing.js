/**
 * Which colleagues have a conversation before them, and when to say that I have. Pure: time is passed in (milliseconds).
 *
 *   const viewing = createViewing();   of one conversation
 *   viewing.apply(frame, now) → true when the answer of `who` may have changed
 *   viewing.who(now) → [{kind, id, name}], forgotten after 45 s
 *   const mine = new Mine();           of this console
 *   mine.shows(conversation, now) → the frames to send; says it again every 20 s
 */

const FORGOTTEN = 45_000;
const REPEATED = 20_000;

export function createViewing() {
  /** @type {Map<string, {by: By, until: number}>} */
  const others = new Map();
  return {
    /** @param {Frame} frame @param {number} now */
    apply(frame, now) {
      if (frame.type !== 'viewing') return false;
      const known = others.has(frame.by.id);
      if (!frame.on) return others.delete(frame.by.id);
      others.set(frame.by.id, { by: frame.by, until: now + FORGOTTEN });
      return !known;
    },
    /** @param {number} now */
    who: now => [...others.values()].filter(one => one.until > now).map(one => one.by),
    clear() { others.clear(); },
  };
}

export class Mine {
  /** @type {string | null} */
  #shown = null;
  #said = 0;

  /** @param {string | null} conversation what is before the agent now, null: nothing @param {number} now @returns {Frame[]} */
  shows(conversation, now) {
    if (conversation === this.#shown && (conversation === null || now - this.#said < REPEATED)) return [];
    const before = this.#shown;
    this.#shown = conversation;
    this.#said = now;
    return [
      ...(before !== null && before !== conversation ? [{ type: 'view', conversation: before, on: false }] : []),
      ...(conversation !== null ? [{ type: 'view', conversation, on: true }] : []),
    ];
  }

  /** It is to be said once more, and soon. */
  again() {
    this.#said = -Infinity;
  }

  /** The connection is gone, and with it what was said. */
  lost() {
    this.#shown = null;
  }
}
