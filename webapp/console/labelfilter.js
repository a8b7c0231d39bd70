/**
 * The list of one label only: a menu of the labels there are, and what is chosen. View.
 *
 * @typedef {import('./boxes.js').Label} Label
 */
import { find, mark, put } from './dom.js';
import { Menu } from './menu.js';
import { say } from './texts.js';

export class LabelFilter {
  #drawn = '';

  /** @param {HTMLElement} root @param {(label: string | null) => void} choose */
  constructor(root, choose) {
    this.choose = choose;
    this.button = find(root, '#label-filter');
    this.panel = find(root, '#label-menu');
    this.line = find(root, '#label-line');
    this.menu = new Menu(this.button, this.panel);
    find(this.line, '.label-clear').addEventListener('click', () => {
      choose(null);
      this.button.focus();
    });
  }

  /** One that was removed meanwhile, or is kept in a view, is chosen still: it is said, and can be left. @param {Label[]} labels @param {string | null} chosen */
  render(labels, chosen) {
    const label = labels.find(one => one.id === chosen);
    this.button.hidden = labels.length === 0 && chosen === null;
    this.button.classList.toggle('is-on', chosen !== null);
    this.line.hidden = chosen === null;
    const pill = find(this.line, '.label-pill');
    pill.dataset.label = label?.colour ?? 'grey';
    put(find(pill, 'bdi'), label?.name ?? say('label_gone'));
    const drawn = JSON.stringify([labels, chosen]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.panel.replaceChildren(this.#item(null, chosen), ...labels.map(one => this.#item(one, chosen)));
  }

  /** @param {Label | null} label @param {string | null} chosen */
  #item(label, chosen) {
    const item = document.createElement('button');
    item.type = 'button';
    item.className = 'menu-item';
    item.setAttribute('role', 'menuitemradio');
    mark(item, 'aria-checked', String((label?.id ?? null) === chosen));
    const dot = document.createElement('span');
    dot.className = label ? 'label-dot' : 'label-any';
    if (label) dot.dataset.label = label.colour;
    const name = document.createElement('bdi');
    name.textContent = label?.name ?? say('label_any');
    item.append(dot, name);
    item.addEventListener('click', () => {
      this.menu.close(true);
      this.choose(label?.id ?? null);
    });
    return item;
  }
}
