/**
 * The connection to the other end: negotiates ("perfect negotiation": on glare the polite end gives way) and carries one
 * line each for microphone, camera and screen, all made at once by the agent. Turning one on or off never negotiates. Edge.
 *
 *   const peer = createPeer({Connection, polite, ice, tracks, say, became});
 *     say({description} | {candidate})    for the other end
 *     became(state)                       the connection's own: connected, disconnected, failed …
 *   peer.hear(signal), peer.put(source, track), peer.track(source) → theirs, peer.restart(), peer.serve(ice), peer.close()
 */

import { LIMITS, SOURCES } from './signals.js';

/** @typedef {import('./signals.js').Source} Source */
/** @typedef {import('./signals.js').Signal} Signal */

/**
 * @param {object} given
 * @param {typeof RTCPeerConnection} given.Connection
 * @param {boolean} given.polite
 * @param {RTCConfiguration} given.ice
 * @param {(source: Source) => MediaStreamTrack | null} given.tracks ours, as they are now
 * @param {(signal: Signal) => void} given.say
 * @param {(state: RTCPeerConnectionState) => void} given.became
 */
export function createPeer({ Connection, polite, ice, tracks, say, became }) {
  // From the start: servers that are refused below must not open other ways.
  const pc = new Connection({ iceTransportPolicy: ice.iceTransportPolicy });
  let isOffering = false;
  let isClosed = false;
  let candidates = 0;
  let waiting = 0;
  let work = Promise.resolve();
  /** Candidates that came before the description they belong to. @type {(RTCIceCandidateInit | null)[]} */
  let early = [];

  pc.onnegotiationneeded = async () => {
    isOffering = true;
    await describe().catch(() => {});
    isOffering = false;
  };
  pc.onicecandidate = ({ candidate }) => {
    // An empty one ends a generation; the null after it says the same for all.
    if (!isClosed && candidate?.candidate !== '') say({ candidate: candidate ? candidate.toJSON() : null });
  };
  pc.onconnectionstatechange = () => {
    if (isClosed) return;
    if (pc.connectionState === 'connected') candidates = 0;
    became(pc.connectionState);
  };
  if (!polite) SOURCES.forEach(source => pc.addTransceiver(source === 'mic' ? 'audio' : 'video', { direction: 'sendrecv' }));
  serve(ice);
  fill();

  /** @param {RTCConfiguration} by */
  function serve(by) {
    try {
      pc.setConfiguration(by);
    } catch {
      // An address nobody understands is no reason not to try: on one network it goes without.
    }
  }

  async function describe() {
    await pc.setLocalDescription();
    tell();
  }

  function tell() {
    const now = pc.localDescription;
    if (!isClosed && (now?.type === 'offer' || now?.type === 'answer')) say({ description: { type: now.type, sdp: now.sdp } });
  }

  /** @param {Source} source @returns {RTCRtpTransceiver | undefined} */
  function line(source) {
    return pc.getTransceivers()[SOURCES.indexOf(source)];
  }

  /** @param {Source} source @param {MediaStreamTrack | null} track */
  async function put(source, track) {
    await line(source)?.sender.replaceTrack(track).catch(() => {});
  }

  function fill() {
    return Promise.all(SOURCES.map(source => put(source, tracks(source))));
  }

  /** @param {Signal} signal */
  async function take({ description, candidate }) {
    if (isClosed) return;
    if (description) await settle(description);
    else if (!pc.remoteDescription) early.push(candidate ?? null);
    else await add(candidate ?? null);
  }

  /** @param {{type: 'offer' | 'answer', sdp: string}} description */
  async function settle(description) {
    const isOffer = description.type === 'offer';
    const isGlare = isOffer && (isOffering || pc.signalingState !== 'stable');
    if (isGlare && !polite) return;
    await pc.setRemoteDescription(description);
    for (const candidate of early.splice(0)) await add(candidate);
    if (!isOffer) return;
    pc.getTransceivers().slice(0, SOURCES.length).forEach(one => { one.direction = 'sendrecv'; });
    await fill();
    await describe();
  }

  /** @param {RTCIceCandidateInit | null} candidate */
  const add = candidate => pc.addIceCandidate(candidate).catch(() => {});

  return {
    put, serve,
    /** One after the other, and no more of them than a call can need. @param {Signal} signal */
    hear(signal) {
      if (waiting >= LIMITS.waiting || (!signal.description && ++candidates > LIMITS.candidates)) return;
      waiting++;
      work = work.then(() => take(signal)).catch(() => {}).then(() => { waiting--; });
    },
    /** @param {Source} source @returns {MediaStreamTrack | null} */
    track: source => line(source)?.receiver.track ?? null,
    restart() {
      // An offer that nobody answered may have been lost with the socket: say it again instead of waiting for its answer.
      if (pc.signalingState === 'have-local-offer') tell();
      else pc.restartIce();
    },
    close() {
      isClosed = true;
      pc.close();
    },
  };
}

/** @typedef {ReturnType<typeof createPeer>} Peer */
