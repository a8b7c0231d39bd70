/**
 * How well a text answers what was typed: whole pieces of it first, at the beginning of words best, then letters that only
 * follow each other. Case and accents do not count. Pure, and quick enough for a thousand texts at each key.
 *
 * @typedef {{text: string, at: number[] | null}} Folded what is compared, and where each of its units is in the original; null: at the same place
 * @typedef {{score: number, at: number[]}} Match `at`: which letters of the original it was
 */

const BEGINNING = 100;
const WORD = 80;
const INSIDE = 50;
const SCATTERED = 30;

/** What only isolates a name for mixed directions is no letter, and neither is an accent. */
const SILENT = /[\p{M}\u2066-\u2069]/gu;
const PLAIN = /^[ -~]*$/;
const LETTER = /[\p{L}\p{N}]/u;

/** @param {string} text @returns {string} as it is compared */
export function flat(text) {
  return PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(SILENT, '').toLowerCase();
}

/** The same, for who has to know where the letters were. @param {string} text @returns {Folded} to be kept, where the same text is looked at again */
export function fold(text) {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), at: null };
  const at = /** @type {number[]} */ ([]);
  let folded = '';
  let index = 0;
  for (const letter of text) {
    const part = flat(letter);
    for (let unit = 0; unit < part.length; unit++) at.push(index);
    folded += part;
    index += letter.length;
  }
  return { text: folded, at };
}

/** @param {string} wanted @returns {string[]} the words of it, every one of which has to be there */
export function words(wanted) {
  return flat(wanted).split(/\s+/).filter(word => word !== '');
}

/**
 * @param {Folded} folded
 * @param {string[]} wanted
 * @param {boolean} [loose] whether letters may be apart
 * @returns {Match | null}
 */
export function match({ text, at }, wanted, loose = true) {
  let score = 0;
  /** @type {Set<number>} */
  const places = new Set();
  for (const word of wanted) {
    const found = whole(text, word) ?? (loose ? scattered(text, word) : null);
    if (!found) return null;
    score += found.score;
    for (const place of found.at) places.add(at === null ? place : at[place]);
  }
  // Of two that answer alike, the shorter one is meant.
  return { score: score / Math.max(1, wanted.length) - Math.min(10, text.length / 20), at: [...places].sort((one, two) => one - two) };
}

/** @param {string} text @param {number} index */
const begins = (text, index) => index === 0 || !LETTER.test(text[index - 1]);

/** @param {number} from @param {number} count */
const run = (from, count) => Array.from({ length: count }, (_, index) => from + index);

/** @param {string} text @param {string} word @returns {Match | null} */
function whole(text, word) {
  const first = text.indexOf(word);
  if (first < 0) return null;
  for (let from = first; from >= 0; from = text.indexOf(word, from + 1)) {
    if (begins(text, from)) return { score: from === 0 ? BEGINNING : WORD, at: run(from, word.length) };
  }
  return { score: INSIDE, at: run(first, word.length) };
}

/** Begins where a word does; each piece that is apart costs. @param {string} text @param {string} word @returns {Match | null} */
function scattered(text, word) {
  for (let from = text.indexOf(word[0]); from >= 0; from = text.indexOf(word[0], from + 1)) {
    if (!begins(text, from)) continue;
    const at = [from];
    for (let index = from; at.length < word.length;) {
      index = text.indexOf(word[at.length], index + 1);
      if (index < 0) return null;
      at.push(index);
    }
    const pieces = at.filter((index, n) => n === 0 || index !== at[n - 1] + 1).length;
    return { score: Math.max(1, SCATTERED - 4 * pieces), at };
  }
  return null;
}
