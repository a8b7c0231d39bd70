/**
 * What the one banner says: the most important thing at this moment, or nothing. Pure.
 *
 * @typedef {object} Situation
 * @property {ChannelState} state
 * @property {string} reason
 * @property {string} refused the reason of the last refused hello
 * @property {number} downFor milliseconds without a connection
 * @property {boolean} onLine what the browser believes
 * @property {'none' | 'open' | 'closed' | string} status of the conversation
 * @property {number} [silent] it was ended because he had not answered
 * @property {boolean} [missing] a part of the window that was wanted did not load
 * @property {boolean | null} presence is somebody there; null: not known yet
 * @property {Closed | null} [closed] what is said outside the hours
 *
 * @typedef {{opens?: string, message?: string}} Closed when somebody will be there, and what the site says instead of the usual words
 */

/** A short dip is nobody's business: what is shorter than this is not mentioned. */
export const PATIENCE = 4_000;

/** @param {Situation} now @returns {{text: string, kind: 'info' | 'warning' | 'danger', retry?: boolean, closed?: Closed | null} | null} */
export function bannerOf(now) {
  if (now.missing) return { text: 'notLoaded', kind: 'warning', retry: true };
  if (now.state === 'closed' && now.reason === 'refused') {
    const text = { 'identity-required': 'identityRequired', 'bad-identity': 'identityRefused' }[now.refused] ?? 'unknownSite';
    return { text, kind: 'danger' };
  }
  if (now.state === 'connecting' || now.state === 'waiting') {
    if (now.downFor < PATIENCE) return null;
    return now.onLine ? { text: 'reconnecting', kind: 'warning', retry: now.state === 'waiting' } : { text: 'offline', kind: 'warning' };
  }
  if (now.state !== 'open') return null;
  if (now.status === 'closed') return { text: now.silent ? 'silent' : 'ended', kind: 'info' };
  return now.presence === false ? { text: 'nobody', kind: 'info', closed: now.closed } : null;
}

/** In the visitor's own time; the day's date only where the weekday alone would not say it. @param {string} opens @param {string} language @param {number} now */
export function whenOf(opens, language, now) {
  const at = new Date(opens);
  /** @type {any} */
  const date = at.getTime() - now > 5e8 && { day: 'numeric', month: 'long' };
  return at.toLocaleString(language, { weekday: 'long', ...date, hour: 'numeric', minute: '2-digit' });
}
