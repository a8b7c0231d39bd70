/**
 * Web Storage that never throws: a browser that blocks it (private mode, blocked third-party storage) gets memory. Edge.
 *
 *   const kept = browserStore('localStorage', 'deskbell.KEY.');  kept.getItem(name), kept.setItem(name, value), kept.removeItem(name)
 */

/** @param {'localStorage' | 'sessionStorage'} kind @param {string} prefix @returns {Store} */
export function browserStore(kind, prefix) {
  const memory = new Map();
  /** @type {Storage | null} */
  let storage = null;
  try {
    storage = globalThis[kind];
    storage.getItem(prefix);
  } catch {
    storage = null;
  }
  return {
    getItem: name => storage ? storage.getItem(prefix + name) : memory.get(name) ?? null,
    setItem(name, value) {
      try {
        if (storage) return storage.setItem(prefix + name, value);
      } catch {
        // Full or forbidden: memory has to do.
        storage = null;
      }
      memory.set(name, value);
    },
    removeItem(name) {
      storage?.removeItem(prefix + name);
      memory.delete(name);
    },
  };
}
