/**
 * The words of one part, in the window's language, also after that has changed. Edge.
 *
 *   const words = await partWords('menu', () => …show them);   words.t(key);   fails where they cannot be had
 */

import { createTexts, loadTexts } from '../shared/i18n.js';

/** @param {string} part @param {() => void} changed */
export async function partWords(part, changed) {
  const page = document.documentElement;
  const folder = new URL(`${part}/texts/`, document.baseURI);
  const read = async (/** @type {string} */ language) => createTexts(language, await loadTexts(folder, language));
  let t = await read(page.lang);
  while (t.language !== page.lang) t = await read(page.lang);

  async function follow() {
    const language = page.lang;
    let next = null;
    while (!next && language === page.lang) next = await read(language).catch(later);
    if (!next || language !== page.lang) return;
    t = next;
    changed();
  }

  new MutationObserver(() => void follow()).observe(page, { attributeFilter: ['lang'] });
  return { get t() { return t; } };
}

/** The network may be back in a moment. @returns {Promise<null>} */
function later() {
  return new Promise(again => setTimeout(again, 2_000, null));
}
