/**
 * The keys of every command: changed by pressing another one, switched off, or all as they usually are. View.
 */
import { keyed } from '../shared/keyed.js';
import { find, mark, put, stamp } from './dom.js';
import { isFixed } from './keys.js';
import { keyFrom, lettersOf, ownKeys, usualKey, writtenKeys } from './ownkeys.js';
import { say } from './texts.js';

export class KeyTable {
  /** The command whose new key is waited for. */
  #waiting = '';
  /** @type {{name: string, key: string, other: string} | null} a key that another command has */
  #conflict = null;
  /** What there was before all was set back. @type {string | null} */
  #before = null;

  /** @param {HTMLElement} dialog @param {{prefs: import('./preferences.js').Preferences, commands: import('./commands.js').Commands}} given */
  constructor(dialog, given) {
    this.given = given;
    this.list = find(dialog, '.own-keys');
    this.word = find(dialog, '.own-keys-word');
    this.again = find(dialog, '#keys-reset');
    this.rows = keyed(this.list, name => name, name => this.#row(name), (node, name) => this.#fill(node, name));
    this.again.addEventListener('click', () => this.#reset());
    this.list.addEventListener('keydown', event => this.#key(event));
    this.list.addEventListener('focusout', () => this.#stop());
  }

  show() {
    const { commands, prefs } = this.given;
    this.letters = lettersOf(prefs.get('shortcuts'));
    this.rows.update(commands.names().filter(name => commands.title(name) !== '' && !isFixed(name)));
    const own = prefs.get('shortcuts') !== '';
    if (own) this.#before = null;
    this.again.hidden = !own && this.#before === null;
    put(this.again, say(own ? 'keys_reset' : 'keys_reset_undo'));
  }

  /** Nothing is waited for any more, and nothing is left to be said. */
  leave() {
    this.#conflict = null;
    put(this.word, '');
    this.#waiting = '';
    this.show();
  }

  /** No key is waited for any more; a conflict stays, so that one can get to its button. */
  #stop() {
    if (this.#waiting === '') return;
    this.#waiting = '';
    put(this.word, '');
    this.show();
  }

  /** @param {string} name */
  #row(name) {
    const row = stamp('t-own-key');
    find(row, '.own-key-cap').addEventListener('click', () => this.#wait(name));
    find(row, '.own-key-off').addEventListener('click', () => {
      this.#choose(name, '');
      find(row, '.own-key-cap').focus();
    });
    find(row, '.own-key-take').addEventListener('click', () => this.#take());
    // Its click comes after the button lost the focus to it.
    find(row, '.own-key-take').addEventListener('pointerdown', event => event.preventDefault());
    return row;
  }

  /** @param {HTMLElement} row @param {string} name */
  #fill(row, name) {
    const key = Object.keys(this.letters ?? {}).find(one => this.letters?.[one] === name) ?? '';
    const title = this.given.commands.title(name);
    const cap = find(row, '.own-key-cap');
    const waiting = this.#waiting === name;
    put(find(row, '.own-key-name'), title);
    put(cap, waiting ? say('keys_press') : key === '' ? say('keys_none') : key.toUpperCase());
    mark(cap, 'aria-label', waiting ? `${title}: ${say('keys_press')}` : say('keys_change', { command: title, key: key === '' ? say('keys_none') : key.toUpperCase() }));
    cap.classList.toggle('is-waiting', waiting);
    cap.classList.toggle('is-none', key === '');
    cap.classList.toggle('is-own', key !== usualKey(name));
    const off = find(row, '.own-key-off');
    off.classList.toggle('is-gone', key === '');
    mark(off, 'disabled', key === '' ? '' : null);
    mark(off, 'aria-label', say('keys_off', { command: title }));
    mark(off, 'title', say('keys_off', { command: title }));
    const conflict = this.#conflict?.name === name ? this.#conflict : null;
    find(row, '.own-key-problem').hidden = conflict === null;
    put(find(row, '.own-key-why'), conflict ? say('keys_taken', { key: conflict.key.toUpperCase(), command: this.given.commands.title(conflict.other) }) : '');
  }

  /** @param {string} name */
  #wait(name) {
    this.#waiting = name;
    this.#conflict = null;
    put(this.word, say('keys_press_hint', { command: this.given.commands.title(name) }));
    this.show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#waiting === '' || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return this.leave();
    if (event.key === 'Backspace' || event.key === 'Delete') return this.#choose(this.#waiting, '');
    const read = keyFrom(event);
    if (read === null) return;
    if ('problem' in read) return put(this.word, say(`keys_problem_${read.problem}`));
    const other = this.letters?.[read.key];
    if (other === undefined || other === this.#waiting) return this.#choose(this.#waiting, read.key);
    this.#conflict = { name: this.#waiting, key: read.key, other };
    put(this.word, '');
    this.show();
  }

  /** The other command goes without. */
  #take() {
    if (!this.#conflict) return;
    const { name, key, other } = this.#conflict;
    this.#choose(other, '', false);
    this.#choose(name, key);
    this.rows.node(name)?.querySelector('button')?.focus();
  }

  /** @param {string} name @param {string} key @param {boolean} [said] */
  #choose(name, key, said = true) {
    const { prefs, commands } = this.given;
    const own = ownKeys(prefs.get('shortcuts'));
    own.set(name, key);
    this.#waiting = '';
    this.#conflict = null;
    prefs.choose('shortcuts', writtenKeys(own));
    if (said) put(this.word, say(key === '' ? 'keys_now_off' : 'keys_now', { command: commands.title(name), key: key.toUpperCase() }));
    this.show();
  }

  #reset() {
    const { prefs } = this.given;
    const back = this.#before;
    const now = prefs.get('shortcuts');
    prefs.choose('shortcuts', now === '' ? back ?? '' : '');
    this.#before = now === '' ? null : now;
    put(this.word, say(now === '' ? 'keys_reset_undone' : 'keys_reset_done'));
    this.show();
  }
}
