/**
 * Asks to whom a conversation is handed on, and what the colleague should know: type a name, or go through the list. View.
 *
 * @typedef {import('./targets.js').Choice} Choice
 */
import { closeBeside, find, mark, put, stamp } from '../dom.js';
import { say } from '../texts.js';
import { showIcon } from '../words.js';
import { choices, matching, step } from './targets.js';

export class TransferDialog {
  /** @type {Choice[]} */
  #all = [];
  /** @type {Choice[]} */
  #shown = [];
  /** @type {Choice | undefined} */
  #active;

  #conversation = '';

  /** @param {HTMLElement} root @param {{choose: (to: import('./targets.js').Target, note: string) => void, noted: (conversation: string, note: string) => void}} on `noted`: so far */
  constructor(root, on) {
    this.on = on;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#transfer'));
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#transfer-text'));
    this.list = find(this.dialog, '#transfer-list');
    this.note = /** @type {HTMLTextAreaElement} */ (find(this.dialog, '#transfer-note'));
    this.field.addEventListener('input', () => this.#filter());
    this.field.addEventListener('keydown', event => this.#pressed(event));
    this.list.addEventListener('click', event => this.#clicked(event.target));
    closeBeside(this.dialog);
    find(this.dialog, '#transfer-cancel').addEventListener('click', () => this.dialog.close());
    find(this.dialog, 'form').addEventListener('submit', event => {
      event.preventDefault();
      this.#take(this.#active);
    });
    this.note.addEventListener('input', () => on.noted(this.#conversation, this.note.value));
    this.note.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#take(this.#active);
    });
  }

  /** @param {import('../boxes.js').Boxes} boxes @param {import('../boxes.js').Summary} item @param {string} name the visitor's @param {string} note as far as it was written */
  open(boxes, item, name, note) {
    this.#all = choices(boxes, item);
    this.#conversation = item.conversation;
    put(find(this.dialog, '#transfer-title'), say('transfer_title', { name }));
    this.field.value = '';
    this.note.value = note;
    this.#filter();
    this.dialog.showModal();
    this.field.focus();
  }

  #filter() {
    this.#shown = matching(this.#all, this.field.value);
    this.#active = step(this.#shown, undefined, 1);
    this.list.replaceChildren(
      ...this.#group('department', say('transfer_departments')),
      ...this.#group('agent', say('transfer_agents')),
    );
    const none = find(this.dialog, '.transfer-none');
    this.list.hidden = this.#shown.length === 0;
    none.hidden = this.#shown.length > 0;
    put(none, this.#all.length === 0 ? say('transfer_empty') : say('transfer_none', { text: this.field.value.trim() }));
    this.#point();
  }

  /** @param {string} kind @param {string} title */
  #group(kind, title) {
    const members = this.#shown.filter(choice => choice.kind === kind);
    if (members.length === 0) return [];
    const group = stamp('t-targets');
    group.setAttribute('aria-label', title);
    put(find(group, '.targets-title'), title);
    group.append(...members.map(option));
    return [group];
  }

  #point() {
    const active = this.#active && keyOf(this.#active);
    for (const node of this.list.querySelectorAll('[role=option]')) {
      mark(node, 'aria-selected', String(node.id === active));
      if (node.id === active) node.scrollIntoView({ block: 'nearest' });
    }
    mark(this.field, 'aria-activedescendant', active ?? null);
    /** @type {HTMLButtonElement} */ (find(this.dialog, '#transfer-do')).disabled = !this.#active?.able;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      this.#active = step(this.#shown, this.#active, by);
      this.#point();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#take(this.#active);
    }
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const id = target instanceof Element ? target.closest('[role=option]')?.id : undefined;
    const clicked = this.#shown.find(choice => keyOf(choice) === id);
    if (!clicked?.able) return;
    this.#active = clicked;
    this.#point();
  }

  /** @param {Choice | undefined} choice */
  #take(choice) {
    if (!choice?.able) return;
    this.dialog.close();
    this.on.choose({ kind: choice.kind, id: choice.id, name: choice.name }, this.note.value);
  }
}

/** @param {Choice} choice */
const keyOf = choice => `to-${choice.kind}-${choice.id}`;

/** @param {Choice} choice */
function option(choice) {
  const node = stamp('t-target');
  node.id = keyOf(choice);
  mark(node, 'aria-disabled', choice.able ? null : 'true');
  put(find(node, '.target-name'), choice.name);
  put(find(node, '.target-facts'), facts(choice));
  find(node, '.dot').hidden = choice.kind !== 'agent';
  node.dataset.status = choice.status;
  if (choice.kind === 'department') showIcon(find(node, '.target-icon'), 'people');
  return node;
}

/** @param {Choice} choice */
function facts(choice) {
  if (choice.kind === 'department') return choice.online > 0 ? say.count('transfer_online', choice.online) : say('transfer_nobody');
  if (!choice.able) return say(`status_${choice.status}`);
  return choice.load > 0 ? say.count('transfer_load', choice.load) : say('transfer_free');
}
