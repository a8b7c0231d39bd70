/**
 * What an agent may do on a visitor's page, as the server says it: his own requests, those of colleagues, the time left. Pure.
 *
 *   const assistance = createAssistance();
 *   assistance.apply(frame)                 an `assistance` frame; the whole state every time
 *   assistance.request(me, 'see', now)      the live request that allows it, or undefined
 *   assistance.kinds(me, now)               every kind that is live
 *   assistance.waiting(me), assistance.others(me, now), assistance.left(me, now), assistance.ice
 *
 * @typedef {'see' | 'point' | 'act' | 'voice' | 'video' | 'screen'} Kind
 * @typedef {{request: string, agent: {id: string, name?: string}, kinds: Kind[], state: 'asked' | 'allowed',
 *   purpose?: string, minutes?: number, until?: string}} AssistRequest
 */

/** In the order in which they are asked. @type {readonly Kind[]} */
export const KINDS = ['see', 'point', 'act', 'voice', 'video', 'screen'];
/** @type {readonly Kind[]} */
export const CALLS = ['voice', 'video', 'screen'];
/** What makes no sense without seeing. @type {ReadonlySet<Kind>} */
export const NEED_SEE = new Set(/** @type {Kind[]} */ (['point', 'act']));

export function createAssistance() {
  /** @type {AssistRequest[]} */
  let requests = [];
  /** How the two ends of a call connect. @type {RTCConfiguration} */
  let ice = {};
  let known = false;

  /** @param {AssistRequest} one @param {number} now */
  const live = (one, now) => one.state === 'allowed' && Date.parse(one.until ?? '') > now;
  /** @param {string | undefined} me @param {Kind} kind @param {number} now */
  const held = (me, kind, now) => requests.find(one => one.agent.id === me && live(one, now) && one.kinds.includes(kind));
  /** @param {string | undefined} me @param {Kind} kind @param {number} now */
  const request = (me, kind, now) => (NEED_SEE.has(kind) && !held(me, 'see', now) ? undefined : held(me, kind, now));

  return {
    /** @param {Frame} frame */
    apply(frame) {
      requests = (frame.requests ?? []).filter((/** @type {any} */ one) => one?.agent && Array.isArray(one.kinds));
      ice = { iceServers: frame.ice, iceTransportPolicy: frame.relay ? 'relay' : 'all' };
      known = true;
    },
    clear() {
      requests = [];
      ice = {};
      known = false;
    },
    /** Whether the server has said how it stands, since the conversation was opened. */
    get known() { return known; },
    get ice() { return ice; },
    get requests() { return requests; },
    request,
    /** @param {string | undefined} me @param {number} now @returns {Kind[]} */
    kinds: (me, now) => KINDS.filter(kind => request(me, kind, now) !== undefined),
    /** My question that has no answer yet. @param {string | undefined} me */
    waiting: me => requests.find(one => one.agent.id === me && one.state === 'asked'),
    /** What colleagues have going. @param {string | undefined} me @param {number} now */
    others: (me, now) => requests.filter(one => one.agent.id !== me && (one.state === 'asked' || live(one, now))),
    /** Everything of mine that can be stopped. @param {string | undefined} me @param {number} now */
    mine: (me, now) => requests.filter(one => one.agent.id === me && (one.state === 'asked' || live(one, now))),
    /** Seconds until seeing ends, or else the last thing I may do; 0 when nothing is live. @param {string | undefined} me @param {number} now */
    left(me, now) {
      const seeing = requests.filter(one => one.agent.id === me && live(one, now) && one.kinds.includes('see'));
      const all = seeing.length > 0 ? seeing : requests.filter(one => one.agent.id === me && live(one, now));
      return Math.max(0, ...all.map(one => Math.ceil((Date.parse(one.until ?? '') - now) / 1000)));
    },
  };
}

/** @typedef {ReturnType<typeof createAssistance>} Assistance */

/** Kinds with all they need, in order. @param {Iterable<Kind>} chosen @param {readonly Kind[]} [held] what is allowed already @returns {Kind[]} */
export function completed(chosen, held = []) {
  const wanted = new Set(chosen);
  if (!held.includes('see') && [...wanted].some(kind => NEED_SEE.has(kind))) wanted.add('see');
  return KINDS.filter(kind => wanted.has(kind));
}

/** @param {number} seconds as a clock: 4:05, 1:02:03 */
export function clock(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
