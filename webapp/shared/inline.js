/**
 * The marks inside a line: **strong**, *em*, ~~del~~, `code`, [label](address) and bare addresses. Pure, linear: one
 * pass; at most one opener of each kind is open; what searches ahead searches a bounded stretch.
 *
 *   inline(text) → [{type, …}] as described in markdown.js;  safeAddress(text) → href or null
 */

const MARKS = [['**', 'strong'], ['__', 'strong'], ['~~', 'del'], ['*', 'em'], ['_', 'em']];
const ADDRESS = 2_000;
const LABEL = 300;
const CODE = 2_000;

/** @typedef {import('./markdown.js').Inline} Inline */

/** @param {string} text @returns {Inline[]} */
export function inline(text) {
  /** @type {Inline[]} */
  const out = [];
  /** @type {{mark: string, index: number}[]} */
  let open = [];
  let at = 0;
  let from = 0;

  function flush() {
    if (at > from) out.push({ type: 'text', text: text.slice(from, at) });
  }
  /** @param {Inline} node @param {number} length */
  function put(node, length) {
    flush();
    out.push(node);
    from = at += length;
  }

  while (at < text.length) {
    const char = text[at];
    if (char === '\n') put({ type: 'break' }, 1);
    else if (char === '\\' && /[\\`*_~[\]()>]/.test(text[at + 1] ?? '')) put({ type: 'text', text: text[at + 1] }, 2);
    else if (char === '`' && code()) continue;
    else if (char === '[' && link()) continue;
    else if ((char === '*' || char === '_' || char === '~') && mark()) continue;
    else if ((char === 'h' || char === 'H' || char === 'w' || char === 'W' || char === 'm' || char === 'M') && bareLink()) continue;
    else at++;
  }
  flush();
  return out;

  function code() {
    const end = text.slice(at + 1, at + CODE).indexOf('`');
    if (end < 1) return false;
    put({ type: 'code', text: text.slice(at + 1, at + 1 + end) }, end + 2);
    return true;
  }

  function link() {
    const label = text.slice(at + 1, at + LABEL).indexOf('](');
    if (label < 1) return false;
    const start = at + label + 3;
    const end = text.slice(start, start + ADDRESS).indexOf(')');
    const href = end > 0 ? safeAddress(text.slice(start, start + end)) : null;
    if (!href) return false;
    put({ type: 'link', href, children: [{ type: 'text', text: text.slice(at + 1, at + 1 + label) }] }, label + end + 4);
    return true;
  }

  function bareLink() {
    if (isWord(text[at - 1])) return false;
    const head = text.slice(at, at + 8).toLowerCase();
    if (!head.startsWith('http://') && !head.startsWith('https://') && !head.startsWith('www.') && !head.startsWith('mailto:')) return false;
    let end = at;
    while (end < text.length && end - at < ADDRESS && !/[\s<>"`\u3000-\u3002\uff00-\uffef]/.test(text[end])) end++;
    const said = trimTail(text.slice(at, end));
    const href = safeAddress(head.startsWith('www.') ? `https://${said}` : said);
    if (!href) {
      // Stepped over as a whole: starting again at each of its letters would not be linear.
      at += Math.max(1, said.length);
      return true;
    }
    put({ type: 'link', href, children: [{ type: 'text', text: said }] }, said.length);
    return true;
  }

  function mark() {
    const found = MARKS.find(([sign]) => text.startsWith(sign, at));
    if (!found) return false;
    const [sign, type] = found;
    const before = text[at - 1];
    const next = text[at + sign.length];
    const opener = open.find(one => one.mark === sign);
    if (opener && before && !isSpace(before) && !isWord(next) && out.length + (at > from ? 1 : 0) > opener.index + 1) {
      flush();
      out.splice(opener.index, Infinity, { type, children: out.slice(opener.index + 1) });
      open = open.slice(0, open.indexOf(opener));
      from = at += sign.length;
      return true;
    }
    if (opener || isWord(before) || !next || isSpace(next)) return false;
    flush();
    open.push({ mark: sign, index: out.length });
    out.push({ type: 'text', text: sign });
    from = at += sign.length;
    return true;
  }
}

/** Sentence marks after an address do not belong to it, nor does a bracket that was opened before it. @param {string} said */
function trimTail(said) {
  let depth = 0;
  for (const char of said) depth += char === '(' ? 1 : char === ')' ? -1 : 0;
  let end = said.length;
  for (; end > 0; end--) {
    const char = said[end - 1];
    if (char === ')' && depth < 0) depth++;
    else if (!'.,;:!?\'*_~]}'.includes(char)) break;
  }
  return said.slice(0, end);
}

/** @param {string} said @returns {string | null} */
export function safeAddress(said) {
  if (said.length > ADDRESS || /[\s\u0000-\u0020\u007f]/.test(said) || !/^(https?:\/\/|mailto:)[^/]/i.test(said)) return null;
  try {
    const url = new URL(said);
    // A name before the host ("https://bank.example@evil.example") only ever serves to deceive.
    if (url.username || url.password) return null;
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Latin letters and digits only: scripts without spaces put marks inside words. @param {string | undefined} char */
function isWord(char) {
  return char !== undefined && /[A-Za-z0-9\u00c0-\u024f]/.test(char);
}

/** @param {string} char */
function isSpace(char) {
  return /\s/.test(char);
}
