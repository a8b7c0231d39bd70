/**
 * How well a text answers what was typed: whole pieces of it first, at the beginning of words best, then letters that only
 * follow each other. Case and accents do not count. Pure.
 *
 * @typedef {{letters: string[], at: number[]}} Folded letters to compare, and where each is in the text
 * @typedef {{score: number, at: number[]}} Match `at`: which letters of the text it was
 */

const BEGINNING = 100;
const WORD = 80;
const INSIDE = 50;
const SCATTERED = 30;

/** What only isolates a name for mixed directions is no letter, and neither is an accent. */
const SILENT = /[\p{M}\u2066-\u2069]/gu;

/** @param {string} text @returns {Folded} to be kept, where the same text is looked at again */
export function fold(text) {
  const folded = { letters: /** @type {string[]} */ ([]), at: /** @type {number[]} */ ([]) };
  let index = 0;
  for (const letter of text) {
    for (const part of letter.normalize('NFD').replace(SILENT, '').toLowerCase()) {
      folded.letters.push(part);
      folded.at.push(index);
    }
    index += letter.length;
  }
  return folded;
}

/**
 * @param {Folded} text
 * @param {string} wanted every word of it has to be there
 * @param {boolean} [loose] whether letters may be apart
 * @returns {Match | null}
 */
export function match(text, wanted, loose = true) {
  const words = fold(wanted).letters.join('').split(/\s+/).filter(word => word !== '');
  let score = 0;
  /** @type {Set<number>} */
  const at = new Set();
  for (const word of words) {
    const letters = [...word];
    const found = whole(text.letters, letters) ?? (loose ? scattered(text.letters, letters) : null);
    if (!found) return null;
    score += found.score;
    found.at.forEach(index => at.add(text.at[index]));
  }
  // Of two that answer alike, the shorter one is meant.
  return { score: score / Math.max(1, words.length) - Math.min(10, text.letters.length / 20), at: [...at].sort((one, two) => one - two) };
}

/** @param {string[]} letters @param {number} index */
const begins = (letters, index) => index === 0 || !/[\p{L}\p{N}]/u.test(letters[index - 1]);

/** @param {string[]} letters @param {string[]} word @returns {Match | null} */
function whole(letters, word) {
  let inside = -1;
  for (let from = 0; from + word.length <= letters.length; from++) {
    if (!word.every((letter, index) => letters[from + index] === letter)) continue;
    if (begins(letters, from)) return { score: from === 0 ? BEGINNING : WORD, at: word.map((_, index) => from + index) };
    if (inside < 0) inside = from;
  }
  return inside < 0 ? null : { score: INSIDE, at: word.map((_, index) => inside + index) };
}

/** Begins where a word does; each piece that is apart costs. @param {string[]} letters @param {string[]} word @returns {Match | null} */
function scattered(letters, word) {
  for (let from = 0; from < letters.length; from++) {
    if (letters[from] !== word[0] || !begins(letters, from)) continue;
    const at = [from];
    for (let index = from + 1; index < letters.length && at.length < word.length; index++) {
      if (letters[index] === word[at.length]) at.push(index);
    }
    if (at.length < word.length) return null;
    const pieces = at.filter((index, n) => n === 0 || index !== at[n - 1] + 1).length;
    return { score: Math.max(1, SCATTERED - 4 * pieces), at };
  }
  return null;
}
