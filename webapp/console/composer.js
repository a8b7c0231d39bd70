/**
 * Where the agent writes, to the visitor or, as a note, to colleagues: grows with the text, keeps it within its limit, says why one may not
 * write. View.
 */
import { find, mark, put } from './dom.js';
import { Editing } from './editing.js';
import { printable } from '../shared/outbox.js';
import { Quotes, quotedText } from './quotes.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

/** UTF-16 units, as the protocol counts. */
export const LONGEST = 4000;
const LONGEST_NOTE = 3800;
const WARNED = 200;

export class Composer {
  #conversation = '';
  #blocked = '';
  #hint = '';
  #answers = '';
  /** What waits on the side that is not shown. */
  #other = '';
  isNote = false;
  editing = new Editing();
  #quotes = new Quotes();
  /** What goes to the visitor beside the text. @type {import('./files/filesdesk.js').FilesDesk | null} */
  files = null;

  /**
   * @param {HTMLElement} root
   * @param {{send: (text: string, note: boolean, close: boolean, files: {id: string}[], quote: number) => void, typed: (text: string, note: boolean) => void, enter: () => string,
   *   edit: (seq: number, text: string) => boolean, editLast: () => boolean, changed: () => void}} on
   *   `enter`: whether it is `send` or `newline`; `edit`: whether it is on its way; `editLast`: whether there is such a message
   */
  constructor(root, on) {
    this.on = on;
    this.form = /** @type {HTMLFormElement} */ (find(root, '#composer'));
    this.area = /** @type {HTMLTextAreaElement} */ (find(root, '#text'));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.send(false);
    });
    this.area.addEventListener('keydown', event => this.#key(event));
    this.area.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || on.enter() === 'newline') return;
      event.preventDefault();
      this.send(false);
    });
    this.area.addEventListener('input', () => {
      this.#measure();
      if (!this.editing.on) on.typed(this.area.value, this.isNote);
    });
    find(this.form, '#about-leave').addEventListener('click', () => this.#leave());
    for (const [id, note] of /** @type {const} */ ([['#way-reply', false], ['#way-note', true], ['#blocked-note', true]])) {
      find(this.form, id).addEventListener('click', () => this.turn(note));
    }
  }

  /** Notes are words alone. */
  get takesFiles() {
    return this.#blocked === '' && !this.isNote && !this.editing.on;
  }

  get #tray() {
    return this.isNote || this.editing.on ? null : this.files;
  }

  get text() {
    return this.area.value;
  }

  /** @param {boolean} close whether the conversation is closed behind it */
  send(close) {
    const text = this.area.value.trim();
    if (this.editing.on) return this.#save(printable(text));
    const tray = this.#tray;
    if (text === '' && !tray?.size || text.length > this.#longest || this.#isBlocked || tray?.holds(close)) return;
    const files = tray?.take() ?? [];
    this.area.value = '';
    this.#measure();
    // A note is no last word to the visitor.
    this.on.send(text, this.isNote, close && !this.isNote, files, this.isNote ? 0 : this.#quotes.take(this.#conversation));
    this.#show();
    this.area.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const up = event.key === 'ArrowUp' && this.area.value === '' && !this.isNote && !this.editing.on && !this.#tray?.size;
    if (event.key === 'Escape' && this.#about) this.#leave();
    else if (!up || !this.on.editLast()) return;
    event.preventDefault();
  }

  /** The message is to be said otherwise; what was begun here waits. @param {Entry} message */
  edit({ seq, text = '' }) {
    if (this.editing.seq === seq) return this.focus();
    this.turn(false);
    this.editing.begin(seq, text, this.area.value);
    this.#fill(text);
    this.focus();
  }

  /** What is written next answers this message. @param {Entry} message */
  quote({ seq }) {
    this.turn(false);
    this.#quotes.set(this.#conversation, seq);
    this.on.changed();
    this.focus();
  }

  /** A message is not said after all: it stands before what was begun. Where its conversation is not shown only what it answers is kept here. @param {string} conversation @param {string} text @param {number} quote */
  bring(conversation, text, quote) {
    if (quote) this.#quotes.set(conversation, quote);
    if (conversation !== this.#conversation) return;
    this.leaveEdit();
    this.turn(false);
    this.#fill(joined(text, this.area.value));
    this.focus();
  }

  get takesQuotes() {
    return this.#blocked === '';
  }

  /** What is said above the field about what is written there: that a message is edited, or which one is answered. @returns {'edit' | 'quote' | null} */
  get #about() {
    if (this.editing.on) return 'edit';
    return !this.isNote && this.#quotes.get(this.#conversation) > 0 ? 'quote' : null;
  }

  #leave() {
    if (this.editing.on) return this.leaveEdit();
    this.#quotes.set(this.#conversation, 0);
    this.#show();
    this.focus();
  }

  /** It stays as it is, and the composer holds what it held before. */
  leaveEdit() {
    if (!this.editing.on) return;
    this.#fill(this.editing.end());
    this.focus();
  }

  /** @param {string} text */
  #save(text) {
    const { editing } = this;
    if (text === '' || text.length > LONGEST || editing.sent !== null) return;
    if (text === editing.said.trim()) return this.leaveEdit();
    editing.sent = this.on.edit(editing.seq, text) ? text : null;
    this.#show();
  }

  /** @param {string} text */
  #fill(text) {
    this.area.value = text;
    this.area.setSelectionRange(text.length, text.length);
    this.#show();
    this.on.changed();
  }

  /**
   * @param {{conversation: string, draft: string, noteDraft: string, name: string, way: 'usual' | 'takes' | 'reopens', blocked: string, said: (seq: number) => Entry | undefined, nameOf: (entry: Entry) => string, saving: boolean}} state
   *   `way`: sending makes the conversation mine, or opens it again; `blocked`: why one cannot write, empty if one can;
   *   `said`: a message of it; `saving`: an edit is on its way
   */
  render(state) {
    if (state.conversation !== this.#conversation) {
      this.editing.leave(this.#conversation, this.area.value);
      // What was typed before the page knew whose drafts these are is not overwritten.
      if (this.#conversation !== '' || this.area.value === '') {
        this.area.value = state.draft;
        this.#other = state.noteDraft;
        this.isNote = false;
      }
      this.#conversation = state.conversation;
      const left = this.editing.back(state.conversation);
      if (left) {
        this.editing.begin(left.seq, left.said, this.area.value);
        this.area.value = left.text;
      }
    }
    if (this.editing.isOver(state.said(this.editing.seq), state.saving)) this.area.value = this.editing.end();
    const quoted = state.said(this.#quotes.get(state.conversation));
    this.#answers = say('quote_of', { name: quoted ? state.nameOf(quoted) : '', text: quotedText(quoted) });
    this.#blocked = state.blocked;
    this.#hint = say({ usual: 'write', takes: 'write_takes', reopens: 'write_reopens' }[state.way], { name: state.name });
    this.#show();
  }

  #show() {
    const { editing } = this;
    this.form.dataset.way = this.isNote ? 'note' : editing.on ? 'edit' : 'reply';
    const about = this.#about;
    const bar = find(this.form, '#composer-about');
    bar.hidden = about === null;
    if (about) showIcon(find(bar, '.about-icon'), about === 'edit' ? 'draw' : 'quote');
    put(find(bar, '.about-text'), about === 'edit' ? say('editing') : about ? this.#answers : '');
    put(find(bar, '#about-leave'), about ? say(`${about}_leave`) : '');
    this.area.readOnly = editing.sent !== null;
    const blocked = find(this.form, '#composer-blocked');
    const sends = this.on.enter() === 'send';
    put(find(this.form, '#composer-hint'), say(editing.on ? 'edit_hint' : sends ? 'hint_send' : 'hint_newline'));
    mark(this.area, 'enterkeyhint', sends ? 'send' : 'enter');
    blocked.hidden = !this.#isBlocked;
    put(find(blocked, '.composer-why'), this.#blocked);
    find(this.form, '.composer-box').hidden = this.#isBlocked;
    mark(this.area, 'placeholder', this.isNote ? say('write_note') : this.#hint);
    mark(this.area, 'aria-label', say(this.isNote ? 'note_label' : editing.on ? 'editing' : 'write_label'));
    put(find(this.form, '#send > span'), say(this.isNote ? 'send_note' : editing.sent !== null ? 'edit_saving' : editing.on ? 'edit_save' : 'send'));
    for (const note of [false, true]) {
      const way = find(this.form, note ? '#way-note' : '#way-reply');
      way.setAttribute('aria-pressed', String(note === this.isNote));
      way.classList.toggle('has-draft', note !== this.isNote && this.#other !== '');
    }
    this.#measure();
  }

  /** To the visitor, or a note; each keeps its own text. @param {boolean} note */
  turn(note) {
    this.leaveEdit();
    if (note !== this.isNote) {
      [this.area.value, this.#other] = [this.#other, this.area.value];
      this.isNote = note;
      this.#show();
    }
    this.focus();
  }

  /** What is to be said to colleagues was written elsewhere. @param {string} conversation @param {string} text */
  noteIs(conversation, text) {
    if (conversation !== this.#conversation) return;
    if (this.isNote) this.area.value = text;
    else this.#other = text;
    this.#show();
  }

  focus() {
    if (!this.#isBlocked) this.area.focus();
  }

  /** Somebody else answers; a note everybody may leave. */
  get #isBlocked() {
    return this.#blocked !== '' && !this.isNote && !this.editing.on;
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
    send.disabled = this.editing.sent !== null || over > 0 || this.area.value.trim() === '' && !this.#tray?.size;
    this.area.setAttribute('aria-invalid', String(over > 0));
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
  }
}

/** @param {string} text @param {string} begun */
export const joined = (text, begun) => [text, begun].filter(one => one.trim() !== '').join('\n');
