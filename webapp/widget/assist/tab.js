/**
 * Which of the visitor's tabs shares its page: the one with the newest yes, also after a reload and on the next page. Edge.
 *
 *   const tab = createTab('KEY', {lost});   tab.shares = true, with a yes; lost(): another tab has a newer one
 */

import { browserStore } from '../../shared/store.js';

/** @param {string} key the site's @param {{isEmbedded: boolean, lost: () => void, locks?: LockManager}} given */
export function createTab(key, { isEmbedded, lost, locks = navigator.locks }) {
  const store = browserStore('sessionStorage', `deskbell.${key}.`);
  let shares = store.getItem('sharing') === '1' && isEmbedded;
  /** @type {(done?: any) => void} */
  let free = () => {};
  // A tab that was duplicated remembers the same: only one of them has the lock.
  if (shares) void hold({ ifAvailable: true });

  /** @param {LockOptions} how */
  async function hold(how) {
    let isHeld = false;
    try {
      await locks?.request(`deskbell.${key}.sharing`, how, lock => {
        isHeld = lock !== null;
        if (!isHeld) give();
        return lock && new Promise(release => { free = release; });
      });
    } catch {
      // Chromium denies locks to a frame whose storage is blocked: then there is no other tab.
      if (isHeld) give();
    }
  }

  /** It is another tab's now. */
  function give() {
    shares = false;
    lost();
  }

  return {
    get shares() { return shares; },
    set shares(value) {
      if (value === shares) return;
      shares = value;
      if (value) {
        store.setItem('sharing', '1');
        void hold({ steal: true });
      } else {
        store.removeItem('sharing');
        free();
      }
    },
  };
}
