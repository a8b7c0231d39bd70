/**
 * The console's settings: look, density, order, what Enter does, and every key. View.
 */
import { opened } from './dialogs.js';
import { find, put } from './dom.js';
import { KeyTable } from './keytable.js';
import { say } from './texts.js';

/** @type {Record<string, string[]>} */
const CHOICES = {
  scheme: ['auto', 'light', 'dark'], density: ['comfortable', 'normal', 'compact'], order: ['waiting', 'recent'], enter: ['send', 'newline'], unsend: ['0', '5', '10', '20'], onward: ['stay', 'next'],
};

/** @param {HTMLElement} root @param {{prefs: import('./preferences.js').Preferences, commands: import('./commands.js').Commands}} given */
export function settingsDialog(root, { prefs, commands }) {
  const dialog = /** @type {HTMLDialogElement} */ (find(root, '#settings'));
  const place = find(dialog, '.choices');
  place.append(...Object.entries(CHOICES).map(([name, choices]) => choice(name, choices)));
  place.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement) prefs.choose(event.target.name, event.target.value);
  });
  const keys = new KeyTable(dialog, { prefs, commands });
  const show = () => {
    for (const input of place.querySelectorAll('input')) input.checked = prefs.get(input.name) === input.value;
    keys.show();
  };
  const made = opened(dialog, find(root, '#settings-open'), show);
  dialog.addEventListener('close', () => keys.leave());
  return { open: made.open, /** Somewhere else something was chosen. */ changed: () => dialog.open && show() };
}

/** @param {string} name @param {string[]} choices */
function choice(name, choices) {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  put(legend, say(`set_${name}`));
  const bar = document.createElement('div');
  bar.className = 'choice';
  bar.append(...choices.map(value => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name, value });
    const words = document.createElement('span');
    put(words, say(`${name}_${value}`));
    label.append(input, words);
    return label;
  }));
  set.append(legend, bar);
  return set;
}
