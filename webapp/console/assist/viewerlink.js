/**
 * The frame in which a visitor's page is shown, and the line to it. View.
 */

export class ViewerLink {
  /** @type {MessagePort | null} */
  #port = null;
  /** @type {object[]} what was said before the frame was there */
  #early = [];
  #site = '';

  /** @param {HTMLElement} place @param {{base: string, title: string, news: (news: any) => void}} given */
  constructor(place, given) {
    this.place = place;
    this.given = given;
  }

  /** A page of this site is to be shown. @param {string} site */
  open(site) {
    if (this.#site === site) return;
    this.close();
    this.#site = site;
    // Our own page, with a policy of its own; the sandbox without scripts is that of the frame inside it.
    const frame = document.createElement('iframe');
    frame.title = this.given.title;
    frame.addEventListener('load', () => this.#meet(frame));
    frame.src = `${this.given.base}/console/viewer?site=${encodeURIComponent(site)}`;
    this.place.replaceChildren(frame);
  }

  /** @param {HTMLIFrameElement} frame */
  #meet(frame) {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data?.is === 'ready') {
        this.#port = port1;
        this.#early.splice(0).forEach(message => this.say(message));
      }
      this.given.news(data);
    };
    frame.contentWindow?.postMessage('deskbell.viewer', location.origin, [port2]);
  }

  /** @param {object} message @returns {boolean} false: it cannot be passed on, as a tree that is far too deep */
  say(message) {
    if (!this.#port) return this.#site === '' || this.#early.push(message) > 0;
    try {
      this.#port.postMessage(message);
      return true;
    } catch {
      return false;
    }
  }

  close() {
    this.#port?.close();
    this.#port = null;
    this.#early = [];
    this.#site = '';
    this.place.replaceChildren();
  }
}
