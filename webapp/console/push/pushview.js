/**
 * The part of the notifications' settings about a closed console: how it stands, what can be done, and a try. View.
 */
import { find, put } from '../dom.js';
import { say } from '../texts.js';

/** @param {HTMLElement} root @param {import('./push.js').Push} push @returns {{show: () => void}} */
export function pushView(root, push) {
  const place = find(root, '.push');
  const words = find(place, '.push-state');
  const change = /** @type {HTMLButtonElement} */ (find(place, '.push-change'));
  const test = /** @type {HTMLButtonElement} */ (find(place, '.push-test'));
  const tried = find(place, '.push-tried');

  const show = () => {
    const { state } = push;
    const problem = ['unsupported', 'unset', 'denied', 'failed', 'unknown'].includes(state);
    put(words, say(state === 'denied' ? 'alerts_denied' : `push_${state}`));
    words.classList.toggle('problem', problem);
    words.classList.toggle('quiet', !problem);
    put(change, say(state === 'on' ? 'push_undo' : 'push_do'));
    // Hidden it would take the focus away from who has just pressed it.
    change.hidden = ['checking', 'unsupported', 'unset', 'denied'].includes(state);
    change.setAttribute('aria-disabled', String(state === 'busy'));
    test.hidden = state !== 'on';
    if (state !== 'on') put(tried, '');
  };

  change.addEventListener('click', () => {
    if (push.state === 'busy') return;
    void (push.state === 'on' ? push.off() : push.on());
  });
  test.addEventListener('click', async () => {
    if (test.getAttribute('aria-disabled') === 'true') return;
    test.setAttribute('aria-disabled', 'true');
    put(tried, say('push_busy'));
    put(tried, say(await push.test() ? 'push_sent' : 'push_unsent'));
    test.setAttribute('aria-disabled', 'false');
  });
  find(root, '#alerts-open').addEventListener('click', () => void push.look());
  show();
  return { show };
}
