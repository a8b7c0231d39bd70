/**
 * Style sheets of a stranger: without imports, without what ever ran code, addresses only as `address` lets them pass.
 * Works on tokens, because escapes and comments hide words from plain searches. Pure.
 */

const IDENT = String.raw`(?:[-\w\u0080-\uffff]|\\(?:[0-9a-fA-F]{1,6}\s?|[^\n0-9a-fA-F]))+`;
const TOKEN = new RegExp(String.raw`\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|@?${IDENT}|\s+|[^]`, 'gu');
const URL_END = /\(\s*(?:"((?:\\[^]|[^"\\\n])*)"|'((?:\\[^]|[^'\\\n])*)'|((?:\\[0-9a-fA-F]{1,6}\s?|\\[^]|[^()"'\\\s])*))\s*\)/yu;
/** Properties that once ran code. */
const RAN = new Set(['behavior', '-moz-binding']);

/** @param {string} text what it says without escapes */
export function unescaped(text) {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/giu, (_, code, letter) => {
    if (code === undefined) return letter;
    const point = parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

/** @param {string} css @param {(url: string) => string | null} address answers the address to use, or null for none */
export function safeCss(css, address) {
  const out = [];
  let last = '{';
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(css); found; found = TOKEN.exec(css)) {
    const token = found[0];
    const word = /^@?[-\w\\\u0080-\uffff]/u.test(token) ? unescaped(token).toLowerCase() : '';
    if (word === '@import') {
      TOKEN.lastIndex = endOfStatement(css, TOKEN.lastIndex);
    } else if ((word === 'url' || word === 'src') && css[TOKEN.lastIndex] === '(') {
      const [text, end] = location(css, TOKEN.lastIndex, address);
      out.push(text);
      TOKEN.lastIndex = end;
    } else if ((word === 'expression' && css[TOKEN.lastIndex] === '(') || (RAN.has(word) && (last === '{' || last === ';'))) {
      out.push('-removed');
    } else out.push(token);
    if (!/^(?:\s|\/\*)/.test(token)) last = token;
  }
  return out.join('');
}

/** @param {string} css @param {number} from @param {(url: string) => string | null} address @returns {[string, number]} */
function location(css, from, address) {
  URL_END.lastIndex = from;
  const found = URL_END.exec(css);
  if (!found) return ['-removed', from];
  const end = URL_END.lastIndex;
  const safe = address(unescaped(found[1] ?? found[2] ?? found[3]).trim());
  return [safe === null ? 'url("data:,")' : `url("${safe.replace(/["\\\n\r\f]/g, letter => encodeURIComponent(letter))}")`, end];
}

/** Where an at-statement is over: behind its semicolon, or before what closes the block around it. @param {string} css @param {number} from */
function endOfStatement(css, from) {
  const token = new RegExp(TOKEN.source, 'gu');
  token.lastIndex = from;
  let depth = 0;
  for (let found = token.exec(css); found; found = token.exec(css)) {
    if (found[0] === '(') depth++;
    if (found[0] === ')') depth--;
    if (found[0] === ';' && depth <= 0) return token.lastIndex;
    if (found[0] === '}' && depth <= 0) return token.lastIndex - 1;
  }
  return css.length;
}
