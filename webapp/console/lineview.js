/**
 * The connection and the agent's status, as they are. View.
 */
import { find, mark, put } from './dom.js';
import { Menu } from './menu.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

const STATUSES = ['online', 'away', 'offline'];
/** Shorter breaks than this are nobody's business. */
const PATIENCE = 1500;
const GLAD = 4000;

export class LineView {
  /** @type {ChannelState} */
  state = 'idle';
  #reason = '';
  #broken = 0;
  #next = 0;
  #glad = 0;
  #wasOpen = false;

  /** @param {HTMLElement} root @param {{status: (status: string) => void, opened: () => void, retry: () => void}} on */
  constructor(root, on) {
    this.line = find(root, '#line');
    this.button = find(root, '#status');
    this.load = find(root, '#load');
    this.panel = find(root, '#status-menu');
    this.menu = new Menu(this.button, this.panel, on);
    for (const status of STATUSES) this.panel.append(this.#choice(status, on.status));
    find(this.line, '.line-do').addEventListener('click', () => {
      // The page itself sends who is not logged in to the log-in, and brings him back to this conversation.
      if (this.state === 'closed' && this.#reason === 'login') location.reload();
      else on.retry();
    });
  }

  /** @param {string} status @param {(status: string) => void} choose */
  #choice(status, choose) {
    const item = document.createElement('button');
    item.type = 'button';
    item.className = 'menu-item';
    item.dataset.status = status;
    item.setAttribute('role', 'menuitemradio');
    for (const [name, text] of [['dot', ''], ['menu-name', say(`status_${status}`)], ['menu-hint', say(`status_${status}_hint`)]]) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = text;
      item.append(part);
    }
    item.addEventListener('click', () => {
      choose(status);
      this.menu.close(true);
    });
    return item;
  }

  /** @param {ChannelState} state @param {string} reason @param {number} now @param {number} [wait] */
  became(state, reason, now, wait = 0) {
    if (state === 'open') {
      if (this.#broken > 0 && now - this.#broken > PATIENCE && this.#wasOpen) this.#glad = now + GLAD;
      this.#broken = 0;
      this.#wasOpen = true;
    } else if (this.#broken === 0) this.#broken = now;
    if (state === 'waiting') this.#next = now + wait;
    this.state = state;
    this.#reason = reason;
  }

  /** @param {number} now @param {string} status the agent's @param {string} parting what becomes of his conversations if he goes offline, where that is known @param {{open: number, most?: number}} load how many he has, of how many he is given */
  render(now, status, parting, load) {
    const shown = this.#shown(now);
    this.line.hidden = shown === null;
    if (shown) {
      this.line.dataset.mood = shown.mood;
      showIcon(find(this.line, '.line-icon'), shown.mood === 'good' ? 'check' : 'alert');
      put(find(this.line, '.line-title'), shown.title);
      put(find(this.line, '.line-hint'), shown.hint);
      const button = find(this.line, '.line-do');
      button.hidden = shown.act === '';
      put(button, shown.act);
    }
    const real = this.state === 'open' ? status : 'unknown';
    this.button.dataset.status = real;
    const text = this.state === 'open' ? say(`status_${status}`) : this.#wasOpen || this.state === 'closed' ? say('line_none') : say('line_connecting');
    put(find(this.button, '.status-text'), text);
    mark(this.button, 'aria-label', say('status', { status: text }));
    this.#showLoad(load.open, this.state === 'open' ? load.most : undefined);
    const offline = find(this.panel, '[data-status=offline]');
    put(find(offline, '.menu-hint'), parting || say('status_offline_hint'));
    for (const item of this.panel.children) mark(item, 'aria-checked', String(/** @type {HTMLElement} */ (item).dataset.status === status));
  }

  /** @param {number} open @param {number} [most] */
  #showLoad(open, most) {
    this.load.hidden = most === undefined;
    if (most === undefined) return;
    const text = say('load_label', { n: open, most });
    put(find(this.load, '.load-count'), say('load', { n: open, most }));
    put(find(this.load, '.load-text'), text);
    mark(this.load, 'title', text);
    this.load.classList.toggle('is-full', open >= most);
  }

  /** @param {number} now */
  #shown(now) {
    if (this.state === 'closed' && this.#reason === 'login') return { mood: 'bad', title: say('line_ended'), hint: '', act: say('line_login') };
    if (this.state === 'closed') return { mood: 'bad', title: say('line_none'), hint: say('line_lost_hint'), act: say('line_try') };
    if (this.state === 'open') return this.#glad > now ? { mood: 'good', title: say('line_back'), hint: '', act: '' } : null;
    if (this.#broken === 0 || now - this.#broken < PATIENCE) return null;
    const left = Math.ceil((this.#next - now) / 1000);
    const waiting = this.state === 'waiting' && left > 1;
    return { mood: 'bad', title: say('line_lost'), hint: say('line_lost_hint'), act: waiting ? say('line_try') : '' };
  }
}
