/**
 * The bar that says who sees the page or is in a call, stops it, and shows what is hidden. It can be moved and remembers where it stands.
 *
 *   new Mark(all, {stop, reveal}) show({requests, texts}) hide()
 */

import { icon, make, say } from './dom.js';
import { kept, stepped } from './place.js';

/** @typedef {{request: string, name: string, kinds: string[]}} Request */

export class Mark {
  #grip = make('button', { class: 'grip', type: 'button' }, icon('grip'));
  #words = make('span');
  #toggle = make('button', { class: 'toggle', type: 'button', 'aria-pressed': 'false' }, icon('hidden'));
  #stop = make('button', { class: 'stop', type: 'button' });
  #bar = make('section', { class: 'mark' }, this.#grip, make('div', { class: 'who', role: 'status' }, make('i', { class: 'live' }), this.#words), this.#toggle, this.#stop);
  /** @type {import('./place.js').Place | undefined} */ #place;
  /** @type {any} */ #looks;
  #settles = () => this.#settle();

  /** @param {HTMLElement} all @param {{stop: () => void, reveal: (on: boolean) => void}} wishes */
  constructor(all, { stop, reveal }) {
    this.#bar.hidden = true;
    this.#stop.onclick = stop;
    this.#toggle.onclick = () => {
      const on = this.#toggle.ariaPressed !== 'true';
      this.#toggle.ariaPressed = `${on}`;
      reveal(on);
    };
    this.#grip.onkeydown = event => this.#step(event);
    this.#grip.onpointerdown = event => this.#drag(event);
    all.append(this.#bar);
  }

  /** @param {{requests: Request[], texts: Record<string, string>}} given */
  show({ requests, texts }) {
    const able = (/** @type {string[]} */ ...any) => requests.filter(({ kinds }) => kinds.some(kind => any.includes(kind)));
    const list = new Intl.ListFormat(this.#bar.closest('[lang]')?.getAttribute('lang') || undefined, { type: 'conjunction' });
    const line = (/** @type {Request[]} */ who, /** @type {string} */ key) => who.length ? [say(texts, key, { name: list.format(new Set(who.map(one => one.name))) })] : [];
    const seeing = able('see');
    const words = [
      ...line(seeing, able('act').length ? 'mark_acts' : able('point').length ? 'mark_points' : 'mark_sees'),
      ...line(able('voice', 'video', 'screen'), 'bar_call'),
    ].join(' · ');
    this.#toggle.hidden = !seeing.length;
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#stop.textContent = texts.mark_stop;
    this.#bar.ariaLabel = texts.mark_label;
    this.#grip.ariaLabel = this.#grip.title = texts.mark_move;
    this.#toggle.ariaLabel = this.#toggle.title = texts.hidden_show;
    this.#cover();
    this.#settle();
    clearInterval(this.#looks);
    this.#looks = setInterval(() => this.#cover(), 300);
    addEventListener('resize', this.#settles);
  }

  hide() {
    this.#bar.hidden = true;
    this.#toggle.ariaPressed = 'false';
    clearInterval(this.#looks);
    removeEventListener('resize', this.#settles);
  }

  /** On a phone the open chat covers the whole page: there it says the same at its own top, with a Stop too. */
  #cover() {
    const chat = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.open');
    const covered = !!chat && chat.getBoundingClientRect().width >= this.#view().width;
    if (covered === this.#bar.hidden) return;
    this.#bar.hidden = covered;
    this.#settle();
  }

  #view() {
    return { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
  }

  /** Top and centre until it is moved: below is the chat. @param {import('./place.js').Place} [place] */
  #settle(place = this.#place) {
    // Where it stands limits how wide it can be: it is measured where it has all the room.
    this.#bar.style.left = '0';
    const size = { width: this.#bar.offsetWidth, height: this.#bar.offsetHeight };
    const view = this.#view();
    const { x, y } = kept(place ?? { x: (view.width - size.width) / 2, y: 12 }, size, view);
    if (place) this.#place = { x, y };
    this.#bar.style.left = `${x}px`;
    this.#bar.style.top = `${y}px`;
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const next = stepped({ x: this.#bar.offsetLeft, y: this.#bar.offsetTop }, event.key, event.shiftKey ? 64 : 16);
    if (!next) return;
    event.preventDefault();
    this.#settle(next);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.button) return;
    const from = { x: event.clientX - this.#bar.offsetLeft, y: event.clientY - this.#bar.offsetTop };
    this.#grip.setPointerCapture(event.pointerId);
    this.#grip.onpointermove = moved => this.#settle({ x: moved.clientX - from.x, y: moved.clientY - from.y });
    this.#grip.onpointerup = this.#grip.onpointercancel = () => { this.#grip.onpointermove = null; };
  }
}
