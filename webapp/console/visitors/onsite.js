/**
 * Who looks around on the sites now, as the server tells it. Pure.
 *
 * @typedef {{id: string, name?: string, verified: boolean, site: {key: string, name: string}, page: {url: string, title?: string}, pages: number,
 *   referrer?: string, language?: string, visits: number, since: string, state: 'looking' | 'waiting' | 'chatting',
 *   owner?: {id: string, name?: string}, conversation?: string}} Looker
 * @typedef {'newest' | 'longest' | 'state' | 'name' | 'page' | 'site' | 'visits'} Order
 */
import { shortAddress, visitorName } from '../names.js';

/** More are never shown; the server tells no more at once. */
export const MOST = 500;

export class OnSite {
  /** @type {Map<string, Looker>} */
  #items = new Map();
  /** Whether the server has told all of it. */
  known = false;
  /** Whether one of the sites lists its visitors at all. */
  on = false;
  /** @type {number | null} how many there are, where it is more than are told */
  #all = null;

  /** @param {Frame} frame an `onsite` */
  apply(frame) {
    if (frame.whole) this.#items = new Map();
    if (!frame.whole && !this.known) return;
    this.known = true;
    this.on = frame.on;
    this.#all = frame.all ?? null;
    for (const id of frame.gone ?? []) this.#items.delete(id);
    for (const item of frame.items) this.#items.set(item.id, item);
  }

  /** What was told may not be so any more. */
  lost() {
    this.known = false;
  }

  /** @param {string} id */
  get(id) {
    return this.#items.get(id);
  }

  /** Without an order, who came last is on top; none moves while he is there. @param {Order} [order] @param {string} [filter] @returns {Looker[]} */
  list(order = 'newest', filter = '') {
    const wanted = fold(filter);
    const newest = (/** @type {Looker} */ one, /** @type {Looker} */ other) => compare(other.since, one.since) || compare(one.id, other.id);
    return [...this.#items.values()].sort(newest).slice(0, MOST)
      .filter(looker => wanted === '' || wordsOf(looker).some(word => fold(word).includes(wanted)))
      .sort((one, other) => ORDERS[order](one, other));
  }

  get count() {
    return this.#all ?? this.#items.size;
  }

  /** Whether they come from more than one site. */
  get manySites() {
    return new Set([...this.#items.values()].map(item => item.site.key)).size > 1;
  }
}

/** Nothing moves where two are alike. @type {Record<Order, (one: Looker, other: Looker) => number>} */
const ORDERS = {
  newest: () => 0,
  longest: (one, other) => compare(one.since, other.since),
  state: (one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state),
  name: (one, other) => visitorName(one).localeCompare(visitorName(other)),
  page: (one, other) => pageName(one).localeCompare(pageName(other)),
  site: (one, other) => one.site.name.localeCompare(other.site.name),
  visits: (one, other) => other.visits - one.visits,
};

/** Who waits comes first. */
const STATES = ['waiting', 'looking', 'chatting'];

/** As it is shown. @param {Pick<Looker, 'page'>} looker */
export const pageName = ({ page }) => page.title?.trim() || shortAddress(page.url);

/** What the filter looks at. @param {Looker} looker */
const wordsOf = looker => [visitorName(looker), looker.page.title ?? '', looker.page.url, looker.site.name, looker.referrer ?? ''];

/** @param {string} text */
const fold = text => text.trim().toLocaleLowerCase();

/** How long it lasts, as a clock shows it: 0:07, 12:30, 1:02:30. @param {number} ms */
export function stopwatch(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Instants of one form sort as text. @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
