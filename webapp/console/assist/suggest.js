/**
 * The line under the tools in which a suggestion is completed: a click confirmed, a text written, a choice made, an address
 * given; or why something cannot be suggested. View.
 *
 * @typedef {{action: 'click' | 'fill' | 'choose' | 'go', node?: number, label: string, value?: string}} Suggestion
 * @typedef {{tool: string, node: number, target: import('./target.js').Target}} Picked
 */
import { find, put } from '../dom.js';
import { say } from '../texts.js';
import { siteAddress } from './target.js';

export class Suggest {
  /** What will be sent, but for its value. @type {{action: Suggestion['action'], node?: number, label: string} | null} */
  #what = null;
  /** @type {{page: string, site: string}} */
  #where = { page: '', site: '' };

  /** @param {HTMLElement} root @param {{send: (suggestion: Suggestion) => boolean, done: () => void}} on */
  constructor(root, on) {
    this.form = /** @type {HTMLFormElement} */ (find(root, '#suggest'));
    this.on = on;
    this.text = /** @type {HTMLInputElement} */ (find(this.form, '#suggest-text'));
    this.choice = /** @type {HTMLSelectElement} */ (find(this.form, '#suggest-choice'));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.#send();
    });
    find(this.form, '#suggest-cancel').addEventListener('click', () => this.close());
    this.form.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.close();
    });
  }

  get isOpen() {
    return this.#what !== null;
  }

  /** A tool was taken up: says what to do with it. @param {string} tool @param {{page: string, site: string}} where */
  begin(tool, where) {
    this.#where = where;
    this.#what = null;
    if (tool === 'go') {
      this.#show({ action: 'go', label: '' }, say('suggest_go'), say('suggest_go_hint', { site: where.site }));
      this.text.value = URL.canParse(where.page) ? `${new URL(where.page).origin}/` : '';
      this.text.focus();
    } else if (tool === 'click' || tool === 'fill') this.#say(say(`suggest_pick_${tool}`));
    else this.form.hidden = true;
  }

  /** Something on the page was picked. @param {Picked} picked */
  pick({ tool, node, target }) {
    const label = target.label || say('suggest_unnamed');
    this.#what = null;
    if (target.why !== '') return this.#say(say(`suggest_${target.why}`));
    if (tool === 'click') {
      this.#show({ action: 'click', node, label }, say('suggest_click', { label }));
      return find(this.form, '#suggest-send').focus();
    }
    if (target.field === '') return this.#say(say('suggest_field'));
    const choice = target.field === 'choice';
    this.#show({ action: choice ? 'choose' : 'fill', node, label }, say(choice ? 'suggest_choose' : 'suggest_fill', { label }));
    this.choice.replaceChildren(...target.options.map(option => new Option(option, option)));
    this.text.value = '';
    (choice ? this.choice : this.text).focus();
  }

  /** @param {{action: Suggestion['action'], node?: number, label: string}} what @param {string} title @param {string} [hint] */
  #show(what, title, hint = '') {
    this.#what = what;
    this.#say(title, hint);
    this.text.hidden = what.action !== 'fill' && what.action !== 'go';
    this.choice.hidden = what.action !== 'choose';
    this.text.type = what.action === 'go' ? 'url' : 'text';
    find(this.form, '#suggest-send').hidden = false;
  }

  /** @param {string} title @param {string} [hint] */
  #say(title, hint = '') {
    this.form.hidden = false;
    for (const part of ['#suggest-text', '#suggest-choice', '#suggest-send']) find(this.form, part).hidden = true;
    put(find(this.form, '.suggest-title'), title);
    put(find(this.form, '.suggest-hint'), hint);
  }

  #send() {
    const what = this.#what;
    if (!what) return;
    let value = what.action === 'choose' ? this.choice.value : this.text.value.trim();
    let { label } = what;
    if (what.action === 'go') {
      const address = siteAddress(value, this.#where.page);
      if (!address) return put(find(this.form, '.suggest-hint'), say('suggest_go_wrong', { site: this.#where.site }));
      value = address;
      label = new URL(address).pathname.slice(0, 200);
    }
    if (what.action !== 'click' && value === '') return this.text.focus();
    if (this.on.send({ ...what, label, ...(what.action === 'click' ? {} : { value: value.slice(0, 1000) }) })) this.close();
  }

  close() {
    this.#what = null;
    this.form.hidden = true;
    this.on.done();
  }
}
