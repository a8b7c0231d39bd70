/**
 * The messages that are not acknowledged yet: kept over reloads, sent again after a reconnect, given up honestly. Edge
 * (it has timers and a store), but knows neither DOM nor network.
 *
 *   const outbox = createOutbox({send: channel.send, store, name: 'out', changed, patience: 30_000});
 *   outbox.post({text}, files) → Pending  makes the ref and sends, or keeps it until `ready`; with a `type`, another frame; files are named by their ids
 *   outbox.ready(true | false)          true after `live` (or `welcome` without a conversation): sends all again
 *   outbox.hold(true | false)           something else has to be done first: nothing is sent, and nothing is given up
 *   outbox.frame(frame)                 give it every frame: settles an entry with a known ref, handles `refused`
 *   outbox.await(ref, state, ms)        the server has it and answers later: `held` while it may be taken back
 *   outbox.retry(ref), outbox.discard(ref), outbox.clear(), outbox.items, outbox.of(conversation)
 *
 * States: sending → gone (acknowledged) or failed (`offline` after `patience` without a connection, a final refusal,
 * or one "for now" that lasts longer than `patience`).
 * A failed message stays and may be retried with the same ref: the server takes it once.
 */

/**
 * @param {object} options
 * @param {(frame: Frame) => boolean} options.send
 * @param {Store} options.store
 * @param {string} [options.name]
 * @param {(items: Pending[]) => void} [options.changed]
 * @param {number} [options.patience] milliseconds
 * @param {() => string} [options.makeRef]
 */
export function createOutbox({ send, store, name = 'out', changed = () => {}, patience = 30_000, makeRef = newRef }) {
  /** @type {Pending[]} */
  let items = read(store, name);
  let isReady = false;
  let isHeld = false;
  /** @type {Map<string, any>} */
  const timers = new Map();
  /** Since when the server has been putting a message off. @type {Map<string, number>} */
  const since = new Map();

  function keep() {
    if (items.length) store.setItem(name, JSON.stringify(items));
    else store.removeItem(name);
    changed(items);
  }

  /** @param {string} ref @param {() => void} then @param {number} ms */
  function after(ref, then, ms) {
    clearTimeout(timers.get(ref));
    timers.set(ref, setTimeout(then, ms));
  }

  /** @param {Pending} item */
  function send1(item) {
    item.state = 'sending';
    delete item.reason;
    if (!isHeld) after(item.ref, () => fail(item, isReady ? 'no-answer' : 'offline'), patience);
    if (isReady) send(item.frame);
  }

  /** @param {Pending} item @param {string} reason */
  function fail(item, reason) {
    clearTimeout(timers.get(item.ref));
    since.delete(item.ref);
    item.state = 'failed';
    item.reason = reason;
    keep();
  }

  /** @param {string} ref */
  function drop(ref) {
    clearTimeout(timers.get(ref));
    timers.delete(ref);
    since.delete(ref);
    items = items.filter(item => item.ref !== ref);
    keep();
  }

  /**
   * A conversation is up to date (again): what it has not acknowledged is sent once more, under the same ref.
   * @param {string} conversation
   */
  function resend(conversation) {
    for (const item of items) {
      const here = item.frame.conversation === undefined || item.frame.conversation === conversation;
      if (here && (item.state !== 'failed' || item.reason === 'not-ready' || item.reason === 'unknown-conversation')) send1(item);
    }
  }

  /** @param {Frame} frame */
  function refused(frame) {
    const item = items.find(one => one.ref === frame.ref);
    if (!item) return;
    const first = since.get(item.ref) ?? Date.now();
    since.set(item.ref, first);
    if (frame.retryAfter && Date.now() - first < patience) after(item.ref, () => isReady && send1(item), frame.retryAfter * 1000);
    else if (frame.reason !== 'not-ready') fail(item, frame.reason);
  }

  for (const item of items) if (item.state !== 'failed') send1(item);

  return {
    get items() { return items; },
    /** @param {string} conversation */
    of: conversation => items.filter(item => item.frame.conversation === conversation),
    /** @param {{text: string, type?: string, conversation?: string, mentions?: string[], quote?: unknown, hold?: number, ref?: string, choices?: string[]}} said @param {{id: string}[]} [files] @returns {Pending} */
    post(said, files) {
      const { ref = makeRef() } = said;
      /** @type {Pending} */
      const item = { ref, frame: { type: 'post', ...said, ref, text: printable(said.text) }, at: Date.now(), state: 'sending' };
      if (files?.length) {
        item.files = files;
        item.frame.files = files.map(file => file.id);
      }
      items = [...items, item];
      send1(item);
      keep();
      return item;
    },
    /** @param {boolean} now */
    ready(now) {
      if (isReady === now) return;
      isReady = now;
      if (!now) return;
      // What gave up only for want of a connection gets its chance again: the visitor still wants it said.
      const again = items.filter(item => item.state !== 'failed' || item.reason === 'offline' || item.reason === 'no-answer');
      again.forEach(send1);
      if (again.length) keep();
    },
    /** @param {boolean} on */
    hold(on) {
      isHeld = on;
      if (!on) return;
      isReady = false;
      for (const timer of timers.values()) clearTimeout(timer);
    },
    /** @param {Frame} frame */
    frame(frame) {
      if (frame.type === 'live' && isReady) resend(frame.conversation);
      if (frame.seq && frame.ref && items.some(item => item.ref === frame.ref)) drop(frame.ref);
      if (frame.type === 'refused' && frame.ref) refused(frame);
    },
    /** @param {string} ref */
    retry(ref) {
      const item = items.find(one => one.ref === ref);
      if (!item) return;
      send1(item);
      keep();
    },
    /** @param {string} ref @param {'held' | 'sending'} state @param {number} ms after which one is not content with it any more */
    await(ref, state, ms) {
      const item = items.find(one => one.ref === ref);
      if (!item) return;
      item.state = state;
      after(ref, () => fail(item, 'no-answer'), ms);
      keep();
    },
    discard: drop,
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      items = [];
      keep();
    },
  };
}

/**
 * What was pasted may hold control characters nobody sees; the server refuses them.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

/** The time, so that refs sort by age, and 128 random bits. */
export function newRef() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Date.now().toString(36) + '-' + Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Store} store @param {string} name @returns {Pending[]} */
function read(store, name) {
  try {
    const found = JSON.parse(store.getItem(name) ?? '[]');
    return Array.isArray(found) ? found.filter(item => item?.ref && item.frame?.type) : [];
  } catch {
    return [];
  }
}
