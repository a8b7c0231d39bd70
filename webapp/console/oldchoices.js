/**
 * What this device kept before the server did: read once, then given up. Edge: browser storage.
 */
import { settingsFrom, written } from './bell.js';

const ORDER = 'order';
const ALERTS = 'alerts';

/** @param {Store} store @returns {Record<string, string | null>} by the names of preferences.js */
export function oldChoices(store) {
  const order = store.getItem(ORDER);
  const alerts = read(store.getItem(ALERTS));
  store.removeItem(ORDER);
  const chosen = alerts !== null && ['newSound', 'messageSound', 'repeat', 'preview'].some(name => name in alerts);
  // The rest of the alerts is this device's own.
  if (chosen) store.setItem(ALERTS, JSON.stringify({ volume: alerts.volume, desktop: alerts.desktop }));
  return { order: order === 'recent' ? order : null, alerts: chosen ? written(settingsFrom(alerts)) : null };
}

/** @param {string | null} kept @returns {Record<string, unknown> | null} */
function read(kept) {
  try {
    const value = JSON.parse(kept ?? 'null');
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
