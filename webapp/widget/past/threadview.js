/** An earlier chat, drawn as the one he is in is drawn. View. */

import { el } from '../el.js';
import { partWords } from '../partwords.js';

/**
 * @param {object} given
 * @param {import('../site.js').Site} given.site
 * @param {ReturnType<typeof import('../words.js').createWords>} given.words
 * @param {typeof import('../messages.js').createMessages} given.createMessages
 * @param {(bubble: Element, files: any[]) => void} given.fill
 * @param {HTMLElement} given.box what scrolls
 * @param {import('./reading.js').Reading} given.reading
 * @param {() => void} given.older
 */
export function createThreadView({ site, words, createMessages, fill, box, reading, older }) {
  const { transcript } = reading;
  const node = el('div', { className: 'list' });
  node.setAttribute('role', 'log');
  node.setAttribute('aria-live', 'off');
  // As much of a chat as the messages look at: nothing is on its way, and its end is told, since no banner tells it.
  const chat = {
    transcript: {
      get entries() { return [...transcript.entries, /** @type {Entry} */ ({ type: 'rated' })]; },
      get marks() { return transcript.marks; },
      hasOlder: true,
    },
    outbox: { items: [] }, unseen: { line: 0 }, older,
  };
  const messages = createMessages(site, words, /** @type {any} */ (chat), fill, node);

  return {
    node,
    /** The reader stays where he is while something comes above, and begins at the end. @param {number} below how far that was */
    show(below) {
      if (!transcript.entries.length) return;
      node.setAttribute('aria-label', words.t('messages'));
      const isFirst = !node.firstChild;
      const { fresh } = messages.update();
      if (fresh.length) box.scrollTop = isFirst ? box.scrollHeight : box.scrollHeight - below;
    },
    /** What was done by help on the page is told in the words of that part. */
    async helped() {
      if (words.assisted || !transcript.entries.some(entry => entry.type === 'assisted')) return;
      const [{ sentence }, said] = await Promise.all([import('../assist/sentences.js'), partWords('assist', () => {})]);
      words.assisted ??= entry => sentence(said.t, entry);
      messages.update();
    },
  };
}

/** @typedef {ReturnType<typeof createThreadView>} ThreadView */
