/**
 * Where the agent writes, to the visitor or, as a note, to colleagues: grows with the text, keeps it within its limit, says why one may not
 * write. View.
 */
import { find, mark, put } from './dom.js';
import { say } from './texts.js';

/** UTF-16 units, as the protocol counts. */
export const LONGEST = 4000;
const LONGEST_NOTE = 3800;
const WARNED = 200;

export class Composer {
  #conversation = '';
  #blocked = '';
  #hint = '';
  /** What waits on the side that is not shown. */
  #other = '';
  isNote = false;
  /** What goes to the visitor beside the text. @type {import('./files/filesdesk.js').FilesDesk | null} */
  files = null;

  /**
   * @param {HTMLElement} root
   * @param {{send: (text: string, note: boolean, close: boolean, files: {id: string}[]) => void, typed: (text: string, note: boolean) => void, enter: () => string}} on
   *   `enter`: whether it is `send` or `newline`
   */
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
      on.typed(this.area.value, this.isNote);
    });
    for (const [id, note] of /** @type {const} */ ([['#way-reply', false], ['#way-note', true], ['#blocked-note', true]])) {
      find(this.form, id).addEventListener('click', () => this.turn(note));
    }
  }

  /** Notes are words alone. */
  get takesFiles() {
    return this.#blocked === '' && !this.isNote;
  }

  get #tray() {
    return this.isNote ? null : this.files;
  }

  get text() {
    return this.area.value;
  }

  /** @param {boolean} close whether the conversation is closed behind it */
  send(close) {
    const text = this.area.value.trim();
    const tray = this.#tray;
    if (text === '' && !tray?.size || text.length > this.#longest || this.#isBlocked || tray?.holds(close)) return;
    const files = tray?.take() ?? [];
    this.area.value = '';
    this.#measure();
    // A note is no last word to the visitor.
    this.on.send(text, this.isNote, close && !this.isNote, files);
    this.area.focus();
  }

  /**
   * @param {{conversation: string, draft: string, noteDraft: string, name: string, way: 'usual' | 'takes' | 'reopens', blocked: string}} state
   *   `way`: sending makes the conversation mine, or opens it again; `blocked`: why one cannot write, empty if one can
   */
  render(state) {
    if (state.conversation !== this.#conversation) {
      // What was typed before the page knew whose drafts these are is not overwritten.
      if (this.#conversation !== '' || this.area.value === '') {
        this.area.value = state.draft;
        this.#other = state.noteDraft;
        this.isNote = false;
      }
      this.#conversation = state.conversation;
    }
    this.#blocked = state.blocked;
    this.#hint = say({ usual: 'write', takes: 'write_takes', reopens: 'write_reopens' }[state.way], { name: state.name });
    this.#show();
  }

  #show() {
    this.form.dataset.way = this.isNote ? 'note' : 'reply';
    const bar = find(this.form, '#composer-blocked');
    const sends = this.on.enter() === 'send';
    put(find(this.form, '#composer-hint'), say(sends ? 'hint_send' : 'hint_newline'));
    mark(this.area, 'enterkeyhint', sends ? 'send' : 'enter');
    bar.hidden = !this.#isBlocked;
    put(find(bar, '.composer-why'), this.#blocked);
    find(this.form, '.composer-box').hidden = this.#isBlocked;
    mark(this.area, 'placeholder', this.isNote ? say('write_note') : this.#hint);
    mark(this.area, 'aria-label', say(this.isNote ? 'note_label' : 'write_label'));
    put(find(this.form, '#send > span'), say(this.isNote ? 'send_note' : 'send'));
    for (const note of [false, true]) {
      const way = find(this.form, note ? '#way-note' : '#way-reply');
      way.setAttribute('aria-pressed', String(note === this.isNote));
      way.classList.toggle('has-draft', note !== this.isNote && this.#other !== '');
    }
    this.#measure();
  }

  /** To the visitor, or a note; each keeps its own text. @param {boolean} note */
  turn(note) {
    if (note !== this.isNote) {
      [this.area.value, this.#other] = [this.#other, this.area.value];
      this.isNote = note;
      this.#show();
    }
    this.focus();
  }

  focus() {
    if (!this.#isBlocked) this.area.focus();
  }

  /** Somebody else answers; a note everybody may leave. */
  get #isBlocked() {
    return this.#blocked !== '' && !this.isNote;
  }

  get #longest() {
    return this.isNote ? LONGEST_NOTE : LONGEST;
  }

  #measure() {
    const over = this.area.value.trim().length - this.#longest;
    const left = find(this.form, '#composer-left');
    left.classList.toggle('is-over', over > 0);
    put(left, over > 0 ? say.count('too_long', over) : over > -WARNED ? say.count('left', -over) : '');
    const send = /** @type {HTMLButtonElement} */ (find(this.form, '#send'));
    send.disabled = over > 0 || this.area.value.trim() === '' && !this.#tray?.size;
    this.area.setAttribute('aria-invalid', String(over > 0));
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
  }
}
