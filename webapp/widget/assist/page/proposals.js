/**
 * Keeps what agents propose in order, one at a time, and does what the visitor says yes to. The rules come first and last:
 * what may not be done is answered `failed` without a question.
 *
 *   add(proposal) withdraw(request) clear();  ask(proposal, answer) draws a question;  settled(proposal, answer) tells
 */

import { mayChoose, mayClick, mayFill, mayGo } from './allowed.js';
import { choose, fill, press, targetOf } from './target.js';

/** @typedef {{proposal: string, request: string, name: string, action: string, node?: number, label: string, value?: string}} Proposal */
/** @typedef {'yes' | 'form' | 'no' | 'never'} Answer */

/** The answer goes out before the page does. */
const LEAVING = 300;

export class Proposals {
  /** @type {Proposal[]} */ #waiting = [];
  /** @type {Set<string>} */ #never = new Set();
  /** Forms in which a request may go on. @type {WeakMap<Element, Set<string>>} */ #forms = new WeakMap();
  /** @type {Proposal | undefined} */ #asked;
  #recorder; #ask; #settled;

  /**
   * @param {import('./recorder.js').Recorder} recorder
   * @param {(proposal: Proposal | undefined, element: Element | null, form: boolean, answer: (given: Answer) => void) => void} ask
   * @param {(proposal: Proposal, answer: string) => void} settled
   */
  constructor(recorder, ask, settled) {
    this.#recorder = recorder;
    this.#ask = ask;
    this.#settled = settled;
  }

  /** @param {Proposal} proposal */
  add(proposal) {
    this.#waiting.push(proposal);
    if (!this.#asked) this.#next();
  }

  /** @param {string} [request] without: all */
  withdraw(request) {
    this.#waiting = request === undefined ? [] : this.#waiting.filter(one => one.request !== request);
    if (!this.#asked || request !== undefined && this.#asked.request !== request) return;
    this.#asked = undefined;
    this.#next();
  }

  #next() {
    const proposal = this.#waiting.shift();
    if (!proposal) return this.#ask(undefined, null, false, () => {});
    const element = this.#element(proposal);
    const form = element && formOf(element);
    if (this.#never.has(proposal.request)) return this.#end(proposal, 'never');
    if (!this.#allowed(proposal, element)) return this.#end(proposal, 'failed');
    if (form && this.#forms.get(form)?.has(proposal.request)) return this.#end(proposal, this.#done(proposal) ? 'done' : 'failed');
    this.#asked = proposal;
    this.#ask(proposal, element, !!form, given => this.#answered(proposal, given));
  }

  /** @param {Proposal} proposal @param {string} answer */
  #end(proposal, answer) {
    this.#asked = undefined;
    this.#settled(proposal, answer);
    this.#next();
  }

  /** @param {Proposal} proposal @param {Answer} given */
  #answered(proposal, given) {
    if (this.#asked !== proposal) return;
    if (given === 'no') return this.#end(proposal, 'no');
    if (given === 'never') {
      this.#never.add(proposal.request);
      return this.#end(proposal, 'never');
    }
    const element = this.#element(proposal);
    const form = element && formOf(element);
    const done = this.#done(proposal);
    if (done && given === 'form' && form) this.#forms.set(form, (this.#forms.get(form) ?? new Set()).add(proposal.request));
    this.#end(proposal, !done ? 'failed' : given === 'form' ? 'form' : 'done');
  }

  /** @param {Proposal} proposal @returns {Element | null} */
  #element({ action, node }) {
    const found = action === 'go' || node === undefined ? null : this.#recorder.node(node);
    const element = found instanceof Element ? found : found?.parentElement ?? null;
    return element?.isConnected ? element : null;
  }

  /** @param {Proposal} proposal @param {Element | null} element */
  #allowed({ action, value = '' }, element) {
    if (action === 'go') return mayGo(value, location.href);
    if (!element) return false;
    const target = targetOf(element, this.#recorder.facts);
    return action === 'click' ? mayClick(target, location.href) : action === 'fill' ? mayFill(target) : action === 'choose' && mayChoose(target);
  }

  /** Judged again: the page may have changed while the question stood. @param {Proposal} proposal */
  #done(proposal) {
    const element = /** @type {any} */ (this.#element(proposal));
    if (!this.#allowed(proposal, element)) return false;
    const { action, value = '' } = proposal;
    try {
      if (action === 'choose') return choose(element, value);
      if (action === 'fill') fill(element, value);
      else if (action === 'go') setTimeout(() => location.assign(new URL(value, location.href)), LEAVING);
      else press(element);
      return true;
    } catch {
      return false;
    }
  }
}

/** @param {Element} element @returns {Element | null} */
const formOf = element => /** @type {any} */ (element).form ?? element.closest('form,[role="form"],fieldset');
