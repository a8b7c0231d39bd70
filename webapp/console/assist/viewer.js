/**
 * The viewer in the inbox: the picture's frame, the tools above it, and what is said when there is no picture. View.
 *
 * @typedef {{shown: boolean, seeing: boolean, kinds: import('./assistance.js').Kind[], now: number, canAsk: boolean, conversation: string,
 *   request: string | undefined, site: {key: string, name: string} | undefined, name: string, online: boolean, there: boolean, left: number, word: string}} View
 */
import { newRef } from '../../shared/outbox.js';
import { find, put } from '../dom.js';
import { say } from '../texts.js';
import { unpacked } from './pieces.js';
import { createReader } from './stream.js';
import { Suggest } from './suggest.js';
import { Toolbar } from './toolbar.js';
import { ViewerLink } from './viewerlink.js';
import { showVeil } from './veil.js';
import { asksAgain, viewState } from './viewstate.js';
import { createWatch } from './watching.js';

/** So long nothing may come before the picture is asked for again. */
const PATIENT = 5000;

export class Viewer {
  #page = { href: '', said: '', shown: false, stopped: '', heard: 0 };
  #name = '';
  /** Whose page the frame holds. */
  #conversation = '';

  /**
   * @param {HTMLElement} root
   * @param {{channel: {send: (frame: Frame) => boolean}, base: string, changed: () => void, more: () => void, stop: () => void, close: () => void,
   *   act: (type: string, kind: import('./assistance.js').Kind, more: object) => boolean}} given
   */
  constructor(root, given) {
    this.root = root;
    this.given = given;
    this.pane = find(root, '#assist');
    this.site = '';
    this.link = new ViewerLink(find(this.pane, '.assist-frame'), { base: given.base, title: say('viewer_frame'), news: news => this.#news(news) });
    this.watch = createWatch({
      send: ({ conversation, request }, on, fresh) => given.channel.send({ type: 'assist', conversation, request, about: 'watch', data: JSON.stringify({ on, fresh }) }),
    });
    this.reader = createReader({ unpack: unpacked, now: () => Date.now(), ask: () => this.watch.renew(Date.now()), batch: (content, fresh) => this.#batch(content, fresh) });
    this.suggest = new Suggest(this.pane, { send: suggestion => given.act('propose', 'point', { ref: newRef(), ...suggestion }), done: () => this.#settled() });
    this.tools = new Toolbar(this.pane, {
      used: tool => this.#used(tool), clear: () => this.#clear(), way: way => this.link.say({ way }),
      wide: wide => { root.dataset.assist = wide ? 'wide' : 'beside'; }, more: given.more, stop: given.stop,
    });
    this.tools.use('look');
    find(this.pane, '.veil-do').addEventListener('click', () => this.#again());
  }

  /** @param {View} view */
  render(view) {
    const { shown, seeing, now, site, conversation, request } = view;
    this.pane.hidden = !shown;
    find(this.root, '#thread').classList.toggle('has-assist', shown);
    const wanted = shown && request && !document.hidden ? { conversation, request } : null;
    if (this.watch.update(wanted, now, this.reader.busy)) this.#page.heard = now;
    // Nothing of a page stays on the screen without consent.
    if (!shown || !seeing || conversation !== this.#conversation) this.#begin(shown && seeing ? conversation : '', now);
    if (!shown) return;
    if (seeing && site) {
      this.site = site.name;
      this.link.open(site.key);
    }
    if (this.#name !== view.name) this.link.say({ name: this.#name = view.name });
    const state = viewState({ ...view, ...this.#page, page: this.#page.said, quiet: document.hidden ? 0 : now - this.#page.heard });
    if (asksAgain(state) && wanted && now - this.#page.heard > PATIENT) this.reader.wanted();
    find(this.pane, '.assist-bar').hidden = !seeing;
    if (!seeing && this.suggest.isOpen) this.suggest.close();
    this.tools.render({ ...view, live: state === 'live' });
    showVeil(this.pane, state, view.name);
    const word = find(this.pane, '.assist-word');
    word.hidden = view.word === '';
    put(word, view.word);
  }

  /** Another page, or the same anew. @param {string} conversation '' for none @param {number} now */
  #begin(conversation, now) {
    if (conversation === '') this.link.close();
    if (conversation === '' && this.#conversation === '') return;
    this.#conversation = conversation;
    this.reader.reset();
    this.#page = { href: '', said: '', shown: false, stopped: '', heard: now };
    this.#name = '';
    this.link.say({ empty: true });
    if (this.tools.tool !== 'look') this.tools.use('look');
  }

  #again() {
    if (this.pane.dataset.state === 'ended') return this.given.close();
    this.#begin(this.#conversation, Date.now());
    this.watch.renew(Date.now());
    this.given.changed();
  }

  /** @param {any} content @param {boolean} fresh */
  #batch(content, fresh) {
    // The visitor's next page is there, and nobody has asked it for a picture yet.
    if (content?.state === 'here') return this.watch.renew(Date.now());
    // The next page may be one that can be shown; what floods is only shown again on demand.
    if (fresh && this.#page.stopped !== 'flood') this.#page.stopped = '';
    if (typeof content?.state === 'string') this.#page.said = content.state;
    if (this.#page.stopped === '') {
      if (fresh) this.link.say({ begin: true });
      if (Array.isArray(content?.events)) {
        this.#page.said = 'fine';
        if (!this.link.say({ events: content.events })) this.#page.stopped = 'broken';
      }
    }
    this.given.changed();
  }

  /** What the frame tells. @param {any} news */
  #news(news) {
    const { is } = news;
    if (is === 'ready') {
      // The frame has no words of its own: its policy lets it read nothing.
      this.link.say({ way: this.tools.way, tool: this.tools.tool === 'go' ? 'look' : this.tools.tool, name: this.#name, label: say('viewer_canvas') });
    }
    if (is === 'shown') Object.assign(this.#page, { shown: true, href: String(news.href), stopped: '' });
    if (is === 'flood' || is === 'crowded' || is === 'broken') Object.assign(this.#page, { stopped: is, shown: false });
    if (is === 'again') this.reader.wanted();
    if (is === 'tool') this.tools.use('look');
    if (is === 'picked') this.suggest.pick(news);
    if (is === 'send' && (news.about === 'point' || news.about === 'act')) {
      this.given.act('assist', news.about, { about: news.about, data: JSON.stringify(news.data) });
    }
    if (is !== 'send') this.given.changed();
  }

  /** @param {import('./glass.js').Tool | 'go'} tool */
  #used(tool) {
    this.link.say({ tool: tool === 'go' ? 'look' : tool });
    this.suggest.begin(tool, { page: this.#page.href, site: this.site });
  }

  /** A suggestion is made, or not: the keyboard goes on at the tools. */
  #settled() {
    this.tools.use('look');
    find(this.pane, '[data-tool=look]').focus();
  }

  #clear() {
    this.link.say({ clear: true });
    this.given.act('assist', 'point', { about: 'point', data: JSON.stringify({ clear: true }) });
  }

  /** @param {Frame} frame */
  hear(frame) {
    if (frame.conversation !== this.watch.conversation) return;
    this.#page.heard = Date.now();
    this.reader.take(frame);
  }

  lost() {
    this.watch.lost();
    this.reader.reset();
  }
}
