/**
 * What agents have asked for and what is allowed, as the server says it and as the visitor has just changed it. Pure: the clock is given.
 *
 * @typedef {{request: string, agent: {id: string, name: string}, kinds: string[], state: 'asked' | 'allowed', purpose?: string, minutes: number, until: string}} Request
 */

/** @param {() => number} now milliseconds since 1970 */
export function createRequests(now) {
  /** @type {Request[]} */
  let all = [];
  /** How the two ends of a call connect. @type {RTCConfiguration} */
  let ice = {};
  const told = new Set();
  const answered = new Set();
  const stopped = new Set();
  /** @type {Frame[]} */
  let owed = [];

  const current = () => all.filter(request => Date.parse(request.until) > now() && !stopped.has(request.request));

  return {
    /** @param {Frame} frame `assistance` */
    take(frame) {
      all = frame.requests;
      ice = { iceServers: frame.ice, iceTransportPolicy: frame.relay ? 'relay' : 'all' };
      const known = new Set(all.map(request => request.request));
      for (const set of [told, answered, stopped]) for (const id of set) if (!known.has(id)) set.delete(id);
    },
    /** The question to be answered now: one at a time, the oldest. */
    get open() {
      return current().find(request => request.state === 'asked' && !answered.has(request.request)) ?? null;
    },
    get live() { return current().filter(request => request.state === 'allowed'); },
    get ice() { return ice; },
    /** True once for each question. @param {string} request */
    isNew(request) {
      if (told.has(request)) return false;
      told.add(request);
      return true;
    },
    /** @param {string} request */
    answered(request) { answered.add(request); },
    /** @param {string} [request] without it: all */
    stopped(request) { for (const one of all) if (!request || one.request === request) stopped.add(one.request); },
    /** To be said when there is a connection again. @param {Frame} frame */
    owe(frame) { owed.push(frame); },
    owed() {
      const frames = owed;
      owed = [];
      return frames;
    },
    /** Milliseconds until the next one ends by itself, or 0. */
    nextEnd() {
      const ends = current().map(request => Date.parse(request.until) - now());
      return ends.length ? Math.max(50, Math.min(...ends)) : 0;
    },
  };
}
