/**
 * Records the page while somebody watches, and gives on only what the filter lets through.
 *
 *   watch(true): a full snapshot now, then every change, in batches at most every 50 ms;  watch(false): nothing more
 *   node(id) → the node of that number;  say({say: 'events', events} | {say: 'state', state})
 */

import { record } from '@rrweb/record';
import { Facts } from './facts.js';
import { Filter } from './filter.js';
import { Pace, changesOf } from './pace.js';
import { LARGEST, liveOf, settings, tooLarge } from './settings.js';
import { browserTakes, hiddenParts } from './selectors.js';
import { Typed } from './typed.js';

const PAUSE = 50;
const REST = 3_000;

export class Recorder {
  /** @type {(() => void) | undefined} */ #end;
  /** @type {any[]} */ #raw = [];
  /** @type {any} */ #timer = 0;
  /** @type {any} */ #rest = 0;
  #posted = 0;
  #renewed = 0;
  #pace = new Pace();
  #typed = new Typed();
  #filter = new Filter();
  #say;

  /** @param {(message: any) => void} say */
  constructor(say) {
    this.#say = say;
    this.facts = new Facts(this.#typed);
    addEventListener('pagehide', () => this.#end && say({ say: 'state', state: 'left' }));
  }

  /** @param {number} id @returns {Node | null} */
  node = id => record.mirror.getNode(id);

  /** @param {string} selectors of the site */
  hide(selectors) {
    const hidden = hiddenParts(selectors, browserTakes);
    if (hidden === this.facts.hiddenSelector) return;
    this.facts.hiddenSelector = hidden;
    if (this.#end) this.#begin();
  }

  /** @param {boolean} on */
  watch(on) {
    if (!on) return this.#stop();
    if (this.#rest) return;
    if (this.#end) this.#renew();
    else this.#begin();
  }

  #begin() {
    this.#stop();
    if (tooLarge()) return this.#say({ say: 'state', state: 'too-large' });
    this.facts.scan();
    this.#filter = new Filter(liveOf(this.facts, this.node), this.#typed);
    this.#pace = new Pace();
    this.#end = this.#safely(() => record(settings(this.facts, event => this.#take(event))));
    if (this.#end) this.#say({ say: 'state', state: 'fine' });
  }

  #stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#timer = this.#rest = 0;
    this.#raw = [];
    this.#safely(() => this.#end?.());
    this.#end = undefined;
  }

  #renew() {
    this.#raw = [];
    this.#renewed = Date.now();
    if (tooLarge()) this.#begin();
    else this.#safely(() => record.takeFullSnapshot(true));
  }

  /** @param {any} event */
  #take(event) {
    this.#raw.push(event);
    this.#timer ||= setTimeout(() => this.#safely(() => this.#pass()), Math.max(0, this.#posted + PAUSE - Date.now()));
  }

  /** What has been gathered goes through the filter, and out. */
  #pass() {
    this.#timer = 0;
    this.facts.scan();
    if (this.#newlyHidden()) this.#renew();
    const raw = this.#raw;
    this.#raw = [];
    const events = raw.map(event => this.#safely(() => this.#filter.clean(event))).filter(Boolean);
    this.#posted = Date.now();
    if (events.length) this.#say({ say: 'events', events });
    this.#check(raw);
  }

  /** @param {any[]} raw */
  #check(raw) {
    const now = Date.now();
    if (this.#filter.size > LARGEST) this.#begin();
    else if (this.#pace.tooFast(raw.reduce((sum, event) => sum + changesOf(event), 0), now)) this.#calm();
    else if (this.#filter.stale && now - this.#renewed > 1_000) this.#renew();
  }

  /** A part that a rule of the site hides only now must not go out with the words it had. */
  #newlyHidden() {
    return [...document.querySelectorAll(this.facts.hiddenSelector)].some(element => this.#filter.shows(record.mirror.getId(element)));
  }

  #calm() {
    this.#stop();
    this.#say({ say: 'state', state: 'too-fast' });
    this.#rest = setTimeout(() => this.#begin(), REST);
  }

  /** Nothing of ours may fail into the page. @template T @param {() => T} work @returns {T | undefined} */
  #safely(work) {
    try {
      return work();
    } catch {
      return undefined;
    }
  }
}
