/**
 * Rings: sounds, desktop notifications, the page's title and icon. Edge.
 *
 * @typedef {import('./bell.js').Ring} Ring
 * @typedef {import('./bell.js').BellSettings} BellSettings
 */
import { plain } from '../shared/markdown.js';
import { Attendance } from './attendance.js';
import { settingsFrom, soundOf, switches, written } from './bell.js';
import { visitorName } from './names.js';
import { say } from './texts.js';

const KEPT = 'alerts';
const ASKED = 'alerts.asked';
const REPEATED = 15_000;
const TITLES = { conversation: 'notify_new', message: 'notify_message', mention: 'notify_mention', woken: 'notify_woken' };
/** The tab one looks at rings before the others can. */
const YIELD = 150;
/** By these an agent shows that he is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'];

export class Alerts {
  #unread = 0;
  #attendance = new Attendance();

  /**
   * @param {{store: Store, prefs: import('./preferences.js').Preferences, tabs: ReturnType<typeof import('../shared/tabs.js').createTabs>,
   *   sound: ReturnType<typeof import('../shared/sound.js').createSound>, choose: (conversation: string) => void}} given
   */
  constructor(given) {
    this.given = given;
    setInterval(() => this.#again(), REPEATED);
    for (const sign of SIGNS) addEventListener(sign, () => this.#attendance.did(Date.now()) && given.tabs.tell({ here: true }), { capture: true, passive: true });
    given.tabs.onTold(message => message.here && this.#attendance.heard(Date.now()));
  }

  /** When to ring is the agent's choice; how loud, and whether beside the page, is this device's. @returns {BellSettings} */
  get settings() {
    return settingsFrom({ ...this.#device(), ...switches(this.given.prefs.get('alerts')) });
  }

  /** @returns {object} */
  #device() {
    try {
      return JSON.parse(this.given.store.getItem(KEPT) ?? '{}');
    } catch {
      return {};
    }
  }

  /** @param {Partial<BellSettings>} some */
  change(some) {
    const settings = settingsFrom({ ...this.settings, ...some });
    this.given.store.setItem(KEPT, JSON.stringify({ volume: settings.volume, desktop: settings.desktop }));
    this.given.prefs.choose('alerts', written(settings));
  }

  /** @param {Ring[]} found @param {string[]} watched what this tab shows: no other tab is to ring for it */
  async ring(found, watched) {
    watched.forEach(key => void this.given.tabs.once(key));
    if (found.length === 0) return;
    if (!document.hasFocus()) await new Promise(go => setTimeout(go, YIELD));
    const mine = [];
    for (const ring of found) if (await this.given.tabs.once(keyOf(ring.summary, ring.kind))) mine.push(ring);
    const kind = soundOf(mine, this.settings);
    if (kind) this.play(kind === 'conversation' ? 'ring' : 'message');
    if (!document.hasFocus()) mine.forEach(ring => this.#notify(ring));
  }

  /** @param {'message' | 'ring'} kind */
  play(kind) {
    this.given.sound.volume = 2 * this.settings.volume;
    return this.given.sound.play(kind);
  }

  /** Until he has looked, or is at work here and sees the number. */
  #again() {
    if (!this.settings.repeat || this.#unread === 0 || !this.given.tabs.leader || this.#attendance.isHere(Date.now())) return;
    if (this.settings.messageSound || this.settings.newSound) this.play('message');
  }

  /** @param {Ring} ring */
  #notify(ring) {
    if (!this.settings.desktop || permission() !== 'granted') return;
    const name = visitorName(ring.summary.visitor);
    // Outside of the page nobody needs, and not everybody hides, the marks that isolate a name.
    const title = say(TITLES[ring.kind], { name }).replace(/[\u2066-\u2069]/g, '');
    const body = ring.kind === 'mention' ? '' : this.settings.preview ? plain(ring.summary.last?.text ?? '').slice(0, 200) : say('notify_hidden');
    try {
      const shown = new Notification(title, { body, tag: ring.conversation, icon: new URL('../shared/deskbell.svg', import.meta.url).href });
      shown.onclick = () => {
        window.focus();
        shown.close();
        this.given.choose(ring.conversation);
      };
    } catch {
      // Some phones allow notifications only to service workers; the sound and the title remain.
    }
  }

  /** The number in the title, the dot in the icon. @param {number} unread */
  count(unread) {
    this.#unread = unread;
    const title = `${unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''}${say('inbox')} · Deskbell`;
    if (document.title !== title) document.title = title;
    const link = document.querySelector('link[rel=icon]');
    const address = new URL(unread > 0 ? './icon-unread.svg' : '../shared/deskbell.svg', import.meta.url).pathname;
    if (link?.getAttribute('href') !== address) link?.setAttribute('href', address);
  }

  /** What keeps this page from being heard or seen, the worst first. @returns {'sound' | 'ask' | null} */
  obstacle() {
    if ((this.settings.newSound || this.settings.messageSound) && this.given.sound.blocked) return 'sound';
    return permission() === 'default' && this.given.store.getItem(ASKED) === null ? 'ask' : null;
  }

  /** Asks the browser, at the agent's own click only. @returns {Promise<boolean>} whether notifications are on */
  async allow() {
    this.given.store.setItem(ASKED, 'yes');
    const answer = permission() === 'default' ? await Notification.requestPermission() : permission();
    this.change({ desktop: answer === 'granted' });
    return answer === 'granted';
  }

  decline() {
    this.given.store.setItem(ASKED, 'no');
  }
}

/** One key per event of the list, the same in every tab. @param {import('./boxes.js').Summary} summary @param {string} [kind] */
export function keyOf(summary, kind) {
  if (kind === 'mention' || kind === 'woken') return `${summary.conversation}:${kind}:${summary.seq}`;
  return `${summary.conversation}:${summary.last?.seq ?? summary.seq}`;
}

/** @returns {NotificationPermission | 'unsupported'} */
export function permission() {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}
