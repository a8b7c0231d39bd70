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
  ['quote', ['C']],
  ['choices', ['B']],
  ['note', ['N']],
  ['claim', ['A']],
  ['takeOver', ['O']],
  ['join', ['I']],
  ['close', ['E']],
  ['release', ['U']],
  ['edit', ['M']],
  ['transfer', ['T']],
  ['snooze', ['S']],
  ['labels', ['L']],
  ['undo', ['Z']],
  ['select', ['X']],
  ['filter', ['/']],
  ['box1', ['1', '2', '3', '4', '5']],
  ['details', ['D']],
  ['visitors', ['V']],
  ['palette', ['Ctrl / ⌘', 'K']],
  ['help', ['?']],
  ['back', ['Esc']],
  ['editUp', ['↑']],
  ['send', ['Enter']],
  ['newline', ['Shift', 'Enter']],
  ['sendAndClose', ['Ctrl / ⌘', 'Enter']],
];

/** @type {Record<string, string>} */
export const USUAL_LETTERS = {
  j: 'next', k: 'previous', r: 'reply', n: 'note', a: 'claim', e: 'close', u: 'release', s: 'snooze', l: 'labels', d: 'details', z: 'undo', x: 'select', t: 'transfer', m: 'edit', c: 'quote', b: 'choices', o: 'takeOver', i: 'join', v: 'visitors',
  '/': 'filter', '?': 'help', 1: 'box1', 2: 'box2', 3: 'box3', 4: 'box4', 5: 'box5',
};

/** @typedef {{letters?: Record<string, string>, enter?: string}} Habits an agent's own keys, and whether Enter is `send` or `newline` */

/** How the key of one command is written, empty where it has none. @param {string} name @param {Record<string, string>} [letters] @returns {string[]} */
export function keysOf(name, letters = USUAL_LETTERS) {
  const letter = Object.keys(letters).find(key => letters[key] === name);
  if (letter !== undefined) return [letter.toUpperCase()];
  const known = Object.values(USUAL_LETTERS).includes(name);
  return known ? [] : [...SHORTCUTS.find(([one]) => one === name)?.[1] ?? []];
}

/** Whether its key is no letter, and so always the same. @param {string} name */
export function isFixed(name) {
  return SHORTCUTS.some(([one]) => one === name) && !Object.values(USUAL_LETTERS).includes(name);
}

/** Every key as this agent has it, for the help: what he switched off is left out. @param {Habits} habits @returns {[string, string[]][]} */
export function shortcuts({ letters = USUAL_LETTERS, enter = 'send' }) {
  /** @type {[string, string[]][]} */
  const lines = SHORTCUTS.map(([name, keys]) => {
    if (isFixed(name)) return [name, [...WITH_NEWLINE[enter === 'newline' ? name : ''] ?? keys]];
    return [name, (name === 'box1' ? ['box1', 'box2', 'box3', 'box4', 'box5'] : [name]).flatMap(one => keysOf(one, letters))];
  });
  return lines.filter(([, keys]) => keys.length > 0);
}

/** Where Enter makes a new line, something else sends. @type {Record<string, readonly string[]>} */
const WITH_NEWLINE = { send: ['Ctrl / ⌘', 'Enter'], newline: ['Enter'], sendAndClose: ['Ctrl / ⌘', 'Shift', 'Enter'] };

/** @type {Record<string, string>} */
const LIST = { ArrowDown: 'down', ArrowUp: 'up', Home: 'first', End: 'last' };

/**
 * @param {Stroke} stroke
 * @param {Place} place where the focus is
 * @param {Habits} [habits]
 * @returns {string | null} the command, or null: the key is not ours
 */
export function command(stroke, place, { letters = USUAL_LETTERS, enter = 'send' } = {}) {
  if (stroke.altKey || stroke.isComposing || place.dialog) return null;
  if (stroke.ctrlKey || stroke.metaKey) {
    if (isK(stroke)) return stroke.shiftKey ? null : 'palette';
    if (!place.writing || stroke.key !== 'Enter') return null;
    return enter === 'newline' && !stroke.shiftKey ? 'send' : 'sendAndClose';
  }
  if (stroke.key === 'Escape') return 'back';
  if (place.writing) return null;
  if (place.inList && Object.hasOwn(LIST, stroke.key)) return LIST[stroke.key];
  const letter = stroke.key.length === 1 ? stroke.key.toLowerCase() : '';
  // With Shift a letter is another one; a sign may need it.
  if (stroke.shiftKey && letter !== letter.toUpperCase()) return null;
  return Object.hasOwn(letters, letter) ? letters[letter] : null;
}

/** On a keyboard of another script it is the key in the place of K. @param {Stroke} stroke */
function isK(stroke) {
  return stroke.key.toLowerCase() === 'k' || (stroke.code === 'KeyK' && /[^\x00-\x7f]/.test(stroke.key));
}
