/**
 * Whether the agent is still logged in. A socket does not say so: it neither keeps the log-in alive nor learns why it
 * was not let in again. Edge.
 *
 *   keepLoggedIn({ ended })   asks now and then, which keeps the log-in alive as long as the console is open
 *   await loggedOut() → true only if the server said so; no answer is no answer
 */
const EVERY = 5 * 60_000;

/** Asks for this very file, which only agents get. @param {typeof fetch} [get] */
export async function loggedOut(get = fetch) {
  try {
    const answer = await get(import.meta.url, { method: 'HEAD', redirect: 'manual', cache: 'no-store' });
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return true;
    return answer.ok && !(answer.headers.get('Content-Type') ?? '').includes('javascript');
  } catch {
    return false;
  }
}

/** @param {{ended: () => void}} on */
export function keepLoggedIn({ ended }) {
  setInterval(async () => {
    if (await loggedOut()) ended();
  }, EVERY);
}
