/**
 * The messages of one conversation. View.
 *
 * @typedef {{rows: Row[], marks: Marks, me: string | undefined, visitorName: string, now: number, live: boolean,
 *   online: boolean, conversation: string, team: import('./boxes.js').Agent[], tiles: (files: any[]) => HTMLElement, mayRemove: (entry: Entry) => boolean, mayEdit: (entry: Entry) => boolean, removes: (entry: Entry) => boolean, editing: number,
 *   mayQuote: boolean, said: (seq: number) => Entry | undefined, nameOf: (entry: Entry) => string, heldFor: (ref: string) => {seconds: number, gone: number} | undefined}} Thread
 *   `editing`: the seq of the message that is in the composer, or 0; `mayQuote`: whether the agent may write; `said`: a message that is held
 */
import { keyed } from '../shared/keyed.js';
import { find } from './dom.js';
import { makeRow, showRow } from './messageview.js';

/** Closer to the end than this many pixels is "at the end". */
const NEAR = 60;

export class ThreadView {
  /** @type {string | null} */
  #conversation = null;
  #atEnd = true;
  /** Foreign messages that arrived below what is in sight. */
  #below = 0;
  #newest = 0;
  /** @type {Thread} */
  thread = { rows: [], heldFor: () => undefined, marks: { delivered: 0, seen: 0 }, me: undefined, visitorName: '', now: 0, live: false, online: false, conversation: '', team: [], tiles: () => document.createElement('div'), mayRemove: () => false, mayEdit: () => false, removes: () => false, editing: 0, mayQuote: false, said: () => undefined, nameOf: () => '' };

  /**
   * @param {HTMLElement} root
   * @param {{retry: (ref: string) => void, discard: (ref: string) => void, unsend: (ref: string) => void, remove: (seq: number) => void, edit: (seq: number) => void, quote: (seq: number) => void, copy: (seq: number) => void, versions: (seq: number) => void, earlier: () => void, looked: () => void,
   *   jumped: (below: number) => void}} on
   */
  constructor(root, on) {
    this.on = on;
    this.scroller = find(root, '#log-scroll');
    this.log = find(root, '#log');
    this.keyed = keyed(this.log, row => row.key, makeRow, (node, row) => showRow(node, row, this.thread));
    this.log.addEventListener('click', event => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.classList.contains('message-remove')) this.#remove(button);
      if (button?.classList.contains('message-quote')) on.quote(seqOf(button));
      if (button?.classList.contains('message-copy')) on.copy(seqOf(button));
      if (button?.classList.contains('quoted')) this.show(Number(button.dataset.of));
      if (button?.classList.contains('message-edit')) on.edit(seqOf(button));
      if (button?.classList.contains('message-edited')) on.versions(seqOf(button));
      const ref = /** @type {HTMLElement | null | undefined} */ (button?.closest('[data-ref]'))?.dataset.ref;
      if (!button || !ref) return;
      if (button.classList.contains('retry')) on.retry(ref);
      if (button.classList.contains('discard')) on.discard(ref);
      if (button.classList.contains('unsend')) on.unsend(ref);
    });
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#atEnd && this.toEnd()).observe(this.scroller);
  }

  /** The button goes away: the focus goes where one reads on. @param {Element} button */
  #remove(button) {
    const seq = seqOf(button);
    this.scroller.focus({ preventScroll: true });
    this.on.remove(seq);
  }

  /** Into the middle of what is in sight; what is not held yet is asked for. @param {number} seq */
  show(seq) {
    const row = this.thread.rows.find(one => one.kind === 'message' && one.entry?.seq === seq);
    const node = row && this.keyed.node(row.key);
    if (!node) return this.on.earlier();
    node.scrollIntoView({ block: 'center' });
    node.classList.add('is-pointed');
    setTimeout(() => node.classList.remove('is-pointed'), 2000);
  }

  get atEnd() {
    return this.#atEnd;
  }

  #scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) {
      this.#below = 0;
      this.on.looked();
    }
    this.on.jumped(this.#below);
    if (scrollTop < 80) this.on.earlier();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#atEnd = true;
  }

  /** @param {Thread} thread */
  render(thread) {
    const other = thread.conversation !== this.#conversation;
    const filled = !other && this.log.childElementCount > 0;
    this.#conversation = thread.conversation;
    this.thread = thread;
    // Keys are unique within one conversation only.
    if (other) this.keyed.update([]);
    if (other) this.#below = 0;
    // Only what arrives while one is here is announced; a history is not read out.
    this.log.setAttribute('aria-live', filled && thread.live ? 'polite' : 'off');
    const anchor = this.#anchor();
    const fresh = this.keyed.update(thread.rows);
    if (!filled) this.#start();
    else if (this.#atEnd || fresh.some(row => row.pending)) this.toEnd();
    else {
      anchor();
      this.#below += fresh.filter(row => row.kind === 'message' && !row.mine && (row.entry?.seq ?? 0) > this.#newest).length;
    }
    this.#newest = thread.rows.findLast(row => row.entry)?.entry?.seq ?? 0;
    this.on.jumped(this.#atEnd ? 0 : this.#below);
  }

  /** A conversation opens at the line of what is new, else at its end. */
  #start() {
    const line = this.keyed.node('new');
    this.toEnd();
    if (!line) return;
    const top = line.offsetTop - 40;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
      this.#atEnd = false;
    }
  }

  /** Keeps what is in sight in its place while something is put above it. */
  #anchor() {
    const first = [...this.log.children].find(node => /** @type {HTMLElement} */ (node).offsetTop >= this.scroller.scrollTop);
    const before = first instanceof HTMLElement ? first.offsetTop : 0;
    return () => {
      if (first instanceof HTMLElement && first.isConnected) this.scroller.scrollTop += first.offsetTop - before;
    };
  }
}

/** Of the message a button belongs to. @param {Element} button */
function seqOf(button) {
  return Number(/** @type {HTMLElement} */ (button.closest('.message')).dataset.seq);
}
