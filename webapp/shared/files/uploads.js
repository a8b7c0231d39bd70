/**
 * Files on their way to the server: the list that goes with the next message. Edge (it has timers), but knows neither DOM nor network.
 *
 *   const uploads = createUploads({send, limits, ready, changed});
 *     send(file, share => …)  → {done: Promise<{status, told}>, stop()}; status 0: it did not get through
 *     limits()                → {size, count}: bytes of one file, files of one message
 *     ready()                 → whether the server can know who sends
 *   uploads.add(files) → how many were too many;  uploads.bring(told) → there already;  uploads.drop(key), uploads.retry(key), uploads.clear()
 *   uploads.items, uploads.isReady (all are there), uploads.take() → what the server said of each, and the list is empty
 *
 * States: waiting → going → done, or failed with a reason. What did not get through is tried again by itself, after longer and longer pauses.
 */

import { backoff } from '../backoff.js';

const AT_ONCE = 2;
const TRIES = 8;
/** Refused for what they are: the same again would be refused again. */
const FINAL = new Set(['too-large', 'bad-type', 'too-many-pixels', 'empty', 'files-off']);

/**
 * @typedef {{id: string, name: string, size: number, type: string, width?: number, height?: number}} Told
 * @typedef {{key: number, file: File | null, name: string, size: number, state: 'waiting' | 'going' | 'done' | 'failed', share: number,
 *   reason: string, tries: number, told: Told | null}} Upload
 * @typedef {{done: Promise<{status: number, told: any}>, stop: () => void}} Run
 */

/**
 * @param {object} options
 * @param {(file: File, progress: (share: number) => void) => Run} options.send
 * @param {() => {size: number, count: number}} options.limits
 * @param {() => boolean} [options.ready]
 * @param {() => void} options.changed
 * @param {(attempt: number) => number} [options.pause] milliseconds
 */
export function createUploads({ send, limits, ready = () => true, changed, pause = attempt => backoff(attempt, Math.random) }) {
  /** @type {Upload[]} */
  let items = [];
  let last = 0;
  /** @type {Map<number, Run>} */
  const going = new Map();
  /** @type {Map<number, any>} */
  const timers = new Map();

  function pump() {
    for (const item of items) {
      if (going.size < AT_ONCE && item.state === 'waiting' && !timers.has(item.key)) go(item);
    }
    changed();
  }

  /** @param {Upload} item */
  function go(item) {
    if (!ready()) return later(item, 400);
    Object.assign(item, { state: 'going', share: 0 });
    if (!item.file) return;
    const run = send(item.file, share => {
      item.share = share;
      changed();
    });
    going.set(item.key, run);
    run.done.then(answer => going.get(item.key) === run && settle(item, answer));
  }

  /** @param {Upload} item @param {{status: number, told: any}} answer */
  function settle(item, { status, told }) {
    going.delete(item.key);
    if (status === 201) Object.assign(item, { state: 'done', share: 1, told });
    else if ((status === 0 || status >= 500 && status !== 507) && ++item.tries < TRIES) later(item, pause(item.tries));
    else fail(item, told?.reason ?? 'failed');
    pump();
  }

  /** @param {Upload} item @param {number} ms */
  function later(item, ms) {
    item.state = 'waiting';
    timers.set(item.key, setTimeout(() => {
      timers.delete(item.key);
      pump();
    }, ms));
  }

  /** @param {Upload} item @param {string} reason */
  function fail(item, reason) {
    Object.assign(item, { state: 'failed', reason });
  }

  /** @param {number} key */
  function stop(key) {
    const run = going.get(key);
    going.delete(key);
    run?.stop();
    clearTimeout(timers.get(key));
    timers.delete(key);
  }

  return {
    get items() { return items; },
    get isReady() { return items.every(item => item.state === 'done'); },
    get hasFailed() { return items.some(item => item.state === 'failed'); },
    /** @param {Iterable<File>} files */
    add(files) {
      const { size, count } = limits();
      const all = [...files];
      const room = Math.max(0, count - items.length);
      for (const file of all.slice(0, room)) {
        /** @type {Upload} */
        const item = { key: ++last, file, name: file.name, size: file.size, state: 'waiting', share: 0, reason: '', tries: 0, told: null };
        if (file.size > size) fail(item, 'too-large');
        else if (!file.size) fail(item, 'empty');
        items = [...items, item];
      }
      pump();
      return Math.max(0, all.length - room);
    },
    /** Back from a message that was not said. @param {Told[]} told */
    bring(told) {
      const back = told.map(one => ({ key: ++last, file: null, name: one.name, size: one.size, state: /** @type {const} */ ('done'), share: 1, reason: '', tries: 0, told: one }));
      items = [...back, ...items];
      changed();
    },
    /** @param {number} key */
    drop(key) {
      stop(key);
      items = items.filter(item => item.key !== key);
      pump();
    },
    /** @param {number} key */
    retry(key) {
      const item = items.find(one => one.key === key);
      if (!item || !canRetry(item)) return;
      Object.assign(item, { state: 'waiting', reason: '', tries: 0 });
      pump();
    },
    /** @returns {Told[]} */
    take() {
      const told = items.flatMap(item => item.told ?? []);
      this.clear();
      return told;
    },
    clear() {
      for (const { key } of items) stop(key);
      items = [];
      changed();
    },
  };
}

/** @param {Upload} item */
export function canRetry(item) {
  return item.state === 'failed' && !FINAL.has(item.reason);
}

/** @typedef {ReturnType<typeof createUploads>} Uploads */
