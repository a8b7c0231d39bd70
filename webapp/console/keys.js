/**
 * Which command a key means. Single letters only outside text fields; nothing with Alt, which browsers and
 * keyboard layouts own. Pure: takes what a KeyboardEvent says, knows no page.
 *
 * @typedef {{key: string, code?: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, shiftKey?: boolean,
 *   isComposing?: boolean}} Stroke
 * @typedef {{writing: boolean, inList: boolean, dialog: boolean}} Place
 */

/** What the help shows, in its order: [command, how it is written]. @type {ReadonlyArray<readonly [string, readonly string[]]>} */
export const SHORTCUTS = [
  ['next', ['J']],
  ['previous', ['K']],
  ['down', ['↓', '↑']],
  ['enter', ['Enter']],
  ['reply', ['R']],
  ['claim', ['A']],
  ['close', ['E']],
  ['release', ['U']],
  ['undo', ['Z']],
  ['filter', ['/']],
  ['box1', ['1', '2', '3', '4']],
  ['details', ['D']],
  ['palette', ['Ctrl / ⌘', 'K']],
  ['help', ['?']],
  ['back', ['Esc']],
  ['send', ['Enter']],
  ['newline', ['Shift', 'Enter']],
  ['sendAndClose', ['Ctrl / ⌘', 'Enter']],
];

/** @type {Record<string, string>} */
const LETTERS = {
  j: 'next', k: 'previous', r: 'reply', a: 'claim', e: 'close', u: 'release', d: 'details', z: 'undo',
  '/': 'filter', '?': 'help', 1: 'box1', 2: 'box2', 3: 'box3', 4: 'box4',
};

/** How the key of one command is written, empty where it has none. @param {string} name @param {Record<string, string>} [letters] @returns {string[]} */
export function keysOf(name, letters = LETTERS) {
  const letter = Object.keys(letters).find(key => letters[key] === name);
  if (letter !== undefined) return [letter.toUpperCase()];
  const known = Object.values(LETTERS).includes(name);
  return known ? [] : [...SHORTCUTS.find(([one]) => one === name)?.[1] ?? []];
}

/** @type {Record<string, string>} */
const LIST = { ArrowDown: 'down', ArrowUp: 'up', Home: 'first', End: 'last' };

/**
 * @param {Stroke} stroke
 * @param {Place} place where the focus is
 * @returns {string | null} the command, or null: the key is not ours
 */
export function command(stroke, place) {
  if (stroke.altKey || stroke.isComposing || place.dialog) return null;
  if (stroke.ctrlKey || stroke.metaKey) {
    if (isK(stroke)) return stroke.shiftKey ? null : 'palette';
    return place.writing && stroke.key === 'Enter' ? 'sendAndClose' : null;
  }
  if (stroke.key === 'Escape') return 'back';
  if (place.writing) return null;
  if (place.inList && Object.hasOwn(LIST, stroke.key)) return LIST[stroke.key];
  const letter = stroke.key.length === 1 ? stroke.key.toLowerCase() : '';
  if (stroke.shiftKey && letter !== '?' && letter !== '/') return null;
  return Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : null;
}

/** On a keyboard of another script it is the key in the place of K. @param {Stroke} stroke */
function isK(stroke) {
  return stroke.key.toLowerCase() === 'k' || (stroke.code === 'KeyK' && /[^\x00-\x7f]/.test(stroke.key));
}
