/**
 * What this end sends: asks for the devices, holds their tracks, lets them go. Edge.
 *
 *   const sources = createSources({devices, blocked, may, put, changed});
 *     may(source)        whether it may be sent at all, asked again after every wait
 *     put(source, track) a track is new, or null: gone
 *   sources.turn(source, on), sources.drop(source), sources.choose(device, deviceId), sources.list(device), sources.can(source),
 *   sources.own(source) → its track, sources.media() → {mic, camera, screen}: what is on
 *   sources.asking → what the browser is asking for; sources.problem → {source, reason} of what did not work last
 *
 * Reasons: none (no such device), denied (by the person), site (by the page's policy), used (by another program), lost, unable.
 * Turning the microphone off keeps it, silent, so that it is back at once; camera and screen are let go.
 */

import { SOURCES } from './signals.js';

/** @typedef {import('./signals.js').Source} Source */
/** @typedef {'mic' | 'camera'} Device */
/** @typedef {{source: Source, reason: string}} Problem */

/** @type {Record<string, string>} */
const REASONS = { NotFoundError: 'none', OverconstrainedError: 'none', NotAllowedError: 'denied', NotReadableError: 'used', AbortError: 'used' };
const INPUTS = { mic: 'audioinput', camera: 'videoinput' };

/**
 * @param {object} given
 * @param {MediaDevices | undefined} given.devices
 * @param {(source: Source) => boolean} given.blocked by the page's policy
 * @param {(source: Source) => boolean} given.may
 * @param {(source: Source, track: MediaStreamTrack | null) => void} given.put
 * @param {() => void} given.changed
 */
export function createSources({ devices, blocked, may, put, changed }) {
  /** @type {Partial<Record<Source, MediaStreamTrack>>} */
  const tracks = {};
  /** @type {Partial<Record<Device, string>>} */
  const chosen = {};
  /** Which asking counts: an earlier one comes too late. @type {Record<Source, number>} */
  const asked = { mic: 0, camera: 0, screen: 0 };
  const sources = {
    /** @type {Source | null} */ asking: null,
    /** @type {Problem | null} */ problem: null,
    turn, drop, choose, list,
    /** @param {Source} source */
    can: source => typeof (source === 'screen' ? devices?.getDisplayMedia : devices?.getUserMedia) === 'function',
    /** @param {Source} source */
    own: source => tracks[source] ?? null,
    media: () => ({ mic: tracks.mic?.enabled === true, camera: !!tracks.camera, screen: !!tracks.screen }),
    dropAll: () => SOURCES.forEach(drop),
  };

  /** @param {Source} source @param {boolean} on */
  async function turn(source, on) {
    const track = tracks[source];
    if (on && !may(source)) return;
    if (sources.problem?.source === source) sources.problem = null;
    if (on && !track) await open(source);
    else if (track && (on || source === 'mic')) track.enabled = on;
    else drop(source);
    changed();
  }

  /** @param {Source} source */
  async function open(source) {
    const ask = ++asked[source];
    sources.asking = source;
    changed();
    try {
      const stream = await get(source);
      if (ask === asked[source] && may(source)) hold(source, stream.getTracks()[0]);
      else stream.getTracks().forEach(track => track.stop());
    } catch (error) {
      if (ask === asked[source]) fail(source, error);
    }
    if (ask === asked[source] && sources.asking === source) sources.asking = null;
  }

  /** @param {Source} source */
  async function get(source) {
    const from = /** @type {MediaDevices} */ (devices);
    if (source === 'screen') return from.getDisplayMedia({ video: true, audio: false });
    const deviceId = { ideal: chosen[source] };
    return from.getUserMedia(source === 'mic' ? { audio: { deviceId } } : { video: { deviceId, width: { ideal: 1280 }, height: { ideal: 720 } } });
  }

  /** @param {Source} source @param {MediaStreamTrack} track */
  function hold(source, track) {
    // Another microphone in the place of a silent one is silent too.
    track.enabled = tracks[source]?.enabled ?? true;
    tracks[source]?.stop();
    tracks[source] = track;
    track.contentHint = { mic: 'speech', camera: 'motion', screen: 'detail' }[source];
    track.addEventListener('ended', () => {
      if (tracks[source] !== track) return;
      if (source !== 'screen') sources.problem = { source, reason: 'lost' };
      drop(source);
      changed();
    });
    put(source, track);
  }

  /** @param {Source} source @param {any} error */
  function fail(source, error) {
    const reason = REASONS[error?.name] ?? 'unable';
    const isSite = reason === 'denied' && (blocked(source) || /policy/i.test(error.message));
    // Closing the browser's choice of a screen is an answer, not a problem.
    if (source === 'screen' && reason === 'denied' && !isSite && !/system/i.test(error.message)) return;
    sources.problem = { source, reason: isSite ? 'site' : reason };
  }

  /** At once and for good: the device is free. @param {Source} source */
  function drop(source) {
    asked[source]++;
    if (sources.asking === source) sources.asking = null;
    const track = tracks[source];
    if (!track) return;
    delete tracks[source];
    track.stop();
    put(source, null);
  }

  /** @param {Device} source @param {string} deviceId */
  async function choose(source, deviceId) {
    chosen[source] = deviceId;
    if (!tracks[source] || !may(source)) return;
    await open(source);
    changed();
  }

  /** The devices by name; browsers tell the names only once a device was allowed. @param {Device} source */
  async function list(source) {
    const all = await devices?.enumerateDevices?.().catch(() => []) ?? [];
    return all.filter(one => one.kind === INPUTS[source] && one.label).map(one => ({ id: one.deviceId, label: one.label }));
  }

  return sources;
}

/** @param {Source} source */
export function blockedHere(source) {
  const page = /** @type {any} */ (globalThis.document);
  const policy = page?.permissionsPolicy ?? page?.featurePolicy;
  const feature = { mic: 'microphone', camera: 'camera', screen: 'display-capture' }[source];
  return policy?.allowsFeature?.(feature) === false;
}
