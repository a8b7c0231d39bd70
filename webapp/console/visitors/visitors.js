/**
 * The list of those who look around now, live for as long as it is open. View.
 *
 * @typedef {import('./onsite.js').Looker} Looker
 */
import { keyed } from '../../shared/keyed.js';
import { find, mark, put, stamp } from '../dom.js';
import { showEmpty } from '../emptyview.js';
import { showFace } from '../faces.js';
import { safeAddress, visitorName } from '../names.js';
import { refusal } from '../refusals.js';
import { say } from '../texts.js';
import { languageName } from '../waiting.js';
import { showIcon } from '../words.js';
import { FirstWord } from './firstword.js';
import { MOST, OnSite, pageName, stopwatch } from './onsite.js';

export class Visitors {
  onSite = new OnSite();
  #connected = false;
  #filter = '';
  /** @type {import('./onsite.js').Order} */
  #order = 'newest';

  /** @param {HTMLElement} root @param {{send: (frame: Frame) => boolean, me: () => {id: string, role?: string} | null, nameOf: (by: {id?: string, name?: string}) => string,
   *   choose: (id: string) => void, base: string}} given */
  constructor(root, given) {
    this.given = given;
    this.dialog = /** @type {HTMLDialogElement} */ (find(root, '#visitors'));
    this.list = find(this.dialog, '#visitors-list');
    this.first = new FirstWord(root, { send: given.send, begun: id => this.#goTo(id), refusal: frame => refusal({ ...frame, by: frame.by && { ...frame.by, name: given.nameOf(frame.by) } }, given.me()?.id) });
    this.rows = keyed(this.list, looker => looker.id, () => stamp('t-looker'), (node, looker) => this.#show(node, looker));
    this.dialog.addEventListener('close', () => given.send({ type: 'watch', on: false }));
    find(this.dialog, '.visitors-close').addEventListener('click', () => this.dialog.close());
    this.field = /** @type {HTMLInputElement} */ (find(this.dialog, '#visitors-filter'));
    this.field.addEventListener('input', () => this.#look(this.field.value));
    find(this.dialog, '#visitors-sort').addEventListener('change', event => {
      this.#order = /** @type {import('./onsite.js').Order} */ (/** @type {HTMLSelectElement} */ (event.target).value);
      this.render();
    });
    this.list.addEventListener('click', event => this.#clicked(event.target));
    this.list.addEventListener('keydown', event => this.#pressed(event));
    for (const link of document.querySelectorAll('.rail [data-view=visitors]')) {
      link.addEventListener('click', event => {
        const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
        if (ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        this.open();
      });
    }
    if (new URLSearchParams(location.search).has('visitors')) {
      history.replaceState(null, '', location.pathname);
      this.open();
    }
    setInterval(() => this.dialog.open && !document.hidden && this.render(), 1000);
  }

  open() {
    if (this.dialog.open) return;
    this.onSite = new OnSite();
    this.#filter = this.field.value = '';
    this.dialog.showModal();
    this.#watch();
    this.render();
  }

  /** @param {Frame} frame @returns {boolean} whether it was for this list */
  hear(frame) {
    if (frame.type === 'inbox' && frame.whole && !this.#connected) {
      this.#connected = true;
      this.#watch();
      this.first.again();
      return false;
    }
    if (this.first.hear(frame)) return true;
    if (frame.type === 'refused' && frame.of === 'watch') {
      setTimeout(() => this.#watch(), 1000 * (frame.retryAfter ?? 1));
      return true;
    }
    if (frame.type !== 'onsite') return false;
    if (this.dialog.open) {
      this.onSite.apply(frame);
      this.render();
    }
    return true;
  }

  lost() {
    this.#connected = false;
    this.onSite.lost();
    if (this.dialog.open) this.render();
  }

  #watch() {
    if (this.dialog.open && this.#connected) this.given.send({ type: 'watch', on: true });
  }

  render() {
    const { onSite } = this;
    const shown = onSite.list(this.#order, this.#filter);
    const some = onSite.known && onSite.on && onSite.count > 0;
    find(this.dialog, '.visitors-find').hidden = !some && this.#filter === '';
    find(this.dialog, '#visitors-sort option[value=site]').hidden = !onSite.manySites;
    put(find(this.dialog, '.visitors-shown'), this.#filter.trim() === '' ? '' : say('visitors_shown', { n: String(shown.length) }));
    const held = this.list.contains(document.activeElement);
    this.rows.update(shown);
    if (held && !this.list.contains(document.activeElement)) this.#buttons()[0]?.focus();
    const lost = find(this.dialog, '.visitors-lost');
    lost.hidden = onSite.known || this.#connected;
    put(find(this.dialog, '.visitors-count'), onSite.known && onSite.on ? this.#counted() : '');
    showEmpty(find(this.dialog, '#visitors-empty'), shown.length > 0 ? null : this.#emptiness());
  }

  /** @param {string} filter */
  #look(filter) {
    this.#filter = filter;
    if (this.field.value !== filter) {
      this.field.value = filter;
      this.field.focus();
    }
    this.render();
  }

  #counted() {
    const { count } = this.onSite;
    return [say.count('visitors_count', count), count > MOST ? say('visitors_newest', { n: String(MOST) }) : ''].filter(Boolean).join(' ');
  }

  /** @returns {import('../emptyview.js').Emptiness} */
  #emptiness() {
    const { onSite, given } = this;
    if (!onSite.known) return { key: 'loading', icon: 'clock', title: say('loading_list'), hint: '' };
    const text = this.#filter.trim();
    if (onSite.on && onSite.count > 0) {
      return { key: `filter ${text}`, icon: 'search', title: say('empty_filter', { text }), hint: say('visitors_filter_hint'), actions: [{ text: say('clear_filter'), act: () => this.#look('') }] };
    }
    if (onSite.on) return { key: 'none', icon: 'people', title: say('visitors_none'), hint: say('visitors_none_hint') };
    const rules = given.me()?.role === 'administrator';
    const actions = rules ? [{ text: say('visitors_off_do'), href: `${given.base}/console/sites` }] : [];
    return { key: `off ${rules}`, icon: 'people', title: say('visitors_off'), hint: say(rules ? 'visitors_off_admin' : 'visitors_off_hint'), actions };
  }

  /** @param {HTMLElement} row @param {Looker} looker */
  #show(row, looker) {
    const name = visitorName(looker);
    row.dataset.key = looker.id;
    row.dataset.state = looker.state;
    showFace(find(row, '.face'), looker);
    put(find(row, '.looker-name'), name);
    put(find(row, '.looker-state'), this.#state(looker));
    showPage(row, looker);
    put(find(row, '.looker-for'), say('visitors_for', { time: stopwatch(Date.now() - Date.parse(looker.since)) }));
    put(find(row, '.looker-visits'), looker.visits > 1 ? say.count('visitors_visits', looker.visits) : say('visitors_first_visit'));
    part(row, '.looker-from', looker.referrer ? say('visitors_from', { host: looker.referrer }) : '');
    part(row, '.looker-language', languageName(looker.language, say.language) ?? '');
    part(row, '.looker-site', this.onSite.manySites ? looker.site.name : '');
    const button = find(row, '.looker-do');
    put(find(button, 'span:last-child'), say(looker.conversation ? 'visitors_open' : 'visitors_start'));
    showIcon(find(button, '.looker-do-icon'), looker.conversation ? 'next' : 'chat');
    mark(button, 'aria-label', `${say(looker.conversation ? 'visitors_open' : 'visitors_start')}: ${name}`);
  }

  /** @param {Looker} looker */
  #state({ state, owner }) {
    if (state !== 'chatting') return say(`visitors_${state}`);
    return owner?.id === this.given.me()?.id ? say('visitors_chatting_you') : say('visitors_chatting', { name: owner?.name ?? say('somebody') });
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const button = target instanceof Element ? target.closest('.looker-do') : null;
    const row = /** @type {HTMLElement | null} */ (button?.closest('.looker') ?? null);
    const looker = row && this.onSite.get(row.dataset.key ?? '');
    if (!looker) return;
    if (looker.conversation) this.#goTo(looker.conversation);
    else this.first.open(looker);
  }

  /** @param {string} conversation */
  #goTo(conversation) {
    this.dialog.close();
    this.given.choose(conversation);
  }

  /** @returns {HTMLElement[]} */
  #buttons() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll('.looker-do'))];
  }

  /** The arrows go from one to the next. @param {KeyboardEvent} event */
  #pressed(event) {
    const buttons = this.#buttons();
    const row = event.target instanceof Element ? event.target.closest('.looker') : null;
    const at = buttons.findIndex(button => row?.contains(button));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, to))]?.focus();
  }
}

/** @param {HTMLElement} row @param {Looker} looker */
function showPage(row, { page }) {
  const link = find(row, '.looker-page');
  put(link, pageName({ page }));
  mark(link, 'href', safeAddress(page.url));
  mark(link, 'title', page.url);
}

/** What there is nothing to say of takes no room. @param {HTMLElement} row @param {string} selector @param {string} text */
function part(row, selector, text) {
  const node = find(row, selector);
  put(node, text);
  node.hidden = text === '';
}
