/**
 * Marks the colleagues a note mentions, in its text as it is shown. View.
 */
import { spans } from './mentions.js';

/** @param {HTMLElement} bubble @param {import('./mentions.js').Colleague[]} team those it mentions @param {string | undefined} me */
export function markMentions(bubble, team, me) {
  if (team.length === 0) return;
  const walker = document.createTreeWalker(bubble, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    // From the end, so that what is before stays where it is.
    for (const { from, to, ids } of spans(text.data, team).reverse()) {
      const name = text.splitText(from);
      name.splitText(to - from);
      const node = document.createElement('span');
      node.className = me !== undefined && ids.includes(me) ? 'mention is-me' : 'mention';
      name.replaceWith(node);
      node.append(name);
    }
  }
}
