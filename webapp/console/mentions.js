/**
 * Mentions in a note: `@` and a colleague's name as it is written. Pure.
 *
 *   mentionAt('Ask @be', 7) → {from: 4, query: 'be'}      what is being written at the caret, or null
 *   candidates('be', agents, me) → those it may mean, the likeliest first
 *   completed('Ask @be', 7, mention, 'Ben') → {text: 'Ask @Ben ', caret: 9}
 *   spans('Ask @Ben!', agents) → [{from: 4, to: 8, ids: ['2']}]
 *   mentioned('Ask @Ben!', agents) → ['2']
 *
 * @typedef {{id: string, name: string, status?: string}} Colleague
 * @typedef {{from: number, query: string}} Mention
 */

/** The protocol takes no more of one note. */
const MOST = 10;
const OFFERED = 6;
const LONGEST = 40;

/** @param {string} text @param {number} caret @returns {Mention | null} */
export function mentionAt(text, caret) {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || isWord(text[from - 1])) return null;
  const query = text.slice(from + 1, caret);
  return query.length > LONGEST || /[\n@]|^\s|\s\s/.test(query) ? null : { from, query };
}

/** @param {string} query @param {Colleague[]} agents @param {string | undefined} me */
export function candidates(query, agents, me) {
  const wanted = query.toLocaleLowerCase();
  const rank = (/** @type {Colleague} */ agent) => {
    const name = agent.name.toLocaleLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.split(/\s+/).some(word => word.startsWith(wanted)) ? 1 : 2;
  };
  return agents.filter(agent => agent.id !== me && rank(agent) < 2).sort((one, two) => rank(one) - rank(two)).slice(0, OFFERED);
}

/** @param {string} text @param {number} caret @param {Mention} mention @param {string} name */
export function completed(text, caret, mention, name) {
  const before = `${text.slice(0, mention.from)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

/** Where in the text whom; of several names that fit, the longest. @param {string} text @param {Colleague[]} agents */
export function spans(text, agents) {
  const found = [];
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const fits = isWord(text[from - 1]) ? [] : agents.filter(agent => startsWith(text, from + 1, agent.name));
    const length = Math.max(0, ...fits.map(agent => agent.name.length));
    const ids = fits.filter(agent => agent.name.length === length).map(agent => agent.id);
    if (ids.length) found.push({ from, to: from + 1 + length, ids });
  }
  return found;
}

/** @param {string} text @param {Colleague[]} agents */
export function mentioned(text, agents) {
  return [...new Set(spans(text, agents).flatMap(span => span.ids))].slice(0, MOST);
}

/** @param {string} text @param {number} at @param {string} name */
function startsWith(text, at, name) {
  const here = text.slice(at, at + name.length);
  return name !== '' && here.toLocaleLowerCase() === name.toLocaleLowerCase() && !isWord(text[at + name.length]);
}

/** @param {string | undefined} letter */
const isWord = letter => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
