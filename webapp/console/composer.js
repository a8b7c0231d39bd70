/**
 * Where the agent writes: grows with the text, keeps it within its limit, says why one may not write. View.
 */
import { find, mark, put } from './dom.js';
import { say } from './texts.js';

/** UTF-16 units, as the protocol counts. */
export const LONGEST = 4000;
const WARNED = 200;

export class Composer {
  #conversation = '';
  #blocked = '';

  /** @param {HTMLElement} root @param {{send: (text: string, close: boolean) => void, typed: (text: string) => void, enter: () => string}} on `enter`: whether it is `send` or `newline` */
  constructor(root, on) {
    this.on = on;
    this.form = /** @type {HTMLFormElement} */ (find(root, '#composer'));
    this.area = /** @type {HTMLTextAreaElement} */ (find(root, '#text'));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.send(false);
    });
    this.area.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || on.enter() === 'newline') return;
      event.preventDefault();
      this.send(false);
    });
    this.area.addEventListener('input', () => {
      this.#measure();
      on.typed(this.area.value);
    });
  }

  get text() {
    return this.area.value;
  }

  /** @param {boolean} close whether the conversation is closed behind it */
  send(close) {
    const text = this.area.value.trim();
    if (text === '' || text.length > LONGEST || this.#blocked !== '') return;
    this.area.value = '';
    this.#measure();
    this.on.send(text, close);
    this.area.focus();
  }

  /**
   * @param {{conversation: string, draft: string, name: string, way: 'usual' | 'takes' | 'reopens', blocked: string}} state
   *   `way`: sending makes the conversation mine, or opens it again; `blocked`: why one cannot write, empty if one can
   */
  render(state) {
    if (state.conversation !== this.#conversation) {
      // What was typed before the page knew whose drafts these are is not overwritten.
      if (this.#conversation !== '' || this.area.value === '') this.area.value = state.draft;
      this.#conversation = state.conversation;
    }
    this.#blocked = state.blocked;
    const bar = find(this.form, '#composer-blocked');
    bar.hidden = state.blocked === '';
    put(find(bar, '.composer-why'), state.blocked);
    find(this.form, '.composer-box').hidden = state.blocked !== '';
    const hint = say({ usual: 'write', takes: 'write_takes', reopens: 'write_reopens' }[state.way], { name: state.name });
    mark(this.area, 'placeholder', hint);
    const sends = this.on.enter() === 'send';
    put(find(this.form, '#composer-hint'), say(sends ? 'hint_send' : 'hint_newline'));
    mark(this.area, 'enterkeyhint', sends ? 'send' : 'enter');
    this.#measure();
  }

  focus() {
    if (this.#blocked === '') this.area.focus();
  }

  #measure() {
    const over = this.area.value.trim().length - LONGEST;
    const left = find(this.form, '#composer-left');
    left.classList.toggle('is-over', over > 0);
    put(left, over > 0 ? say.count('too_long', over) : over > -WARNED ? say.count('left', -over) : '');
    const send = /** @type {HTMLButtonElement} */ (find(this.form, '#send'));
    send.disabled = over > 0 || this.area.value.trim() === '';
    this.area.setAttribute('aria-invalid', String(over > 0));
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
  }
}
