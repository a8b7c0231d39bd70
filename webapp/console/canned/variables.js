/**
 * What an answer's text may hold to be filled in when it is used: {{visitor.name}}, {{agent.name}}, {{site.name}} and
 * {{attribute.plan}}, each with what stands there instead where it is not known: {{visitor.name|there}}. Pure.
 *
 *   fill('Hello {{visitor.name|there}}!', name => known[name]) → 'Hello Lin!'
 *   problem('{{visitor.nme}}') → {reason: 'unknown-variable', detail: 'visitor.nme'}
 *
 * @typedef {{text: string, name?: undefined} | {name: string, fallback: string, text: string}} Piece
 */

const KNOWN = new Set(['visitor.name', 'agent.name', 'site.name']);
const ATTRIBUTE = 'attribute.';
const LONGEST_NAME = 40;

/** @param {string} name */
function isKnown(name) {
  const length = name.length - ATTRIBUTE.length;
  return KNOWN.has(name) || (name.startsWith(ATTRIBUTE) && length > 0 && length <= LONGEST_NAME);
}

/** @param {string} text @returns {Piece[]} what is no variable stays text */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const end = text.indexOf('}}', open + 2);
    if (end < 0) break;
    const [name, fallback] = parts(text.slice(open + 2, end));
    if (isKnown(name)) found.push({ text: text.slice(from, open) }, { name, fallback, text: text.slice(open, end + 2) });
    else found.push({ text: text.slice(from, end + 2) });
    from = end + 2;
  }
  found.push({ text: text.slice(from) });
  return found;
}

/** @param {string} inside @returns {[string, string]} */
function parts(inside) {
  const bar = inside.indexOf('|');
  return bar < 0 ? [inside.trim(), ''] : [inside.slice(0, bar).trim(), inside.slice(bar + 1).trim()];
}

/** The first variable that cannot be filled in, or null. @param {string} text @returns {{reason: string, detail: string} | null} */
export function problem(text) {
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const end = text.indexOf('}}', open + 2);
    if (end < 0) return { reason: 'open-variable', detail: beginning(text.slice(open)) };
    const [name] = parts(text.slice(open + 2, end));
    if (!isKnown(name)) return { reason: 'unknown-variable', detail: beginning(name) };
    from = end + 2;
  }
  return null;
}

/** @param {string} text */
function beginning(text) {
  const line = [...text.split(/\r\n|\r|\n/)[0]];
  return line.length <= LONGEST_NAME ? line.join('') : `${line.slice(0, LONGEST_NAME).join('')}…`;
}

/**
 * A value that is not known and has no fallback leaves no gap: a blank before or behind it goes with it.
 *
 * @param {string} text @param {(name: string) => string | undefined} known
 */
export function fill(text, known) {
  let done = '';
  let gap = false;
  for (const piece of pieces(text)) {
    if (piece.name !== undefined) {
      const value = (known(piece.name) ?? '').replace(/\s+/g, ' ').trim() || piece.fallback;
      done += value;
      gap = value === '';
      continue;
    }
    let next = piece.text;
    if (gap && next.startsWith(' ') && /(?:^|\s)$/.test(done.slice(-1))) next = next.slice(1);
    else if (gap && done.endsWith(' ') && /^(?:\p{P}|\n|$)/u.test(next)) done = done.slice(0, -1);
    done += next;
    gap = gap && next === '';
  }
  return done;
}
