/**
 * Talks with the loader in the host page. Edge. A message counts only from our parent, from the origin that spoke first
 * (the page's frame-ancestors policy decided who may embed us), and in the expected shape. None carries what was said.
 *
 *   const bridge = createBridge(state => …);   state: {open, quiet, wipe, who, language, page}
 *   bridge.tell('close'), bridge.tell('unread', {count: 2});   bridge.isEmbedded
 */

/** @typedef {{open: boolean, quiet: boolean, wipe: boolean, who: import('./identity.js').Who, language: string, page: {url: string, title: string, referrer?: string}}} HostState */

/** @param {(state: HostState) => void} heard @param {Window} [self] */
export function createBridge(heard, self = window) {
  const isEmbedded = self.parent !== self;
  let origin = '';

  if (isEmbedded) {
    self.addEventListener('message', event => {
      if (event.source !== self.parent || (origin && event.origin !== origin) || event.origin === 'null') return;
      const state = stateOf(event.data);
      if (!state) return;
      origin = event.origin;
      heard(state);
    });
  }

  return {
    isEmbedded,
    /** @param {string} kind @param {object} [more] @param {Transferable[]} [ports] */
    tell(kind, more, ports) { if (origin) self.parent.postMessage({ deskbell: kind, ...more }, origin, ports); },
  };
}

/** @param {any} data @returns {HostState | null} */
export function stateOf(data) {
  if (data?.deskbell !== 'state' || typeof data.open !== 'boolean' || typeof data.page?.url !== 'string') return null;
  const who = data.who && typeof data.who === 'object' ? data.who : {};
  const referrer = short(data.page.referrer, 2000);
  return {
    open: data.open,
    quiet: data.quiet === true,
    wipe: data.wipe === true,
    who: { id: scalar(who.id), attributes: said(who.attributes), about: said(who.about), proof: scalar(who.proof) },
    language: short(data.language, 35),
    page: { url: short(data.page.url, 2000), title: short(data.page.title, 300), ...(referrer ? { referrer } : {}) },
  };
}

/** Of what was said 200 at most; what is no text, number or the like is told from what was not said. @param {any} all */
function said(all) {
  return all && Object.fromEntries(Object.entries(all).slice(-200).map(([name, value]) => [name, value == null ? value : scalar(value) ?? {}]));
}

/** What a page passes may be anything, also what cannot be compared or sent. @param {unknown} value */
function scalar(value) {
  return value === null || ['object', 'function', 'symbol', 'undefined'].includes(typeof value) ? undefined : `${value}`.slice(0, 4000);
}

/** @param {unknown} text @param {number} most */
function short(text, most) {
  return typeof text === 'string' ? text.slice(0, most) : '';
}
