/**
 * The language of this window: chosen from what is wanted, changed at run time, written into the page. View.
 *
 *   const words = createWords(language => …called after every change);
 *   await words.use('fr-CH', 'de');   words.t('send')
 */

import { choose, createTexts, loadTexts } from '../shared/i18n.js';

export const LANGUAGES = ['en', 'zh', 'fr', 'de', 'es', 'pt', 'it', 'ja', 'ko', 'ar', 'he', 'ru', 'tr', 'pl', 'nl'];

/** @param {() => void} changed */
export function createWords(changed) {
  let t = createTexts('en', {});
  /** @type {Promise<void>} */
  let latest = Promise.resolve();
  let asked = 0;

  /** @param {(string | null | undefined)[]} wanted @returns {Promise<void>} */
  async function change(wanted) {
    const language = choose(wanted, LANGUAGES);
    const mine = ++asked;
    if (t.language === language && t.has('send')) return;
    /** @type {import('../shared/i18n.js').Dictionary | null} */
    let dictionary = null;
    while (!dictionary && mine === asked) dictionary = await loadTexts(new URL('texts/', document.baseURI), language).catch(later);
    // The last wish wins, not the slowest answer.
    if (mine !== asked || !dictionary) return latest;
    t = createTexts(language, dictionary);
    write(t);
    changed();
  }

  return {
    get t() { return t; },
    /** What an entry about help on the page says; its part brings the words. @type {((entry: Entry) => string) | undefined} */
    assisted: undefined,
    /** @param {...(string | null | undefined)} wanted */
    use(...wanted) {
      return latest = change(wanted);
    },
  };
}

/** The network may be back in a moment. @returns {Promise<null>} */
function later() {
  return new Promise(again => setTimeout(again, 2_000, null));
}

/** @param {import('../shared/i18n.js').Texts} t */
function write(t) {
  document.documentElement.lang = t.language;
  document.documentElement.dir = t.dir;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = t(/** @type {HTMLElement} */ (node).dataset.text ?? '');
  for (const node of document.querySelectorAll('[data-label]')) {
    const label = t(/** @type {HTMLElement} */ (node).dataset.label ?? '');
    node.setAttribute('aria-label', label);
    if (node instanceof HTMLButtonElement) node.title = label;
  }
}
