/**
 * Asks the visitor what an agent proposes, beside the element it is about. Escape says no; focus goes back where it was.
 *
 *   new Card(all, overlay) ask(proposal, element, form, answer) with texts;  ask(undefined) closes
 */

import { make, say } from './dom.js';
import { boxOf } from './overlay.js';
import { beside } from './place.js';
import { nameOf } from './target.js';

/** @typedef {import('./proposals.js').Proposal} Proposal */
/** @typedef {import('./proposals.js').Answer} Answer */

export class Card {
  /** @type {Record<string, string>} */ texts = {};
  #card = make('div', { class: 'card', role: 'alertdialog', tabindex: '-1', 'aria-describedby': 'what' });
  /** @type {Element | null} */ #about = null;
  /** @type {Element | null} */ #before = null;
  #overlay;
  #settles = () => this.#settle();

  /** @param {HTMLElement} all @param {import('./overlay.js').Overlay} overlay */
  constructor(all, overlay) {
    this.#overlay = overlay;
    this.#card.hidden = true;
    all.append(this.#card);
  }

  /** @param {Proposal | undefined} proposal @param {Element | null} element @param {boolean} form @param {(given: Answer) => void} answer */
  ask = (proposal, element, form, answer) => {
    if (this.#about) this.#overlay.release(this.#about);
    if (!proposal) return this.#close();
    if (this.#card.hidden) this.#before = document.activeElement;
    this.#about = element;
    element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth' });
    if (element) this.#overlay.hold(proposal.request, element);
    this.#fill(proposal, element, form, answer);
    this.#card.hidden = false;
    this.#settle();
    this.#card.focus({ preventScroll: true });
    addEventListener('resize', this.#settles);
    addEventListener('scroll', this.#settles, { capture: true, passive: true });
  };

  /** The page's own name of the element, where it has one: it is the page that will do it. @param {Proposal} proposal @param {Element | null} element @param {boolean} form @param {(given: Answer) => void} answer */
  #fill({ name, action, label, value = '' }, element, form, answer) {
    const words = say(this.texts, `propose_${action}`, { name, value, label: element && nameOf(element) || label });
    const button = (/** @type {Answer} */ given, /** @type {string} */ kind = '') => {
      const made = make('button', { type: 'button', class: kind }, this.texts[`propose_${given}`] ?? '');
      made.onclick = () => answer(given);
      return made;
    };
    this.#card.ariaLabel = this.texts.propose_label;
    this.#card.replaceChildren(make('p', { id: 'what' }, words), make('div', { class: 'answers' }, button('yes', 'yes'), ...form ? [button('form')] : [], button('no'), button('never')));
    this.#card.onkeydown = event => {
      // What is typed here is not the page's.
      event.stopPropagation();
      if (event.key === 'Escape') answer('no');
    };
  }

  #close() {
    this.#card.hidden = true;
    this.#about = null;
    removeEventListener('resize', this.#settles);
    removeEventListener('scroll', this.#settles, { capture: true });
    if (this.#before instanceof HTMLElement && this.#before.isConnected && !(document.activeElement instanceof HTMLInputElement)) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }

  #settle() {
    const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    const size = { width: this.#card.offsetWidth, height: this.#card.offsetHeight };
    const box = this.#about && boxOf(this.#about) || { left: (view.width - size.width) / 2, top: 72, bottom: 72 };
    const { x, y } = beside(box, size, view);
    this.#card.style.left = `${x}px`;
    this.#card.style.top = `${y}px`;
  }
}
