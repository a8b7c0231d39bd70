/**
 * The answers this agent can use, as the server told them: his own and those of all. Pure.
 */
import { folded, rank } from './rank.js';

export class Shelf {
  /** @type {import('./rank.js').Known[]} */
  #own = [];
  /** @type {import('./rank.js').Known[]} */
  #shared = [];
  /** What he types at the beginning of a word to look for one. */
  prefix = '/';
  /** Whether the server has told them. */
  known = false;

  /** @param {Frame} frame an `answers`: it replaces all of its scope */
  apply(frame) {
    const own = frame.scope === 'own';
    const items = frame.items.map((/** @type {any} */ item) => folded({ ...item, own }));
    if (own) this.#own = items;
    else this.#shared = items;
    if (typeof frame.prefix === 'string') this.prefix = frame.prefix;
    this.known ||= own;
  }

  /** Those for a conversation of this site. @param {string | undefined} site its key */
  of(site) {
    return [...this.#own, ...this.#shared.filter(answer => answer.site === undefined || answer.site === site)];
  }

  /** @param {string | undefined} site @param {string} typed */
  find(site, typed) {
    return rank(this.of(site), typed);
  }
}
