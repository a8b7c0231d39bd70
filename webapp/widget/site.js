/**
 * What the server wrote into the page about this site. Edge.
 *
 * @typedef {{key: string, base: string, name: string, title: string, accent: string, side: string, icon: string, scheme: string,
 *   language?: string | null, greeting: string, consent: string, hidden: string, looks?: boolean,
 *   rating: boolean, transcript: boolean, files?: {size: number, count: number}}} Site
 */

/** @returns {Site} */
export function readSite() {
  const block = document.getElementById('site');
  const given = JSON.parse(block?.textContent || '{}');
  const usual = { key: '', name: '', title: '', accent: '#2f6f5e', side: 'right', icon: 'chat', scheme: 'auto', greeting: '', consent: '', hidden: '', rating: false, transcript: false };
  const base = new URL(given.base || '..', location.href);
  return { ...usual, ...given, base: base.href.replace(/[?#].*$/, '').replace(/\/$/, '') };
}

/** @param {string} id */
export function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
