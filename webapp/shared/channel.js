/**
 * Keeps one conversation with the server alive: connects, says hello, hears, notices silence, comes back. Edge.
 *
 *   const channel = createChannel({
 *     base: 'https://host/context',       where Deskbell lives, without a slash at the end
 *     path: 'chat' | 'desk',
 *     side: 'visitor' | 'agent',
 *     hello: () => frame | Promise<frame>, asked for on every connect
 *     onFrame(frame), onState(state, reason, {code, wait, drop}),
 *   });
 *   channel.start(); channel.send(frame) → false when it is not open; channel.reconnect('gap'); channel.retry();
 *   channel.stop('ended'); channel.state; channel.carrier ('websocket' | 'http'); channel.waiting
 *
 * States: idle → connecting → open (after `welcome`) → waiting (for the next try) → closed. Reasons of `waiting`: see
 * closecodes.js, and silent, no-pong, no-welcome, gap, busy. Reasons of `closed`: refused, forgotten, login, or stop's.
 * After a WebSocket failed twice before one ever opened, the HTTP carrier is tried; it is given up when it fails too.
 */

import { backoff } from './backoff.js';
import { verdict } from './closecodes.js';
import { httpLater } from './httplater.js';

const SILENCE = 45_000;
const ANSWER = 5_000;
const WELCOME = 15_000;

/**
 * @typedef {object} ChannelOptions
 * @property {string} base
 * @property {'chat' | 'desk'} path
 * @property {'visitor' | 'agent'} side
 * @property {() => Frame | Promise<Frame>} hello
 * @property {(frame: Frame) => void} onFrame
 * @property {(state: ChannelState, reason: string, more: {code?: number, wait?: number, drop?: boolean}) => void} onState
 * @property {(address: string) => Carrier} [webSocket]
 * @property {(address: string) => Carrier} [http]
 * @property {() => number} [random]
 * @property {Pick<EventTarget, 'addEventListener'> | null} [page] the window, for `online`, `offline` and `pageshow`
 */

/** @param {ChannelOptions} options */
export function createChannel(options) {
  const random = options.random ?? Math.random;
  const http = options.http ?? httpLater;
  const webSocket = options.webSocket ?? (address => /** @type {any} */ (new WebSocket(address, 'deskbell.v1')));
  const page = options.page === undefined ? globalThis.window : options.page;
  /** @type {ChannelState} */
  let state = 'idle';
  /** @type {Carrier | null} */
  let carrier = null;
  let kind = 'websocket';
  let attempt = 0;
  let failures = 0;
  let everOpened = false;
  let patient = false;
  /** @type {any} */ let timer = 0;
  /** @type {any} */ let silence = 0;
  /** @type {any} */ let answer = 0;

  /** @param {ChannelState} next @param {string} reason @param {{code?: number, wait?: number, drop?: boolean}} [more] */
  function become(next, reason, more = {}) {
    state = next;
    options.onState(next, reason, more);
  }

  function connect(reason = 'start') {
    clearTimeout(timer);
    patient = false;
    let opened = false;
    kind = !everOpened && failures >= 2 ? 'http' : 'websocket';
    /** @type {Carrier} */
    const mine = kind === 'http'
      ? http(`${options.base}/carrier/${options.path}`)
      : webSocket(`${options.base.replace(/^http/, 'ws')}/${options.path}`);
    carrier = mine;
    mine.onopen = async () => {
      opened = true;
      if (kind === 'websocket') everOpened = true;
      const hello = await options.hello();
      if (carrier === mine) mine.send(JSON.stringify(hello));
    };
    mine.onmessage = event => carrier === mine && hear(event.data);
    mine.onclose = event => {
      if (carrier !== mine) return;
      if (!opened) failures = kind === 'http' ? 0 : failures + 1;
      lost(event.code);
    };
    timer = setTimeout(() => drop('no-welcome'), WELCOME);
    become('connecting', reason);
  }

  /** @param {any} data */
  function hear(data) {
    clearTimeout(answer);
    answer = 0;
    clearTimeout(silence);
    silence = setTimeout(() => drop('silent'), SILENCE);
    const frames = framesOf(data);
    for (const frame of frames) {
      if (!carrier) return;
      if (frame.type === 'welcome') {
        clearTimeout(timer);
        attempt = 0;
        become('open', 'welcome');
      }
      options.onFrame(frame);
      if (frame.type === 'refused' && frame.of === 'hello' && frame.retryAfter) wait('busy', frame.retryAfter * 1000);
    }
  }

  function release() {
    const old = carrier;
    carrier = null;
    clearTimeout(timer);
    clearTimeout(silence);
    clearTimeout(answer);
    answer = 0;
    return old;
  }

  /** @param {number} code */
  function lost(code) {
    release();
    const told = verdict(code, options.side, attempt++, random);
    if (!told.again) return become('closed', told.reason, { code, drop: told.drop });
    timer = setTimeout(() => connect('retry'), told.wait);
    patient = told.reason === 'rules' || told.reason === 'crowded';
    become('waiting', told.reason, { code, wait: told.wait });
  }

  /** @param {string} reason @param {number} ms */
  function wait(reason, ms) {
    release()?.close();
    timer = setTimeout(() => connect('retry'), ms);
    become('waiting', reason, { wait: ms });
  }

  /** @param {string} reason */
  function drop(reason) {
    wait(reason, backoff(attempt++, random, options.side));
  }

  /** Is the server still there? Asked whenever the page comes back to life. @param {Event} [event] */
  function probe(event) {
    if (state === 'waiting' && !patient && event?.type !== 'offline') return connect('woken');
    if (state !== 'open' || answer) return;
    carrier?.send('{"type":"ping"}');
    answer = setTimeout(() => drop('no-pong'), ANSWER);
  }

  for (const event of ['online', 'offline', 'pageshow']) page?.addEventListener(event, probe);
  globalThis.document?.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && probe());

  return {
    get state() { return state; },
    get carrier() { return kind; },
    /** Bytes that were given to the carrier and have not left yet. */
    get waiting() { return carrier?.bufferedAmount ?? 0; },
    start() { if (state === 'idle' || state === 'closed') connect(); },
    retry() { if (state === 'waiting' || state === 'closed') connect('asked'); },
    /** @param {string} reason */
    reconnect(reason) { if (state === 'open') drop(reason); },
    /** @param {string} reason */
    stop(reason) {
      release()?.close(1000);
      become('closed', reason);
    },
    /** @param {Frame} frame */
    send(frame) {
      if (state !== 'open' || !carrier) return false;
      try {
        carrier.send(JSON.stringify(frame));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** @param {any} data @returns {Frame[]} what is not a frame is left out */
export function framesOf(data) {
  try {
    const read = JSON.parse(data);
    return (Array.isArray(read) ? read : [read]).filter(frame => frame && typeof frame.type === 'string');
  } catch {
    return [];
  }
}
