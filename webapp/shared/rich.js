/**
 * Makes nodes of light Markdown. View: text nodes only, never markup.
 *
 *   node.replaceChildren(rich(text))
 *   isEmojiOnly(text) → up to three emoji and nothing else, to be shown large
 */

import { parse } from './markdown.js';

/** @typedef {import('./markdown.js').Inline} Inline */

/** @param {string} text */
export function rich(text) {
  const fragment = document.createDocumentFragment();
  for (const block of parse(text)) {
    if (block.type === 'code') fragment.append(within('pre', [within('code', [block.text])]));
    else if (block.type === 'list') fragment.append(list(block));
    else fragment.append(within(block.type === 'quote' ? 'blockquote' : 'p', block.children.map(inline)));
  }
  return fragment;
}

/** @param {{ordered: boolean, start: number, items: Inline[][]}} block */
function list(block) {
  const node = within(block.ordered ? 'ol' : 'ul', block.items.map(item => within('li', item.map(inline))));
  if (block.ordered) node.setAttribute('start', String(block.start));
  return node;
}

/** @param {Inline} part @returns {Node} */
function inline(part) {
  if (part.type === 'text') return document.createTextNode(part.text ?? '');
  if (part.type === 'break') return document.createElement('br');
  if (part.type === 'code') return within('code', [part.text ?? '']);
  const children = (part.children ?? []).map(inline);
  if (part.type !== 'link') return within(part.type, children);
  const link = /** @type {HTMLAnchorElement} */ (within('a', children));
  link.href = part.href ?? '';
  link.title = part.href ?? '';
  link.target = '_blank';
  link.rel = 'noopener nofollow noreferrer';
  return link;
}

/** @param {string} name @param {(Node | string)[]} children */
function within(name, children) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

/** @param {string} text */
export function isEmojiOnly(text) {
  return text.length <= 24 && /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:[\p{Emoji_Modifier}\u200d\ufe0f]|\p{Extended_Pictographic}){0,11}$/u.test(text.trim());
}
