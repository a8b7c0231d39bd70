/**
 * What this browser can do for {@link import('./push.js').Push}, and the way back from a notification. Edge.
 */
import { permission } from '../alerts.js';

/** @param {(conversation: string) => void} choose @returns {import('./push.js').Surroundings} */
export function surroundings(choose) {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  workers?.addEventListener('message', ({ data }) => {
    if (data?.type === 'deskbell-open' && typeof data.conversation === 'string') choose(data.conversation);
  });
  return { workers, pushes: 'PushManager' in window, permission, ask: () => Notification.requestPermission(), get: (...asked) => fetch(...asked) };
}
