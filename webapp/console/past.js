/**
 * The conversations a visitor had besides one of his: the newest come with his card, older ones are asked for. Pure.
 *
 *   const past = createPast();
 *   past.card(visitor)               as often as his card comes
 *   past.ask() → the frame to send, or null where there is nothing to ask for or an answer is on its way
 *   past.apply(frame) → true when something changed;   past.clear() when what is known is not to be trusted;   past.lost() with the connection
 *   past.items   newest first;   past.more   there are older ones;   past.asking
 *
 * @typedef {{conversation: string, startedAt: string, status: string, text?: string, owner?: string, stars?: number}} Bygone
 */
export function createPast() {
  /** @type {Map<string, Bygone>} */
  const known = new Map();
  let items = /** @type {Bygone[]} */ ([]);
  let more = false;
  let goesOn = false;
  let asking = false;

  /** @param {Bygone[]} some */
  function keep(some) {
    for (const one of some) known.set(one.conversation, one);
    items = [...known.values()].sort((one, two) => Date.parse(two.startedAt) - Date.parse(one.startedAt));
  }

  return {
    /** @param {{earlier?: Bygone[], more?: boolean}} visitor */
    card({ earlier = [], more: beyond = false }) {
      // What was asked for reaches further than the card.
      if (!goesOn) {
        known.clear();
        more = beyond;
      }
      keep(earlier);
    },
    ask() {
      if (asking || !more) return null;
      asking = true;
      return { type: 'earlier', before: items.at(-1)?.conversation };
    },
    /** @param {Frame} frame */
    apply(frame) {
      if (frame.type === 'earlier') {
        asking = false;
        goesOn = true;
        ({ more } = frame);
        keep(frame.items);
        return true;
      }
      if (frame.type !== 'refused' || frame.of !== 'earlier') return false;
      asking = false;
      return true;
    },
    clear() {
      goesOn = false;
    },
    lost() { asking = false; },
    get items() { return items; },
    get more() { return more; },
    get asking() { return asking; },
  };
}

/** @typedef {ReturnType<typeof createPast>} Past */
