/** Small stand-ins for what the browser gives a call: connections, devices, a clock, and a wire between two ends. */
import { createCall } from '../../../../webapp/shared/call.js';

export async function settled() {
  for (let turn = 0; turn < 300; turn++) await null;
}

/** A connection that keeps the rules of negotiation, and nothing else. */
export class FakeConnection {
  /** @param {any} [config] */
  constructor(config = null) {
    /** @type {any} */ this.config = config;
    this.signalingState = 'stable';
    this.connectionState = 'new';
    /** @type {any} */ this.localDescription = null;
    /** @type {any} */ this.remoteDescription = null;
    /** @type {any[]} */ this.transceivers = [];
    /** @type {any[]} */ this.candidates = [];
    /** @type {any} */ this.onnegotiationneeded = null;
    /** @type {any} */ this.onicecandidate = null;
    /** @type {any} */ this.onconnectionstatechange = null;
    this.rollbacks = 0;
    this.restarts = 0;
    this.offers = 0;
    this.sdp = '';
    this.isNeeded = false;
  }

  /** @param {string} kind */
  addTransceiver(kind) {
    this.grow(kind);
    this.need();
  }

  /** @param {string} kind */
  grow(kind) {
    const sender = { track: null, replaceTrack: async (/** @type {any} */ track) => { sender.track = track; } };
    this.transceivers.push({ kind, direction: 'recvonly', sender, receiver: { track: { kind } } });
  }

  getTransceivers() { return this.transceivers; }

  need() {
    this.isNeeded = true;
    queueMicrotask(() => {
      if (!this.isNeeded || this.signalingState !== 'stable') return;
      this.isNeeded = false;
      this.onnegotiationneeded();
    });
  }

  async setLocalDescription() {
    await null;
    const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer';
    if (this.signalingState === 'closed') throw new Error('closed');
    if (type === 'offer') this.offers++;
    this.localDescription = { type, sdp: `${type} ${this.offers}${this.sdp}` };
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
    if (type === 'answer' && this.isNeeded) this.need();
  }

  /** @param {{type: string, sdp: string}} description */
  async setRemoteDescription(description) {
    await null;
    if (description.sdp.startsWith('junk')) throw new Error('not understood');
    if (description.type === 'offer') {
      if (this.signalingState === 'have-local-offer') {
        this.rollbacks++;
        this.isNeeded = true;
      }
      ['audio', 'video', 'video'].slice(this.transceivers.length).forEach(kind => this.grow(kind));
    } else if (this.signalingState !== 'have-local-offer') throw new Error('no offer to answer');
    this.remoteDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    if (this.signalingState === 'stable' && this.isNeeded) this.need();
  }

  /** @param {any} candidate */
  async addIceCandidate(candidate) {
    if (!this.remoteDescription) throw new Error('no description yet');
    if (candidate?.candidate === 'junk') throw new Error('not understood');
    this.candidates.push(candidate);
  }

  restartIce() {
    this.restarts++;
    this.need();
  }

  /** @param {any} config */
  setConfiguration(config) {
    if (config.iceServers?.some((/** @type {any} */ one) => one.urls[0].startsWith('junk'))) throw new Error('no address');
    this.config = config;
  }

  close() {
    this.signalingState = 'closed';
    this.isNeeded = false;
  }

  /** @param {string} state */
  become(state) {
    this.connectionState = state;
    this.onconnectionstatechange();
  }
}

/** @param {string} kind */
export function makeTrack(kind) {
  /** @type {(() => void)[]} */
  const heard = [];
  return {
    kind, enabled: true, stopped: false, contentHint: '',
    stop() { this.stopped = true; },
    /** @param {string} _type @param {() => void} then */
    addEventListener: (_type, then) => heard.push(then),
    /** As when the device is pulled out or the browser's own Stop is pressed. */
    end: () => heard.forEach(then => then()),
  };
}

export function makeDevices() {
  const devices = {
    /** @type {any} */ error: null,
    /** @type {Promise<void> | null} */ wait: null,
    /** @type {any[]} */ asked: [],
    /** @type {ReturnType<typeof makeTrack>[]} */ tracks: [],
    /** @type {any[]} */ all: [],
    /** @param {any} wish */
    getUserMedia: wish => give(wish.audio ? 'audio' : 'video', wish),
    /** @param {any} wish */
    getDisplayMedia: wish => give('display', wish),
    enumerateDevices: async () => devices.all,
  };
  /** @param {string} kind @param {any} wish */
  async function give(kind, wish) {
    devices.asked.push(wish);
    await devices.wait;
    if (devices.error) throw Object.assign(new Error(devices.error.message ?? ''), devices.error);
    const track = makeTrack(kind);
    devices.tracks.push(track);
    return { getTracks: () => [track] };
  }
  return devices;
}

export function makeClock() {
  let now = 1_000;
  /** @type {{at: number, then: () => void}[]} */
  let timers = [];
  return {
    now: () => now,
    /** @param {number} ms @param {() => void} then */
    after(ms, then) {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => { timers = timers.filter(one => one !== timer); };
    },
    /** @param {number} ms */
    async pass(ms) {
      const until = now + ms;
      for (let next; (next = timers.filter(one => one.at <= until).sort((a, b) => a.at - b.at)[0]);) {
        now = next.at;
        timers = timers.filter(one => one !== next);
        next.then();
        await settled();
      }
      now = until;
    },
  };
}

/** One end of a call; what it says goes into `said` and over the wire, if there is one. @param {'visitor' | 'agent'} side */
export function makeEnd(side, clock = makeClock()) {
  const devices = makeDevices();
  const end = {
    side, clock, devices,
    /** @type {any[]} */ said: [],
    /** @type {string[]} */ states: [],
    /** @type {FakeConnection[]} */ peers: [],
    sdp: '',
    /** @type {(data: any) => void} */ wire: () => {},
    get peer() { return end.peers[end.peers.length - 1]; },
    /** @type {import('../../../../webapp/shared/call.js').Call} */ call: /** @type {any} */ (null),
  };
  class Connection extends FakeConnection {
    /** @param {any} config */
    constructor(config) {
      super(config);
      this.sdp = end.sdp;
      end.peers.push(this);
    }
  }
  end.call = createCall({
    side, clock, devices: /** @type {any} */ (devices), Connection: /** @type {any} */ (Connection), blocked: () => false,
    signal: data => {
      end.said.push(data);
      end.wire(JSON.parse(JSON.stringify(data)));
    },
    changed: state => { if (end.states[end.states.length - 1] !== state) end.states.push(state); },
  });
  return end;
}

/** Two ends on one wire. @param {string[]} kinds */
export function makePair(kinds = ['voice', 'video', 'screen']) {
  const clock = makeClock();
  const [agent, visitor] = [makeEnd('agent', clock), makeEnd('visitor', clock)];
  agent.wire = data => queueMicrotask(() => visitor.call.hear(data));
  visitor.wire = data => queueMicrotask(() => agent.call.hear(data));
  [agent, visitor].forEach(end => end.call.allow(kinds, {}));
  return { agent, visitor, clock };
}

/** Two ends that talk. @param {string[]} [kinds] */
export async function makeTalk(kinds) {
  const pair = makePair(kinds);
  await pair.agent.call.start();
  await pair.visitor.call.start();
  await settled();
  [pair.agent, pair.visitor].forEach(end => end.peer.become('connected'));
  await settled();
  return pair;
}
