/**
 * A call between visitor and agent: who is in it, what each sends, how the connection is. Both ends use it. Edge, but
 * connection, devices and clock are given.
 *
 *   const call = createCall({side, signal, changed});   signal(data): to the other end; changed(state): look at the call again
 *   call.allow(kinds, ice)     what the visitor allows now, and how to connect; without kinds the call ends
 *   call.start()               comes in: asks for the microphone, then connects. Nothing is captured before
 *   call.hear(data)            from the other end; junk is ignored
 *   call.turn('mic' | 'camera' | 'screen', on), call.choose('mic' | 'camera', deviceId), call.list('mic' | 'camera'), call.end()
 *   call.state: idle → asking (for the device) → connecting → connected ⇄ again → ended, with call.reason:
 *     left, other (the other end left), stopped (not allowed any more), elsewhere (joined in another tab), no-path, too-large, unable
 */

import { createLegs } from './call/legs.js';
import { CLOCK, createPatience } from './call/patience.js';
import { createPeer } from './call/peer.js';
import { LIMITS, NOTHING, SOURCES, allowed, callKinds, readSignal } from './call/signals.js';
import { blockedHere, createSources } from './call/sources.js';

/** @typedef {import('./call/signals.js').Source} Source */
/** @typedef {import('./call/signals.js').Signal} Signal */
/** @typedef {'idle' | 'asking' | 'connecting' | 'connected' | 'again' | 'ended'} CallState */

/**
 * @param {object} given
 * @param {import('./call/signals.js').Side} given.side
 * @param {(data: Signal) => void} given.signal
 * @param {(state: CallState) => void} given.changed
 * @param {typeof RTCPeerConnection} [given.Connection]
 * @param {MediaDevices} [given.devices] getUserMedia, getDisplayMedia, enumerateDevices
 * @param {(source: Source) => boolean} [given.blocked] by the page's policy
 * @param {typeof CLOCK} [given.clock]
 */
