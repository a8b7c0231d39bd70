/**
 * The labels of a conversation, or of all that are selected: type a few letters, arrows choose, Enter puts on or takes off. View.
 *
 * @typedef {import('./boxes.js').Label} Label
 */
import { closeBeside, find, mark, put, stamp } from './dom.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

export class LabelPicker {
  #at = 0;
  /** Those selected when it was opened; none: the one before the agent. @type {string[]} */
  #many = [];

  /** @param {HTMLElement} root @param {{desk: import('./desk.js').Desk, base: string}} given */
  constructor(root, given) {
    this.given = given;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#labels'));
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#labels-find'));
    this.list = find(this.dialog, '#labels-list');
    this.field.addEventListener('input', () => {
      this.#at = 0;
      this.render();
    });
    this.field.addEventListener('keydown', event => this.#key(event));
    this.list.addEventListener('click', event => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      if (!option) return;
      this.#at = [...this.list.children].indexOf(option);
      this.#toggle();
      this.field.focus();
    });
    closeBeside(this.dialog);
    /** @type {HTMLAnchorElement} */ (find(this.dialog, '.labels-make')).href = `${given.base}/console/labels`;
  }

  /** @param {string[]} [many] */
  open(many = []) {
    this.#many = many;
    put(find(this.dialog, '#labels-title'), many.length > 0 ? say.count('many_do_label', many.length) : say('labels'));
    this.field.value = '';
    this.#at = 0;
    this.dialog.showModal();
    this.render();
    this.field.focus();
  }

  /** @returns {Label[]} */
  get #shown() {
    const wanted = this.field.value.trim().toLocaleLowerCase();
    return this.given.desk.boxes.labels.filter(label => label.name.toLocaleLowerCase().includes(wanted));
  }

  /** Also when something has changed meanwhile. */
  render() {
    if (!this.dialog.open) return;
    const { boxes } = this.given.desk;
    const shown = this.#shown;
    this.#at = Math.max(0, Math.min(this.#at, shown.length - 1));
    while (this.list.childElementCount > shown.length) this.list.lastElementChild?.remove();
    while (this.list.childElementCount < shown.length) this.list.append(stamp('t-label'));
    shown.forEach((label, index) => this.#show(/** @type {HTMLElement} */ (this.list.children[index]), label, this.#isOn(label), index));
    mark(this.field, 'aria-activedescendant', shown.length ? `label-${shown[this.#at].id}` : null);
    this.list.hidden = shown.length === 0;
    const none = boxes.labels.length === 0;
    find(this.dialog, '.labels-none').hidden = shown.length > 0;
    put(find(this.dialog, '.labels-none-text'), say(!none ? 'labels_no_match' : boxes.me?.role === 'administrator' ? 'labels_none_admin' : 'labels_none'));
    find(this.dialog, '.labels-make').hidden = !none || boxes.me?.role !== 'administrator';
  }

  /** @param {HTMLElement} node @param {Label} label @param {boolean} on @param {number} index */
  #show(node, label, on, index) {
    node.id = `label-${label.id}`;
    mark(node, 'aria-selected', String(on));
    node.classList.toggle('is-active', index === this.#at);
    find(node, '.label-dot').dataset.label = label.colour;
    put(find(node, 'bdi'), label.name);
    showIcon(find(node, '.label-check'), on ? 'check' : null);
    if (index === this.#at) node.scrollIntoView({ block: 'nearest' });
  }

  /** Of several: whether all of them have it. @param {Label} label */
  #isOn(label) {
    const { boxes, summary } = this.given.desk;
    const items = this.#many.length > 0 ? this.#many.flatMap(id => boxes.get(id) ?? []) : [summary];
    return items.length > 0 && items.every(item => item?.labels?.includes(label.id) === true);
  }

  #toggle() {
    const { desk } = this.given;
    const label = this.#shown[this.#at];
    if (label && this.#many.length > 0) desk.many.label(this.#many, label.id, !this.#isOn(label));
    else if (label) desk.label(label.id, !this.#isOn(label));
    this.render();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#shown.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== 'Enter')) return;
    // The form's own Enter would close the dialog.
    event.preventDefault();
    if (event.key === 'Enter') return this.#toggle();
    if (step && count) this.#at = (this.#at + step + count) % count;
    this.render();
  }
}
