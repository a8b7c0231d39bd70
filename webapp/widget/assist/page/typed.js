/**
 * Remembers what was typed into masked fields and replaces it wherever else it shows up. In memory only. Pure.
 *
 *   remember(text)  at least 4 characters, and each word of it: pages take apart what they repeat; called for every state a field goes through
 *   redact(text) → the text with dots for what was typed;  redactText(text): the same for what the page says, whose words are its own, also where
 *   somebody uses them later in a longer text;  redactNames(text): for class names and the like, where plain words ("menu") are left: pages are
 *   built of those, and a search for one must not take the page apart
 */

export const DOTS = '•••••';
const SHORTEST = 4;
const PIECE = 500;
const MOST = 100_000;
const MOST_OWN = 20_000;
const WORDS = /[\p{L}\p{M}\p{N}]{4,}/gu;
const PLAIN_WORD = /^[a-z-]{1,20}$/i;

/** @typedef {Map<string, any>} Branch a letter leads to a branch; '' says that a remembered text ends here, and which kind */

/** @param {string} text */
const wordsOf = text => text.toLowerCase().match(WORDS) ?? [];

/** One way of writing for all: upper and lower case, kinds of space. @param {string} letter */
function folded(letter) {
  const small = letter.toLowerCase();
  if (small.length !== letter.length) return letter;
  return small <= ' ' || small === '\u00a0' ? ' ' : small;
}

export class Typed {
  /** @type {Branch} */ #root = new Map();
  /** @type {Set<string>} */ #recent = new Set();
  /** Single words of what was typed, and those the page had said before. @type {Set<string>} */ #words = new Set();
  /** @type {Set<string>} */ #own = new Set();
  #size = 0;

  /** @param {unknown} given */
  remember(given) {
    const text = String(given ?? '');
    if (text.length < SHORTEST) return;
    for (const line of text.split(/[\r\n]+/)) {
      for (let at = 0; at < line.length; at += PIECE) this.#keep(line.slice(at, at + PIECE).trim());
    }
  }

  /** @param {string} text */
  #keep(text) {
    if (text.length < SHORTEST || text === DOTS || this.#recent.has(text)) return;
    if (this.#size > MOST) this.#forgetOldest();
    this.#recent.add(text);
    this.#grow(text, PLAIN_WORD.test(text));
    const encoded = encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ' '));
    if (encoded !== text) this.#grow(encoded, false);
    for (const word of wordsOf(text)) if (!this.#own.has(word)) this.#words.add(word);
  }

  /** @param {string} text @param {boolean} isPlain */
  #grow(text, isPlain) {
    let branch = this.#root;
    for (let at = 0; at < text.length; at++) {
      const letter = folded(text[at]);
      let next = branch.get(letter);
      if (!next) {
        branch.set(letter, next = new Map());
        this.#size++;
      }
      branch = next;
    }
    branch.set('', isPlain ? 'plain' : 'other');
  }

  /** The latest stay, as many as take up an eighth of the room (each may stand there twice, and three times as long). */
  #forgetOldest() {
    let room = MOST / 8;
    const kept = [...this.#recent].reverse().filter(text => (room -= text.length) > 0).reverse();
    this.#root = new Map();
    this.#recent = new Set();
    this.#words = new Set();
    this.#size = 0;
    for (const text of kept) this.#keep(text);
  }

  /** @param {string} text */
  redact(text) {
    const clean = this.#replace(text, false);
    return this.#words.size ? clean.replace(WORDS, word => this.#words.has(word.toLowerCase()) ? DOTS : word) : clean;
  }

  /** @param {string} text */
  redactText(text) {
    const clean = this.redact(text);
    if (this.#own.size < MOST_OWN) for (const word of wordsOf(clean)) this.#own.add(word);
    return clean;
  }

  /** @param {string} text */
  redactNames(text) {
    return this.#replace(text, true);
  }

  /** @param {string} text @param {boolean} leavePlain */
  #replace(text, leavePlain) {
    if (!this.#size || text.length < SHORTEST) return text;
    let clean = '';
    let from = 0;
    for (let at = 0; at <= text.length - SHORTEST;) {
      const end = this.#longest(text, at, leavePlain);
      if (end) {
        clean += text.slice(from, at) + DOTS;
        at = from = end;
      } else at++;
    }
    return from ? clean + text.slice(from) : text;
  }

  /** Where the longest remembered text that begins here ends, or 0. @param {string} text @param {number} at @param {boolean} leavePlain */
  #longest(text, at, leavePlain) {
    let branch = this.#root;
    let end = 0;
    for (let to = at; to < text.length; to++) {
      const next = branch.get(folded(text[to]));
      if (!next) break;
      branch = next;
      const kind = branch.get('');
      if (kind && !(leavePlain && kind === 'plain')) end = to + 1;
    }
    return end;
  }
}
