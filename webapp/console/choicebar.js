/**
 * The small editor above the composer of what the next message offers to answer with. View.
 */
import { Choices, MOST, added } from './choices.js';
import { find, mark, put, stamp } from './dom.js';
import { keyed } from '../shared/keyed.js';
import { say } from './texts.js';

export class ChoiceBar {
  /** @type {Choices} */
  #choices;
  #isOpen = false;
  #why = '';
  #shown = '';

  /** @param {HTMLElement} root @param {{conversation: () => string | null, kept: import('./choices.js').Kept, changed: () => void, write: () => void}} on `write`: goes on where one writes */
  constructor(root, on) {
    this.on = on;
    this.#choices = new Choices(on.kept);
    this.bar = find(root, '#composer-choices');
    this.field = /** @type {HTMLInputElement} */ (find(root, '#choice-text'));
    this.button = find(root, '#choices-open');
    this.list = keyed(find(this.bar, '.choices-list'), (/** @type {any} */ choice) => choice.text, choice => this.#make(choice.text), () => {});
    this.button.addEventListener('click', () => (this.#isOpen ? this.#close() : this.open()));
    this.field.addEventListener('keydown', event => this.#key(event));
    find(this.bar, '#choices-leave').addEventListener('click', () => {
      this.#set([]);
      this.#close();
    });
  }

  get #conversation() {
    return this.on.conversation() ?? '';
  }

  open() {
    this.on.write();
    this.#isOpen = true;
    this.render(true);
    if (this.field.hidden) find(this.bar, '.choices-list button').focus();
    else this.field.focus();
  }

  /** An answer that is in the composer now offers these. @param {string[]} list @param {boolean} alone whether it is all that is in it */
  begin(list, alone) {
    if (alone) this.emptied();
    this.#choices.lend(this.#conversation, list);
    this.on.changed();
  }

  /** Nothing is left of the text. */
  emptied() {
    this.#choices.emptied(this.#conversation);
    this.on.changed();
  }

  /** A message is not said after all. @param {string} conversation @param {string[]} list */
  bring(conversation, list) {
    this.#choices.join(conversation, list);
    this.on.changed();
  }

  /** They go with the message, also what was typed and not added yet. */
  take() {
    this.#add();
    this.field.value = '';
    this.#isOpen = false;
    this.#why = '';
    return this.#choices.take(this.#conversation);
  }

  /** @param {boolean} shown false where something else is written there */
  render(shown) {
    const list = this.#choices.get(this.#conversation);
    if (this.#shown !== this.#conversation) {
      this.#shown = this.#conversation;
      this.field.value = this.#why = '';
      this.#isOpen = false;
    }
    this.button.hidden = !shown;
    this.bar.hidden = !shown || !this.#isOpen && list.length === 0;
    mark(this.button, 'aria-expanded', String(!this.bar.hidden));
    this.list.update(list.map(text => ({ text })));
    const isFull = list.length >= MOST;
    // What cannot be added is not typed first, and lost when the message goes.
    this.field.hidden = isFull;
    put(find(this.bar, '#choices-said'), isFull ? say('choices_full') : this.#why === 'same' ? say('choices_same') : '');
  }

  /** @param {string} text */
  #make(text) {
    const node = stamp('t-quick-reply');
    put(find(node, 'bdi'), text);
    const remove = find(node, 'button');
    for (const name of ['aria-label', 'title']) mark(remove, name, say('choices_remove', { text }));
    remove.addEventListener('click', () => {
      this.#set(this.#choices.get(this.#conversation).filter(one => one !== text));
      this.field.focus();
    });
    return node;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    const isEmpty = this.field.value.trim() === '';
    const list = this.#choices.get(this.#conversation);
    if (event.key === 'Enter' && !isEmpty) this.#add();
    else if (event.key === 'Enter' || event.key === 'Escape') this.#close();
    else if (event.key === 'Backspace' && this.field.value === '' && list.length > 0) this.#set(list.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #add() {
    const { list, why } = added(this.#choices.get(this.#conversation), this.field.value);
    this.#set(list);
    this.#why = why;
    if (why === '') this.field.value = '';
    this.render(true);
    if (this.field.hidden) this.on.write();
  }

  /** @param {string[]} list */
  #set(list) {
    this.#isOpen = true;
    this.#why = '';
    this.#choices.set(this.#conversation, list);
    this.on.changed();
    this.render(true);
  }

  /** What was made stays, what was only typed does not, and one goes on writing. */
  #close() {
    this.#isOpen = false;
    this.field.value = this.#why = '';
    this.on.changed();
    this.on.write();
  }
}
