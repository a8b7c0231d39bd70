/**
 * The list of answers above the composer: opens when a word begins with the prefix. The focus stays in the field. View.
 *
 * @typedef {import('./rank.js').Known} Known
 */
import { offeredBy } from '../choices.js';
import { find, mark, put, stamp } from '../dom.js';
import { say } from '../texts.js';
import { stepsOf, stepsText } from './steps.js';
import { fill } from './variables.js';
import { wordAt } from './word.js';

const EXCERPT = 140;

export class Picker {
  /** @type {Known[]} */
  #shown = [];
  #active = 0;
  /** Where the word begins that he has said no to. */
  #dismissed = -1;
  /** @type {{from: number, to: number, typed: string} | null} */
  #word = null;

  /**
   * @param {HTMLElement} root @param {HTMLTextAreaElement} area
   * @param {{shelf: import('./shelf.js').Shelf, site: () => string | undefined, value: (name: string) => string | undefined, base: string,
   *   labels: () => import('../boxes.js').Label[], chosen: (answer: Known, alone: boolean) => void}} given
   */
  constructor(root, area, given) {
    this.area = area;
    this.given = given;
    this.panel = find(root, '#answers');
    this.list = find(root, '#answers-list');
    this.said = find(root, '#answers-said');
    mark(find(root, '#answers-all'), 'href', `${given.base}/console/answers`);
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-haspopup', 'listbox');
    area.addEventListener('input', () => this.update());
    document.addEventListener('selectionchange', () => document.activeElement === area && this.update());
    area.addEventListener('blur', () => this.close());
    // Before the composer and the page's keys see them.
    area.addEventListener('keydown', event => this.#key(event), true);
    // A press on the list leaves the focus, and the telephone's keyboard, where they are.
    this.panel.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('pointermove', event => this.#choose(this.#at(event), false));
    this.list.addEventListener('click', event => this.#insert(this.#at(event)));
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** Looks at the word under the caret. */
  update() {
    const { area, given } = this;
    const word = area.selectionStart === area.selectionEnd ? wordAt(area.value, area.selectionStart, given.shelf.prefix) : null;
    if (word === null) this.#dismissed = -1;
    if (word === null || !given.shelf.known || word.from === this.#dismissed) return this.close();
    if (this.isOpen && this.#word?.from === word.from && this.#word.typed === word.typed) return;
    const found = given.shelf.find(given.site(), word.typed);
    // What fits nothing is something else, such as a path: the list is not in its way.
    if (found.length === 0 && word.typed !== '') return this.close();
    this.#word = word;
    this.#show(found);
  }

  /** Begins a search where the caret is, for those who press the button. */
  begin() {
    const { area } = this;
    area.focus();
    if (this.isOpen) return this.close();
    this.#dismissed = -1;
    const before = area.value.slice(0, area.selectionStart);
    const typed = wordAt(area.value, area.selectionStart, this.given.shelf.prefix);
    if (typed === null) {
      area.setRangeText(`${/\S$/.test(before) ? ' ' : ''}${this.given.shelf.prefix}`, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.update();
  }

  close() {
    if (!this.isOpen) return;
    this.panel.hidden = true;
    this.#word = null;
    this.area.removeAttribute('aria-activedescendant');
    this.area.removeAttribute('aria-controls');
    put(this.said, '');
  }

  /** @param {Known[]} found */
  #show(found) {
    this.#shown = found;
    this.list.hidden = found.length === 0;
    find(this.panel, '.answers-none').hidden = found.length > 0;
    find(this.panel, '.answers-preview').hidden = found.length === 0;
    this.list.replaceChildren(...found.map((answer, index) => this.#option(answer, index)));
    this.panel.hidden = false;
    this.area.setAttribute('aria-controls', 'answers-list');
    put(this.said, found.length === 0 ? say('answers_none') : say.count('answers_found', found.length));
    this.#choose(0, true);
  }

  /** @param {Known} answer @param {number} index */
  #option(answer, index) {
    const option = stamp('t-answer');
    option.id = `answer-${index}`;
    put(find(option, '.answer-shortcut'), this.given.shelf.prefix + answer.shortcut);
    put(find(option, '.answer-title'), answer.title);
    put(find(option, '.answer-kind'), say(answer.own ? 'answers_own' : answer.site === undefined ? 'answers_shared' : 'answers_site'));
    put(find(option, '.answer-text'), this.#filled(answer).slice(0, EXCERPT));
    const labels = this.given.labels();
    const steps = stepsOf(answer, labels);
    const line = find(option, '.answer-steps');
    const choices = offeredBy(answer, this.given.value).join(' · ');
    const words = [choices && say('choices_of', { choices }), steps ? stepsText(steps, labels) : ''].filter(Boolean).join(' · ');
    line.hidden = words === '';
    put(line, words);
    return option;
  }

  /** @param {Known} answer */
  #filled(answer) {
    return fill(answer.text, this.given.value);
  }

  /** @param {Event} event the place of the answer under it, or -1 */
  #at(event) {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    return option ? [...this.list.children].indexOf(option) : -1;
  }

  /** @param {number} index @param {boolean} scroll */
  #choose(index, scroll) {
    const answer = this.#shown[index];
    if (!answer) return this.area.removeAttribute('aria-activedescendant');
    this.#active = index;
    [...this.list.children].forEach((option, at) => mark(option, 'aria-selected', String(at === index)));
    const option = this.list.children[index];
    this.area.setAttribute('aria-activedescendant', option.id);
    const preview = find(this.panel, '.answers-preview');
    put(preview, this.#filled(answer));
    preview.scrollTop = 0;
    if (scroll) option.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.isOpen || event.isComposing) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const count = this.#shown.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const page = { PageDown: 1, PageUp: -1 }[event.key];
    if (event.key === 'Escape') {
      this.#dismissed = this.#word?.from ?? -1;
      this.close();
    } else if (plain && step && count > 0) this.#choose((this.#active + step + count) % count, true);
    else if (plain && page) this.#read(page);
    else if (plain && count > 0 && (event.key === 'Enter' || event.key === 'Tab')) this.#insert(this.#active);
    else {
      if (event.key === 'Tab') this.close();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Scrolls a text that is too long for its place. @param {number} pages */
  #read(pages) {
    const preview = find(this.panel, '.answers-preview');
    preview.scrollTop += pages * preview.clientHeight * 0.8;
  }

  /** @param {number} index */
  #insert(index) {
    const answer = this.#shown[index];
    const word = this.#word;
    if (!answer || !word) return;
    this.close();
    const filled = this.#filled(answer);
    this.area.setRangeText(filled, word.from, word.to, 'end');
    // What was put in is not looked up again.
    this.#dismissed = word.from;
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
    this.area.focus();
    this.given.chosen(answer, this.area.value.trim() === filled.trim());
  }
}
