/**
 * The part of the notifications' settings about mail: of what he is told, and where to, or why not. View.
 */
import { find, put } from './dom.js';
import { say } from './texts.js';

/** @param {HTMLElement} root @param {import('./preferences.js').Preferences} prefs @returns {{show: () => void}} */
export function mailsView(root, prefs) {
  const place = find(root, '.mails');
  const choice = find(place, '.mails-choice');
  const field = /** @type {HTMLSelectElement} */ (find(choice, 'select'));
  const words = find(place, '.mails-to');
  const problem = problemOf(place.dataset.lack ?? '', place.dataset.address ?? '');

  put(words, say(problem ?? 'mails_to', { address: place.dataset.address ?? '' }));
  // What he chose counts as soon as there is mail; an address he does not have he cannot choose for.
  choice.hidden = problem === 'mails_nameless';

  const show = () => {
    field.value = prefs.get('mail');
  };
  field.addEventListener('change', () => prefs.choose('mail', field.value));
  find(root, '#alerts-open').addEventListener('click', show);
  show();
  return { show };
}

/** The words for why no mail reaches him; null where it does. @param {string} lack @param {string} address */
export function problemOf(lack, address) {
  if (address === '') return 'mails_nameless';
  return lack === '' ? null : `mails_${lack}`;
}
