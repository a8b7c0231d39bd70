/**
 * Who this visitor is: the token of this browser, what the host page says about him, and the hello made of both. Edge.
 * The token lives in this page's own storage (memory where that is blocked) and never goes into an address.
 */

import { browserStore } from '../shared/store.js';

/** @typedef {{id?: unknown, attributes?: Record<string, unknown>, about?: Record<string, unknown>, proof?: unknown}} Who */

/** @param {{key: string, isPopout: boolean, warn?: (text: string) => void}} options */
export function createIdentity({ key, isPopout, warn = console.warn }) {
  // A window of its own keeps its copy only as long as it lives.
  const store = browserStore(isPopout ? 'sessionStorage' : 'localStorage', `deskbell.${key}.`);
  /** @type {Who} */
  let who = {};
  let isProved = false;

  return {
    store,
    get token() { return store.getItem('token'); },
    /** @param {string | undefined | null} token */
    keep(token) { if (token) store.setItem('token', token); },
    /**
     * Whether he has yet to accept the site's notice. Who wrote has a token, and goes on; a token of who may only have looked around says nothing.
     * @param {{consent: string, looks?: boolean}} site
     */
    owes: ({ consent, looks }) => Boolean(consent && (looks || !store.getItem('token')) && store.getItem('consent') !== consent),
    drop() {
      store.removeItem('token');
      store.removeItem('consent');
      store.removeItem('mail');
      who = {};
      isProved = false;
    },
    get who() { return who; },
    set who(said) {
      if (said.proof !== who.proof) isProved = false;
      who = said;
    },
    get hasProof() { return typeof who.proof === 'string' && !isProved; },
    /** The server knows us: a proof lives ten minutes only, later hellos do without. @param {boolean} now */
    proved(now) { isProved = now; },
    /** What `hello` and `identify` say of the visitor and of his conversation. */
    async said() {
      const part = Object.values(who).some(Boolean) && await import('./attributes.js').catch(() => {});
      return {
        ...part && part.said(who, warn),
        ...typeof who.proof === 'string' && !isProved && { proof: who.proof },
      };
    },
  };
}

/** @typedef {ReturnType<typeof createIdentity>} Identity */
