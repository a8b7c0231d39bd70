/**
 * One conversation as the server tells it: entries in `seq` order without a gap, read marks, status, owner. Pure.
 *
 *   const transcript = createTranscript();
 *   transcript.apply(frame) → what changed:
 *     'none' | 'reset' (everything is new) | 'added' (one entry at the end) | 'marks' | 'older' | 'live' | 'gap'
 *     A `removed` takes text and files out of the message it names, an `edited` puts its text there, also where that message comes in later.
 *   After 'gap' the caller asks again from `transcript.high` (visitor: reconnect; agent: `open` again).
 *
 *   .conversation .epoch .status ('none' | 'open' | 'closed') .owner ({id, name} | null) .live
 *   .entries  what people see (posted, claimed, joined, left, released, closed, reopened, assisted, rated; and the types in `more`), oldest first
 *   .high     the last seq without a gap; .low the first that is held; .hasOlder
 *   .marks    {visitor: {delivered, seen}, agent: {delivered, seen}}
 *   .hello()  → {conversation, after, epoch} or {} : what to resume from;  .before(limit) → frame | null;  .clear()
 *
 * Give it `welcome`, `started`, `opened`, `live`, `older` and the entries of its own conversation; the rest is 'none'.
 */

const SHOWN = ['posted', 'claimed', 'joined', 'left', 'released', 'closed', 'reopened', 'assisted', 'rated'];

/** @typedef {'none' | 'reset' | 'added' | 'marks' | 'older' | 'live' | 'gap'} Change */

/** @param {string[]} [more] types of entries that are shown too */
export function createTranscript(more = []) {
  const shown = new Set([...SHOWN, ...more]);
  /** @type {{conversation: string | null, epoch: string | null, status: string, owner: {id?: string, name?: string} | null,
   *   live: boolean, entries: Entry[], high: number, low: number, oldest: number, altered: Map<number, Entry>, marks: {visitor: Marks, agent: Marks}}} */
  const state = { epoch: null, ...blank(null) };

  /** @param {string | null} conversation @param {number} [first] @returns {Change} */
  function reset(conversation, first = 1) {
    Object.assign(state, blank(conversation), { high: first - 1, low: first });
    return 'reset';
  }

  /** @param {Frame} frame `welcome` of a visitor or `opened` of an agent @returns {Change} */
  function begin(frame) {
    state.live = false;
    const same = frame.resumed && (frame.conversation ?? null) === state.conversation;
    const change = same ? 'none' : reset(frame.conversation ?? null, Math.max(1, frame.first ?? 1));
    if (frame.epoch) state.epoch = frame.epoch;
    const status = frame.status ?? frame.summary?.status;
    if (status) state.status = status;
    if (frame.summary) state.owner = frame.summary.owner ?? null;
    return change;
  }

  /** @param {Entry} entry @returns {Change} */
  function enter(entry) {
    if (entry.conversation !== state.conversation || entry.seq <= state.high) return 'none';
    if (entry.seq > state.high + 1) return 'gap';
    state.high = entry.seq;
    take(entry);
    if (!shown.has(entry.type)) return 'marks';
    state.entries.push(entry);
    return 'added';
  }

  /** What an entry does to the state of the conversation. @param {Entry} entry */
  function take(entry) {
    if (entry.type === 'marked') raise(entry);
    if (entry.type === 'claimed') state.owner = entry.by ?? null;
    if (entry.type === 'released') state.owner = null;
    if (entry.type === 'transferred') state.owner = entry.agent ?? null;
    if (entry.type === 'closed') state.status = 'closed';
    if (entry.type === 'reopened') Object.assign(state, { status: 'open', owner: null });
    if (entry.type === 'removed' || entry.type === 'edited') {
      state.altered.set(entry.of, entry);
      state.entries = state.entries.map(present);
    }
    if (entry.type === 'posted' && state.status === 'none') state.status = 'open';
  }

  /** As it is now: a page of history may have been read before the change that was heard of first. @param {Entry} entry @returns {Entry} */
  function present(entry) {
    const by = state.altered.get(entry.of ?? entry.seq);
    if (!by) return entry;
    return by.text ? { ...entry, text: by.text, edited: by.at } : { ...entry, text: '', was: undefined, files: undefined, removed: true };
  }

  /** Marks only rise. @param {Entry} entry */
  function raise(entry) {
    const marks = entry.by?.kind === 'agent' ? state.marks.agent : state.marks.visitor;
    marks.delivered = Math.max(marks.delivered, entry.delivered ?? 0);
    marks.seen = Math.max(marks.seen, entry.seen ?? 0);
  }

  /** @param {Frame} frame @returns {Change} */
  function older(frame) {
    if (frame.conversation !== state.conversation) return 'none';
    state.oldest = frame.first ?? state.oldest;
    /** @type {Entry[]} */
    const fresh = frame.entries.filter((/** @type {Entry} */ entry) => entry.seq < state.low);
    if (!fresh.length) {
      if (!frame.entries.length) state.oldest = state.low;
      return 'older';
    }
    fresh.filter(entry => entry.type === 'marked').forEach(raise);
    state.entries.unshift(...fresh.filter(entry => shown.has(entry.type)).map(present));
    state.low = fresh[0].seq;
    return 'older';
  }

  return {
    get conversation() { return state.conversation; },
    get epoch() { return state.epoch; },
    get status() { return state.status; },
    get owner() { return state.owner; },
    get live() { return state.live; },
    get entries() { return state.entries; },
    get high() { return state.high; },
    get low() { return state.low; },
    get marks() { return state.marks; },
    get hasOlder() { return state.conversation !== null && state.low > state.oldest; },
    clear() { reset(null); },
    hello() {
      return state.conversation && state.epoch
        ? { conversation: state.conversation, after: state.high, epoch: state.epoch } : {};
    },
    /** @param {number} [limit] @returns {Frame | null} */
    before(limit = 50) {
      return state.conversation && state.low > state.oldest ? { type: 'before', seq: state.low, limit } : null;
    },
    /** @param {Frame} frame @returns {Change} */
    apply(frame) {
      if (frame.type === 'welcome' || frame.type === 'opened') return begin(frame);
      if (frame.type === 'started') {
        const change = begin({ ...frame, status: 'open', resumed: false, first: 1 });
        // There is no log before it: what follows is news.
        state.live = true;
        return change;
      }
      if (frame.type === 'older') return older(frame);
      if (frame.type === 'live') {
        if (frame.conversation !== state.conversation) return 'none';
        state.live = true;
        return frame.seq > state.high ? 'gap' : 'live';
      }
      // Also what this version does not know, as long as it has a seq: it must not look like a gap.
      return typeof frame.seq === 'number' && frame.conversation ? enter(/** @type {Entry} */ (frame)) : 'none';
    },
  };
}

/** @param {string | null} conversation */
function blank(conversation) {
  return {
    conversation, status: 'none', owner: null, live: false, entries: [], high: 0, low: 1, oldest: 1, altered: new Map(),
    marks: { visitor: { delivered: 0, seen: 0 }, agent: { delivered: 0, seen: 0 } },
  };
}