export function createCall({ side, signal, changed, Connection = globalThis.RTCPeerConnection, devices = globalThis.navigator?.mediaDevices, blocked = blockedHere, clock = CLOCK }) {
  const isAgent = side === 'agent';
  const legs = createLegs(isAgent);
  /** @type {string[]} */ let kinds = [];
  /** @type {RTCConfiguration} */ let ice = {};
  /** @type {import('./call/peer.js').Peer | null} */ let peer = null;
  let [runs, told, theirs] = [0, '', NOTHING];
  const patience = createPatience(clock, { restart: () => peer?.restart(), giveUp: () => end('no-path') });
  /** @param {Source} source */
  const may = source => allowed(side, kinds)[source];
  const isIn = () => ['connecting', 'connected', 'again'].includes(call.state);
  const isAsking = () => call.state === 'asking';
  const sources = createSources({
    devices, blocked, may: source => may(source) && (isIn() || isAsking()),
    changed: () => { tellMedia(); changed(call.state); },
    put: (source, track) => void peer?.put(source, track),
  });

  const call = {
    ...sources,
    /** @type {CallState} */ state: 'idle',
    reason: '',
    /** The other end waits for us. */ rung: false,
    /** The other end is in the call too. */ met: false,
    /** Since when they have been connected. */ since: 0,
    may, start, allow, hear, end,
    get asking() { return sources.asking; },
    get problem() { return sources.problem; },
    get mine() { return sources.media(); },
    /** What the other end may send at all. @returns {import('./call/signals.js').Media} */
    get expected() { return allowed(isAgent ? 'visitor' : 'agent', kinds); },
    /** What it does send. @returns {import('./call/signals.js').Media} */
    get theirs() {
      const { mic, camera, screen } = call.expected;
      return { mic: mic && theirs.mic, camera: camera && theirs.camera, screen: screen && theirs.screen };
    },
    /** @param {Source} source */
    track: source => peer?.track(source) ?? null,
  };

  /** @param {CallState} state */
  function to(state, reason = '') {
    Object.assign(call, { state, reason });
    changed(state);
  }

  /** @param {Signal} data */
  function say(data) {
    const whole = legs.signed(data);
    if ((data.description?.sdp.length ?? 0) > LIMITS.sdp || JSON.stringify(whole).length > LIMITS.data) end('too-large');
    else signal(whole);
  }

  function tellMedia() {
    const now = JSON.stringify(sources.media());
    if (!legs.leg || !isIn() || now === told) return;
    told = now;
    say({ media: sources.media() });
  }

  /** "I am in": the agent calls whoever is there, the visitor's page names its leg. */
  function announce() {
    if (isAgent) return say({ media: sources.media() });
    signal({ ready: legs.leg });
    told = '';
    tellMedia();
  }

  async function start() {
    if (isIn() || isAsking() || !kinds.length) return;
    if (!Connection) return to('ended', 'unable');
    const run = ++runs;
    Object.assign(call, { met: false, since: 0, rung: false });
    sources.problem = null;
    to('asking');
    await sources.turn('mic', true);
    if (run !== runs || !isAsking()) return;
    to('connecting');
    if (!isAgent) connect();
    announce();
  }

  /** A fresh connection for a leg. @param {string} [name] */
  function connect(name) {
    peer?.close();
    legs.join(name);
    [told, theirs] = ['', NOTHING];
    const fresh = createPeer({
      Connection, polite: !isAgent, ice, tracks: sources.own,
      say: data => fresh === peer && say(data), became: state => fresh === peer && became(state),
    });
    peer = fresh;
  }

  /** @param {RTCPeerConnectionState} state */
  function became(state) {
    if (state === 'connected') {
      patience.stop();
      call.since ||= clock.now();
      to('connected');
    } else if (state === 'disconnected' || state === 'failed') {
      if (call.state === 'connected') {
        patience.begin(true);
        to('again');
      }
      if (state === 'failed') peer?.restart();
    }
  }

  /** @param {unknown} data */
  function hear(data) {
    const heard = readSignal(data);
    const about = heard && legs.of(heard);
    if (!about) return;
    if (about === 'ours') return hearPeer(heard);
    if (about === 'ring') return hearRing(heard);
    call.rung = false;
    if (about === 'over' && (isIn() || isAsking())) finish(heard.lost ? 'no-path' : 'other');
    else if (about === 'other' && isIn()) finish('elsewhere');
    else changed(call.state);
  }

  /** @param {Signal} heard */
  function hearPeer(heard) {
    if (heard.media) {
      theirs = heard.media;
      return changed(call.state);
    }
    if (!call.met && heard.description) {
      call.met = true;
      patience.begin(false);
      changed(call.state);
    }
    peer?.hear(heard);
  }

  /** The other end has come in, perhaps again after a page load. @param {Signal} heard */
  function hearRing({ ready = '' }) {
    if (!isIn()) {
      call.rung = true;
      changed(call.state);
    } else if (ready !== legs.leg && patience.mayRenew()) {
      if (isAgent) meet(ready);
      else if (call.met) renew();
      else announce();
    }
  }

  /** @param {string} name */
  function meet(name) {
    call.met = true;
    connect(name);
    tellMedia();
    patience.begin(false);
    to(call.since ? 'again' : 'connecting');
  }

  function renew() {
    call.met = false;
    patience.stop();
    connect();
    to('connecting');
    announce();
  }

  /** @param {string[]} now @param {RTCConfiguration} [by] */
  function allow(now, by = ice) {
    kinds = callKinds(now);
    ice = by;
    peer?.serve(ice);
    SOURCES.filter(source => !may(source)).forEach(sources.drop);
    if (!kinds.length) {
      call.rung = false;
      end('stopped');
    } else if (call.state === 'connecting' && !call.met) announce();
    tellMedia();
    changed(call.state);
  }

  function end(reason = 'left') {
    if (!isIn() && !isAsking()) return;
    signal(legs.signed(reason === 'no-path' ? { bye: true, lost: true } : { bye: true }));
    finish(reason);
  }

  /** @param {string} reason */
  function finish(reason) {
    patience.stop();
    Object.assign(call, { state: 'ended', rung: false });
    peer?.close();
    legs.join('');
    [peer, theirs] = [null, NOTHING];
    sources.dropAll();
    sources.problem = null;
    to('ended', reason);
  }

  return call;
}

/** @typedef {ReturnType<typeof createCall>} Call */
