/**
 * Gives a call its place: loads the call's own part once a kind of call is allowed, and keeps it at the conversation it
 * belongs to, also while another one is looked at. View.
 */
import { also } from '../texts.js';
import { CALLS } from './assistance.js';

export class CallPlace {
  /** @type {{update: (allowed: any) => void, hear: (frame: Frame) => void} | null} */
  #view = null;
  #loading = false;
  /** Whose call it is. */
  #conversation = '';
  #name = '';
  /** @type {Frame[]} what came before the part was there */
  #early = [];

  /** @param {HTMLElement} place @param {{desk: import('../desk.js').Desk, tell: (text: string) => void}} given */
  constructor(place, given) {
    this.place = place;
    this.given = given;
  }

  /** @param {import('../follows.js').Follow} follow @param {number} now */
  #allowed(follow, now) {
    const me = this.given.desk.boxes.me?.id;
    const kinds = follow.assistance.kinds(me, now).filter(kind => CALLS.includes(kind));
    const request = kinds[0] && follow.assistance.request(me, kinds[0], now)?.request;
    return request ? { conversation: follow.conversation, request, kinds, ice: follow.assistance.ice } : null;
  }

  /** @param {number} now @param {(conversation: string) => string} nameOf */
  render(now, nameOf) {
    const { desk } = this.given;
    const follows = desk.follows.all();
    const own = follows.find(one => one.conversation === this.#conversation);
    const allowed = (own && this.#allowed(own, now)) ?? follows.map(one => this.#allowed(one, now)).find(Boolean) ?? null;
    this.#conversation = allowed?.conversation ?? '';
    this.#name = allowed ? nameOf(allowed.conversation) : this.#name;
    if (this.#view) this.#view.update(allowed);
    else if (allowed) void this.#load();
  }

  async #load() {
    if (this.#loading) return;
    this.#loading = true;
    const { desk, tell } = this.given;
    const name = () => this.#name;
    try {
      const { createCallView } = await import('./callview.js');
      const { ENGLISH } = await import('./calltexts.js');
      const say = also(ENGLISH);
      this.#view = createCallView(this.place, {
        send: (/** @type {Frame} */ frame) => desk.given.send(frame), say, me: desk.boxes.me, tell, get name() { return name(); },
      });
      desk.given.changed();
      for (const frame of this.#early.splice(0)) this.#view?.hear(frame);
    } catch {
      // Without it there is no call, and everything else goes on; the next change tries again.
      this.#loading = false;
    }
  }

  /** @param {Frame} frame */
  hear(frame) {
    if (frame.conversation !== this.#conversation) return;
    if (this.#view) this.#view.hear(frame);
    else this.#early = [...this.#early, frame].slice(-50);
  }
}
