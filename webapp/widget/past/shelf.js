/**
 * The earlier chats that are known of, page by page, and what is being waited for. Pure.
 *
 *   const shelf = createShelf();
 *   shelf.first(), shelf.next() → the frame that asks;  shelf.again() → what is still to be answered, or null
 *   shelf.take(frame) → whether something is different;  shelf.fail(), shelf.clear()
 *   shelf.items, shelf.phase ('idle' | 'loading' | 'ready' | 'failed'), shelf.more
 */

/** @typedef {{conversation: string, startedAt: string, seq: number, agents: string[], last?: {at: string, by: string, text: string, removed?: boolean}, stars?: number}} Item */

export function createShelf() {
  /** @type {Item[]} */
  let items = [];
  let more = false;
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  let phase = 'idle';

  /** @returns {Frame} */
  function frame() {
    const last = items.at(-1);
    return { type: 'earlier', ...(last ? { before: last.conversation } : {}) };
  }

  function next() {
    phase = 'loading';
    return frame();
  }

  function clear() {
    items = [];
    more = false;
    phase = 'idle';
  }

  return {
    get items() { return items; },
    get phase() { return phase; },
    get more() { return more; },
    first() {
      clear();
      return next();
    },
    next,
    again: () => phase === 'loading' ? frame() : null,
    fail() { if (phase === 'loading') phase = 'failed'; },
    clear,
    /** @param {Frame} heard */
    take(heard) {
      if (phase !== 'loading') return false;
      if (heard.type === 'refused' && heard.of === 'earlier') {
        phase = 'failed';
        return true;
      }
      // What was asked for before the list began anew is for nobody.
      if (heard.type !== 'earlier' || heard.before !== frame().before) return false;
      items = [...items, ...heard.items];
      more = heard.more;
      phase = 'ready';
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof createShelf>} Shelf */
