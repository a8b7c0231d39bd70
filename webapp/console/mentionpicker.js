/**
 * Offers colleagues while a mention is being written into a note: arrows choose, Enter or Tab takes, Escape leaves. View.
 *
 * @typedef {import('./mentions.js').Colleague} Colleague
 */
import { find, mark, put, stamp } from './dom.js';
import { candidates, completed, mentionAt } from './mentions.js';

export class MentionPicker {
  /** @type {Colleague[]} */
  #offered = [];
  #at = 0;
  /** The mention that was left by Escape: it is not offered again. */
  #left = -1;

  /** @param {HTMLElement} root @param {import('./composer.js').Composer} composer @param {() => {agents: Colleague[], me: string | undefined}} team */
  constructor(root, composer, team) {
    this.composer = composer;
    this.team = team;
    this.list = find(root, '#mentions');
    const { area, form } = composer;
    area.addEventListener('input', () => this.update());
    area.addEventListener('click', () => this.update());
    area.addEventListener('blur', () => this.#show([]));
    // Before the composer's own: its Enter would send.
    form.addEventListener('keydown', event => this.#key(event), { capture: true });
    this.list.addEventListener('pointerdown', event => {
      event.preventDefault();
      const id = event.target instanceof Element ? event.target.closest('[role=option]')?.id : undefined;
      this.#take(this.#offered.find(one => idOf(one) === id));
    });
  }

  update() {
    const mention = this.#mention();
    const { agents, me } = this.team();
    if (!mention) this.#left = -1;
    this.#show(mention && mention.from !== this.#left ? candidates(mention.query, agents, me) : []);
  }

  #mention() {
    const { area, isNote } = this.composer;
    return isNote && area.selectionStart === area.selectionEnd ? mentionAt(area.value, area.selectionEnd) : null;
  }

  /** @param {Colleague[]} offered */
  #show(offered) {
    this.#offered = offered;
    this.#at = 0;
    this.list.hidden = offered.length === 0;
    this.list.replaceChildren(...offered.map(one => option(one)));
    this.#mark();
  }

  #mark() {
    [...this.list.children].forEach((node, index) => node.setAttribute('aria-selected', String(index === this.#at)));
    const chosen = this.#offered[this.#at];
    const { area } = this.composer;
    // Answers are offered over the same field.
    if (!chosen && area.getAttribute('aria-controls') !== 'mentions') return;
    mark(area, 'aria-activedescendant', chosen ? idOf(chosen) : null);
    mark(area, 'aria-controls', chosen ? 'mentions' : null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.list.hidden || event.isComposing || event.target !== this.composer.area) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#at = (this.#at + step + this.#offered.length) % this.#offered.length;
      this.#mark();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#take(this.#offered[this.#at]);
    } else if (event.key === 'Escape') {
      this.#left = this.#mention()?.from ?? -1;
      this.#show([]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Colleague | undefined} chosen */
  #take(chosen) {
    const mention = this.#mention();
    if (!chosen || !mention) return;
    const { area } = this.composer;
    const { text, caret } = completed(area.value, area.selectionEnd, mention, chosen.name);
    area.value = text;
    area.setSelectionRange(caret, caret);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    this.#show([]);
  }
}

/** @param {Colleague} one */
const idOf = one => `mention-${one.id}`;

/** @param {Colleague} one */
function option(one) {
  const node = stamp('t-mention');
  node.id = idOf(one);
  node.dataset.status = one.status ?? 'offline';
  put(find(node, 'bdi'), one.name);
  return node;
}
