/**
 * Several tabs of one person behave as one: what must happen once happens in one of them. Edge.
 *
 *   const tabs = createTabs('deskbell.KEY');
 *   await tabs.once('posted:42') → true in exactly one tab; the first that asks gets it, for a few seconds
 *   await tabs.alone('identity', async () => …)   one tab at a time (Web Locks; without them it just runs)
 * Chromium refuses locks ("The request was denied.") to a frame whose storage is blocked: then there is no other tab.
 *   tabs.leader → boolean: one of the tabs, the next one when it closes
 *   tabs.tell(message); tabs.onTold(message => …)  to the other tabs of the same origin;  tabs.close()
 */

const HELD = 5_000;

/** @param {string} name @param {{locks?: LockManager, channel?: BroadcastChannel}} [given] */
export function createTabs(name, given = {}) {
  const locks = given.locks ?? globalThis.navigator?.locks;
  const channel = given.channel ?? (globalThis.BroadcastChannel ? new BroadcastChannel(name) : null);
  let isLeader = !locks;
  const stop = new AbortController();
  locks?.request(`${name}.leader`, { signal: stop.signal }, () => {
    isLeader = true;
    return new Promise(() => {});
  }).catch(() => { isLeader = !stop.signal.aborted; });

  return {
    get leader() { return isLeader; },
    /** @param {string} key @returns {Promise<boolean>} */
    once(key) {
      if (!locks) return Promise.resolve(true);
      return new Promise(answer => {
        locks.request(`${name}.${key}`, { ifAvailable: true }, lock => {
          answer(lock !== null);
          return lock && new Promise(free => setTimeout(free, HELD));
        }).catch(() => answer(true));
      });
    },
    /** @template T @param {string} key @param {() => Promise<T>} work @returns {Promise<T>} */
    alone(key, work) {
      if (!locks) return work();
      let begun = false;
      return locks.request(`${name}.${key}`, () => {
        begun = true;
        return work();
      }).catch(problem => {
        if (begun) throw problem;
        return work();
      });
    },
    /** @param {any} message */
    tell(message) { channel?.postMessage(message); },
    /** @param {(message: any) => void} hear */
    onTold(hear) { channel?.addEventListener('message', event => hear(event.data)); },
    close() {
      stop.abort();
      channel?.close();
    },
  };
}
