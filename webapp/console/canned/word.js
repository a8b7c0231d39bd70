/**
 * The word under the caret, if it begins with the prefix: what the agent looks for. Pure.
 */

/** Longer than any shortcut can be. */
const LONGEST = 40;

/**
 * @param {string} text @param {number} caret @param {string} prefix
 * @returns {{from: number, to: number, typed: string} | null}
 */
export function wordAt(text, caret, prefix) {
  if (caret < text.length && !/\s/.test(text[caret])) return null;
  let from = caret;
  while (from > 0 && !/\s/.test(text[from - 1]) && caret - from <= LONGEST + prefix.length) from--;
  if (from > 0 && !/\s/.test(text[from - 1])) return null;
  const word = text.slice(from, caret);
  return word.startsWith(prefix) ? { from, to: caret, typed: word.slice(prefix.length) } : null;
}
