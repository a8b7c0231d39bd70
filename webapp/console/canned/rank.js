/**
 * Which answers fit what is typed, the best first: its shortcut, then its title, then its text; letters that are left
 * out are forgiven in shortcut and title. Pure.
 *
 * @typedef {{id: string, shortcut: string, title: string, text: string, own: boolean, site?: string, choices?: string[]} & import('./steps.js').Steps} Answer
 * @typedef {Answer & {folded: {shortcut: string, title: string, text: string}}} Known
 */

/** Without accents and capitals, so that nobody has to type them. @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @param {Answer} answer @returns {Known} */
export function folded(answer) {
  return { ...answer, folded: { shortcut: fold(answer.shortcut), title: fold(answer.title), text: fold(answer.text) } };
}

/** @param {Known[]} answers @param {string} typed @param {number} [most] @returns {Known[]} */
export function rank(answers, typed, most = 50) {
  const query = fold(typed);
  return answers
    .map(answer => ({ answer, at: place(answer.folded, query) }))
    .filter(one => one.at < Infinity)
    .sort((one, two) => one.at - two.at || compare(one.answer, two.answer))
    .slice(0, most)
    .map(one => one.answer);
}

/** The smaller the better. @param {Known['folded']} answer @param {string} query */
function place({ shortcut, title, text }, query) {
  if (shortcut === query) return 0;
  if (shortcut.startsWith(query)) return 1;
  if (beginsWord(title, query)) return 2;
  if (shortcut.includes(query)) return 3;
  if (title.includes(query)) return 4;
  if (beginsWord(text, query)) return 5;
  if (query.length > 1 && text.includes(query)) return 6;
  if (query.length > 1 && holds(shortcut, query)) return 7;
  if (query.length > 2 && holds(title, query)) return 8;
  return Infinity;
}

/** @param {string} text @param {string} query */
function beginsWord(text, query) {
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}

/** Whether the letters come in this order, others between them. @param {string} text @param {string} query */
function holds(text, query) {
  let at = -1;
  for (const letter of query) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** His own before those of all, this site's before those of every site. @param {Answer} one @param {Answer} two */
function compare(one, two) {
  return Number(two.own) - Number(one.own)
    || Number(two.site !== undefined) - Number(one.site !== undefined)
    || one.shortcut.localeCompare(two.shortcut);
}
