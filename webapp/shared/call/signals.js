/**
 * What two ends of a call may say to each other and send each other. Pure.
 *
 *   readSignal(data)     → the signal with known members of sane size only, or null: nobody trusts the other end
 *   allowed(side, kinds) → {mic, camera, screen}: what a side may send with the kinds the visitor allowed
 *
 * A signal is one of {description}, {candidate}, {media}, {ready}, {bye}. `leg` names the visitor's end it is meant for or comes
 * from: a page of the visitor's that joins says {ready: leg}, and the agent makes his offer to that leg alone. {media} of the
 * agent without a leg says that he has just come into the call. `lost` with a bye: there was no way to connect.
 */

/** @typedef {'mic' | 'camera' | 'screen'} Source */
/** @typedef {Record<Source, boolean>} Media */
/** @typedef {'visitor' | 'agent'} Side */
/**
 * @typedef {object} Signal
 * @property {string} [leg]
 * @property {string} [ready]
 * @property {boolean} [bye]
 * @property {boolean} [lost]
 * @property {Media} [media]
 * @property {{type: 'offer' | 'answer', sdp: string}} [description]
 * @property {RTCIceCandidateInit | null} [candidate]
 */

/** In the order of the lines in the description. @type {Source[]} */
export const SOURCES = ['mic', 'camera', 'screen'];
export const NOTHING = { mic: false, camera: false, screen: false };
export const LIMITS = { data: 24_000, sdp: 20_000, candidate: 1_000, candidates: 200, waiting: 300 };

const KINDS = ['voice', 'video', 'screen'];

/** @param {string[]} kinds */
export const callKinds = kinds => kinds.filter(kind => KINDS.includes(kind));

/** @param {Side} side @param {string[]} kinds @returns {Media} */
export function allowed(side, kinds) {
  const [voice, video, screen] = KINDS.map(kind => kinds.includes(kind));
  const any = voice || video || screen;
  return side === 'agent' ? { mic: any, camera: video, screen: any } : { mic: voice, camera: video, screen };
}

/** @param {unknown} text what a frame brought @returns {unknown} */
export function parse(text) {
  try {
    return typeof text === 'string' && text.length <= LIMITS.data ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** @param {any} data @returns {Signal | null} */
export function readSignal(data) {
  if (typeof data !== 'object' || data === null) return null;
  const leg = name(data.leg);
  const signal = body(data);
  return signal && (leg ? { leg, ...signal } : signal);
}

/** @param {any} data @returns {Signal | null} */
function body({ description, candidate, media, ready, bye, lost }) {
  if (bye === true) return lost === true ? { bye, lost } : { bye };
  if (name(ready)) return { ready };
  if (isObject(media)) return { media: { mic: media.mic === true, camera: media.camera === true, screen: media.screen === true } };
  if (isObject(description)) return readDescription(description);
  if (candidate === null) return { candidate };
  return isObject(candidate) ? readCandidate(candidate) : null;
}

/** @param {any} description @returns {Signal | null} */
function readDescription({ type, sdp }) {
  if (type !== 'offer' && type !== 'answer') return null;
  return typeof sdp === 'string' && sdp.length <= LIMITS.sdp ? { description: { type, sdp } } : null;
}

/** @param {any} given @returns {Signal | null} */
function readCandidate({ candidate, sdpMid, sdpMLineIndex }) {
  if (typeof candidate !== 'string' || candidate.length > LIMITS.candidate) return null;
  return { candidate: { candidate, sdpMid: name(sdpMid) || null, sdpMLineIndex: Number.isInteger(sdpMLineIndex) ? sdpMLineIndex : null } };
}

/** @param {any} value */
const isObject = value => typeof value === 'object' && value !== null;
/** @param {unknown} value @returns {string} */
const name = value => typeof value === 'string' && value.length <= 64 ? value : '';
