/**
 * The command palette: one field for everything, by keyboard or mouse. View.
 *
 * @typedef {import('./palette.js').Entry} Entry
 * @typedef {import('./palette.js').Found} Found
 */
import { closeBeside, find, mark, put, stamp } from './dom.js';
import { showEmpty } from './emptyview.js';
import { recentFrom, remembered, searcher } from './palette.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

const KEPT = 'palette';

export class PaletteView {
  /** @type {Found[]} */
  #found = [];
  #active = 0;
  #search = searcher([]);

  /** @param {HTMLElement} root @param {{entries: () => Entry[], store: Store}} given `entries`: asked each time it opens */
  constructor(root, given) {
    this.given = given;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#palette'));
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#palette-text'));
    this.list = find(this.dialog, '#palette-list');
    find(root, '#palette-open').addEventListener('click', () => this.open());
    find(this.dialog, '.palette-close').addEventListener('click', () => this.dialog.close());
    this.field.addEventListener('input', () => this.#show());
    this.dialog.addEventListener('keydown', event => this.#key(event));
    closeBeside(this.dialog);
    // The field keeps the focus, whatever is touched.
    this.list.addEventListener('pointerdown', event => event.preventDefault());
    this.list.addEventListener('pointermove', event => this.#point(event.target));
    this.list.addEventListener('click', event => {
      this.#point(event.target);
      if (optionOf(event.target)) this.#run();
    });
  }

  open() {
    if (this.dialog.open) return;
    // Before the focus moves: some commands make sense only where it is now.
    this.#search = searcher(this.given.entries());
    this.field.value = '';
    this.dialog.showModal();
    this.field.focus();
    this.#show();
    this.list.scrollTop = 0;
  }

  #show() {
    const groups = this.#search(this.field.value, recentFrom(this.given.store.getItem(KEPT)));
    this.#found = groups.flatMap(group => group.found);
    let number = 0;
    this.list.replaceChildren(...groups.map(group => {
      const node = stamp('t-palette-group');
      mark(node, 'aria-label', say(`palette_${group.name}`));
      put(find(node, '.palette-name'), say(`palette_${group.name}`));
      node.append(...group.found.map(one => option(one, number++)));
      return node;
    }));
    const text = this.field.value.trim();
    const none = this.#found.length === 0;
    this.list.hidden = none;
    mark(this.field, 'aria-expanded', String(!none));
    showEmpty(find(this.dialog, '#palette-empty'), none ? { key: text, icon: 'search', title: say('palette_none', { text }), hint: say('palette_none_hint') } : null);
    put(find(this.dialog, '.palette-count'), none ? '' : say.count('palette_count', this.#found.length));
    this.#reach(0);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const again = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    if (step) this.#reach((this.#active + step + this.#found.length) % Math.max(1, this.#found.length));
    else if (event.key === 'PageDown' || event.key === 'PageUp') this.#reach(this.#active + (event.key === 'PageDown' ? 8 : -8));
    else if (event.key === 'Enter' && event.target === this.field) this.#run();
    else if (again) this.dialog.close();
    else return;
    event.preventDefault();
  }

  /** @param {number} to */
  #reach(to) {
    const options = this.list.querySelectorAll('[role=option]');
    options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = Math.max(0, Math.min(options.length - 1, to));
    const option = options[this.#active];
    mark(this.field, 'aria-activedescendant', option?.id ?? null);
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {EventTarget | null} target */
  #point(target) {
    const option = optionOf(target);
    const at = option ? [...this.list.querySelectorAll('[role=option]')].indexOf(option) : -1;
    if (at >= 0 && at !== this.#active) this.#reach(at);
  }

  #run() {
    const chosen = this.#found[this.#active];
    if (!chosen) return;
    const { store } = this.given;
    store.setItem(KEPT, JSON.stringify(remembered(recentFrom(store.getItem(KEPT)), chosen.id)));
    // The focus goes back to where it was; from there it is done.
    this.dialog.close();
    chosen.run();
  }
}

/** @param {EventTarget | null} target */
const optionOf = target => (target instanceof Element ? target.closest('[role=option]') : null);

/** @param {Found} one @param {number} number */
function option(one, number) {
  const node = stamp('t-palette-option');
  node.id = `palette-option-${number}`;
  node.setAttribute('aria-selected', 'false');
  showIcon(find(node, '.palette-icon'), one.icon ?? null);
  find(node, '.palette-title').append(...marked(one.title, one.at));
  put(find(node, '.palette-also'), one.also ?? '');
  const caps = find(node, '.palette-keys');
  for (const key of one.keys ?? []) {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    caps.append(cap);
  }
  return node;
}

/** The text with what was typed made visible. @param {string} text @param {number[]} at @returns {(string | Node)[]} */
function marked(text, at) {
  const typed = new Set(at);
  /** @type {{text: string, typed: boolean}[]} */
  const runs = [];
  let index = 0;
  for (const letter of text) {
    const last = runs.at(-1);
    if (last?.typed === typed.has(index)) last.text += letter;
    else runs.push({ text: letter, typed: typed.has(index) });
    index += letter.length;
  }
  return runs.map(run => (run.typed ? piece(run.text) : run.text));
}

/** @param {string} text */
function piece(text) {
  const node = document.createElement('mark');
  node.textContent = text;
  return node;
}
