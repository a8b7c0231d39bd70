/**
 * Sends the page's picture piece by piece and no faster than the line takes it: what is said always finds the line free. Where too much
 * waits it is dropped, and the picture begins anew when the line is free again.
 */

import { newStream, pieces } from './stream.js';

/** Bytes in the socket beyond which nothing more is put into it, characters that may wait here, and how often one looks. */
const LINE = 48_000;
const MOST = 3_000_000;
const LOOK = 40;

/**
 * @param {{send: (frame: Frame) => boolean, waiting: () => number, anew: () => void, most?: number}} given anew: take a whole picture again; most: characters that may wait
 */
export function createSender({ send, waiting, anew, most = MOST }) {
  /** @type {Frame[]} */
  let queue = [];
  let size = 0;
  let stream = newStream();
  let n = 0;
  let lost = false;
  /** @type {any} */ let timer;
  /** Batches are packed one after the other: their order is the page's. @type {Promise<void>} */
  let packing = Promise.resolve();

  /** What waits is of no use any more, and nothing is taken until a new stream begins. */
  function drop() {
    queue = [];
    size = 0;
    lost = true;
  }

  function pump() {
    clearTimeout(timer);
    const isFree = () => waiting() < LINE;
    while (queue.length && isFree()) {
      // No connection: whoever finds it again begins a new stream.
      if (!send(queue[0])) return drop();
      size -= queue[0].data.length;
      queue.shift();
    }
    if (size > most) drop();
    if (lost && isFree()) return anew();
    if (queue.length || lost) timer = setTimeout(pump, LOOK);
  }

  /** @param {string} of @param {object} batch */
  async function put(of, batch) {
    const cut = await pieces(batch);
    if (of !== stream || lost) return;
    for (const [index, data] of cut.entries()) {
      queue.push({ type: 'assist', about: 'page', stream, n: ++n, ...(index < cut.length - 1 ? { more: true } : {}), data });
      size += data.length;
    }
    pump();
  }

  return {
    /** @param {object} batch @param {boolean} [begins] with it a new stream begins */
    put(batch, begins = false) {
      if (begins) this.clear();
      const of = stream;
      packing = packing.then(() => put(of, batch)).catch(() => {});
    },
    /** A new stream begins. */
    clear() {
      clearTimeout(timer);
      drop();
      lost = false;
      stream = newStream();
      n = 0;
    },
  };
}
