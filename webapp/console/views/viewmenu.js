/**
 * The menu of saved views, and the small window in which one gets its name. View.
 *
 * @typedef {import('./savedviews.js').View} View
 * @typedef {import('./savedviews.js').Shown} Shown
 */
import { closeBeside, find, mark, put, stamp } from '../dom.js';
import { showProblem } from '../fieldproblem.js';
import { Menu } from '../menu.js';
import { say } from '../texts.js';
import { showIcon } from '../words.js';
import { MOST, choiceOf, viewOf, viewsFrom, withView, withoutView } from './savedviews.js';

export class ViewMenu {
  #drawn = '';
  /** @type {Shown} */
  #shown = { box: 'mine', label: null, filter: '' };

  /**
   * @param {HTMLElement} root
   * @param {{prefs: import('../preferences.js').Preferences, look: (view: Shown) => void, tell: (text: string, undo?: () => void) => void}} given
   */
  constructor(root, given) {
    this.given = given;
    this.button = find(root, '#views-open');
    this.panel = find(root, '#views-menu');
    this.menu = new Menu(this.button, this.panel);
    this.items = find(this.panel, '[role=menu]');
    this.hint = find(this.panel, '.menu-hint');
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#view'));
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#view-name'));
    find(this.dialog, 'form').addEventListener('submit', event => {
      event.preventDefault();
      this.#save();
    });
    find(this.dialog, '#view-cancel').addEventListener('click', () => this.dialog.close());
    closeBeside(this.dialog);
  }

  /** @returns {View[]} */
  get all() {
    return viewsFrom(this.given.prefs.get('views'));
  }

  /** @param {Shown} shown */
  render(shown) {
    this.#shown = shown;
    const { all } = this;
    const now = viewOf(all, shown);
    const drawn = JSON.stringify([all, now]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.button.classList.toggle('is-on', now !== undefined);
    this.hint.hidden = all.length > 0;
    this.items.replaceChildren(
      ...all.map(view => this.#choice(view, view === now)),
      now ? this.#act('close', say('views_remove', { name: now.name }), () => this.#remove(now)) : this.#act('plus', say('views_save'), () => this.open()),
    );
  }

  /** @param {View} view @param {boolean} now */
  #choice(view, now) {
    const item = this.#item('', view.name, () => this.given.look(view));
    item.setAttribute('role', 'menuitemradio');
    mark(item, 'aria-checked', String(now));
    return item;
  }

  /** @param {string} icon @param {string} text @param {() => void} act */
  #act(icon, text, act) {
    const item = this.#item(icon, text, act);
    item.setAttribute('role', 'menuitem');
    item.classList.add('menu-act');
    return item;
  }

  /** @param {string} icon @param {string} text @param {() => void} act */
  #item(icon, text, act) {
    const item = stamp('t-menu-item');
    const name = find(item, 'bdi');
    showIcon(find(item, '.menu-icon'), icon || null);
    put(name, text);
    item.addEventListener('click', () => {
      this.menu.close(true);
      act();
    });
    return item;
  }

  /** Asks for the name of what is shown. */
  open() {
    this.#problem('');
    this.field.value = this.#shown.filter.trim();
    this.dialog.showModal();
    this.field.select();
  }

  #save() {
    const name = this.field.value.trim();
    if (name === '') return this.#problem(say('views_required'));
    const all = withView(this.all, { ...this.#shown, name });
    if (!all) return this.#problem(say('views_full', { n: MOST }));
    this.dialog.close();
    this.given.prefs.choose('views', choiceOf(all));
    this.given.tell(say('views_saved', { name }));
  }

  /** @param {View} view */
  #remove({ name }) {
    const before = this.given.prefs.get('views');
    this.given.prefs.choose('views', choiceOf(withoutView(this.all, name)));
    this.given.tell(say('views_removed', { name }), () => this.given.prefs.choose('views', before));
  }

  /** @param {string} text */
  #problem(text) {
    showProblem(this.field, find(this.dialog, '#view-problem'), text);
  }
}
