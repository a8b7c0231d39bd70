/**
 * Light, safe Markdown. Pure; linear in the length of the text, whatever it is.
 *
 *   parse(text) → blocks
 *     {type: 'text', children} · {type: 'quote', children} · {type: 'list', ordered, start, items: [children]} · {type: 'code', text}
 *   children (inline):
 *     {type: 'text', text} · {type: 'break'} · {type: 'code', text} · {type: 'strong' | 'em' | 'del', children} · {type: 'link', href, children}
 *
 * Links go to http, https and mailto only; anything else stays the text it was. There is no raw HTML and no image.
 * shared/rich.js makes nodes of it; `plain(text)` is the text without marks, for previews and announcements.
 */

import { inline } from './inline.js';

/**
 * @typedef {{type: string, text?: string, href?: string, children?: Inline[]}} Inline
 * @typedef {{type: 'text' | 'quote', children: Inline[]} | {type: 'list', ordered: boolean, start: number, items: Inline[][]} | {type: 'code', text: string}} Block
 */

/** @param {string} text @returns {Block[]} */
export function parse(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  let noFence = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line.startsWith('```') && !noFence) {
      let end = at + 1;
      while (end < lines.length && lines[end].trimEnd() !== '```') end++;
      if (end < lines.length) {
        blocks.push({ type: 'code', text: lines.slice(at + 1, end).join('\n') });
        at = end + 1;
        continue;
      }
      noFence = true;
    }
    const kind = kindOf(line);
    const from = at;
    while (at < lines.length && kindOf(lines[at]) === kind && (at === from || !lines[at].startsWith('```') || noFence)) at++;
    const block = build(kind, lines.slice(from, at));
    if (block) blocks.push(block);
  }
  return blocks;
}

/** @param {string} line */
function kindOf(line) {
  if (line.startsWith('> ')) return 'quote';
  if (/^[-*•] /.test(line)) return 'list';
  return /^\d{1,3}[.)] /.test(line) ? 'numbers' : 'text';
}

/** @param {string} kind @param {string[]} lines @returns {Block | null} */
function build(kind, lines) {
  if (kind === 'list') return { type: 'list', ordered: false, start: 1, items: lines.map(line => inline(line.slice(2))) };
  if (kind === 'numbers') {
    const items = lines.map(line => inline(line.slice(line.indexOf(' ') + 1)));
    return { type: 'list', ordered: true, start: parseInt(lines[0], 10), items };
  }
  if (kind === 'quote') return { type: 'quote', children: inline(lines.map(line => line.slice(2)).join('\n')) };
  const said = trimBlank(lines).join('\n');
  return said ? { type: 'text', children: inline(said) } : null;
}

/** @param {string[]} lines */
function trimBlank(lines) {
  let from = 0;
  let to = lines.length;
  while (from < to && !lines[from].trim()) from++;
  while (to > from && !lines[to - 1].trim()) to--;
  return lines.slice(from, to);
}

/** @param {string} text */
export function plain(text) {
  return parse(text).map(block => block.type === 'code' ? block.text
    : block.type === 'list' ? block.items.map(bare).join(' ') : bare(block.children)).join(' ').replace(/\s+/g, ' ').trim();
}

/** @param {Inline[]} children @returns {string} */
function bare(children) {
  return children.map(one => one.children ? bare(one.children) : one.type === 'break' ? ' ' : one.text ?? '').join('');
}
