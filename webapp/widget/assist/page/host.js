/**
 * The one element of ours in the page, with everything we draw in its shadow root. It stays: a page that takes it away
 * gets it back, a page that insists (three times) or makes it invisible ends the assistance.
 *
 *   new Host(lost) show() dress({accent, onAccent, scheme, dir, language}) remove();  all: where the parts go
 */

import { make } from './dom.js';
import { lookOf } from './look.js';

const TAG = 'deskbell-assist';
const PATIENCE = 3;

export class Host {
  all = make('div', { class: 'all' });
  #element = document.createElement(TAG);
  #sheet = new CSSStyleSheet();
  #look = '';
  #home = /** @type {Element} */ (document.documentElement);
  #taken = 0;
  #unseen = 0;
  /** @type {any} */ #timer;
  #observer = new MutationObserver(() => this.#mend());
  #lost;

  /** @param {() => void} lost the page does not let us be seen */
  constructor(lost) {
    this.#lost = lost;
    const root = this.#element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [this.#sheet];
    root.append(this.all);
  }

  show() {
    if (this.#timer) return;
    this.#place();
    this.#timer = setInterval(() => this.#watch(), 1_000);
  }

  remove() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#observer.disconnect();
    this.#element.remove();
    this.#taken = this.#unseen = 0;
  }

  /** @param {{accent: string, onAccent: string, scheme: string, dir: string, language: string}} given */
  dress(given) {
    const look = lookOf(given);
    if (look !== this.#look) this.#sheet.replaceSync(this.#look = look);
    this.all.dir = given.dir;
    this.all.lang = given.language;
  }

  /** A modal dialog makes all that is outside of it unusable: we go in. */
  #wanted() {
    return [...document.querySelectorAll('dialog:modal')].pop() ?? document.documentElement;
  }

  #place() {
    this.#observer.disconnect();
    this.#home = this.#wanted();
    this.#home.append(this.#element);
    this.#observer.observe(this.#home, { childList: true });
    if (this.#home !== document.documentElement) this.#observer.observe(document.documentElement, { childList: true, subtree: true });
  }

  #mend() {
    if (this.#element.isConnected) return;
    // With its dialog it may go: that was not about us.
    if (this.#home.isConnected && ++this.#taken >= PATIENCE) return this.#lost();
    this.#place();
  }

  #watch() {
    this.#mend();
    if (!this.#timer || document.hidden) return;
    if (this.#home !== this.#wanted()) this.#place();
    this.#unseen = this.#seen() ? 0 : this.#unseen + 1;
    if (this.#unseen > 1) this.#lost();
  }

  #seen() {
    const { width, height } = this.#element.getBoundingClientRect();
    return width > 0 && height > 0 && !this.#element.closest('[inert]') && (this.#element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true);
  }
}
