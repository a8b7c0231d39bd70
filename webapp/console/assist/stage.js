/**
 * Shows a visitor's page by the player, as it comes: each stream on a player of its own, so that the picture before stays
 * until the new one stands. View.
 */
import { Replayer } from '@rrweb/replay';
import { fitted } from './fit.js';
import { createRate } from './rate.js';
import { createSafe } from './safe.js';

/** The player keeps every event: after so many a new picture costs less. */
const MANY = 20_000;
/** Style sheets and pictures get a moment before the new picture takes the place of the one before. */
const MOMENT = 150;
const RULES = [
  // What the site hides.
  '.deskbell-hidden { background: repeating-linear-gradient(45deg, #d5d9d7 0 8px, #e6e9e8 8px 16px); }',
  '*, ::before, ::after { scroll-behavior: auto !important; }',
  'dialog[data-modal] { position: fixed; inset: 0; margin: auto; z-index: 2147483647; max-width: calc(100% - 2em); max-height: calc(100% - 2em); }',
];

/** @typedef {{player: Replayer, safe: ReturnType<typeof createSafe>, shown: boolean, count: number, page: {href: string, width: number, height: number}}} Picture */

export class Stage {
  /** @type {Picture | null} what is seen */
  seen = null;
  /** @type {Picture | null} what the stream goes to */
  #coming = null;
  /** @type {'fit' | 'full'} */
  way = 'fit';
  scale = 1;
  #rate = createRate({ now: () => Date.now() });

  /**
   * @param {{room: HTMLElement, sheet: HTMLElement, scaled: HTMLElement, pictures: HTMLElement}} places
   * @param {{told: (news: object) => void, moved: (at: {x: number, y: number}, touch: boolean) => void,
   *   changed: () => void}} on
   */
  constructor(places, on) {
    this.places = places;
    this.on = on;
    new ResizeObserver(() => this.fit()).observe(places.room);
  }

  begin() {
    if (this.#coming && this.#coming !== this.seen) this.#end(this.#coming);
    const root = document.createElement('div');
    root.className = 'picture is-coming';
    this.places.pictures.append(root);
    const player = new Replayer([], {
      root, liveMode: true, mouseTail: false, triggerFocus: false, showWarning: false, showDebug: false, UNSAFE_replayCanvas: false,
      useVirtualDom: false, pauseAnimation: false, plugins: [], insertStyleRules: RULES, logger: { log() {}, warn() {} },
    });
    player.iframe.tabIndex = -1;
    player.iframe.title = '';
    // Everything counts as already past: shown at once and in order, also while this window is in the background.
    player.startLive(Number.MAX_SAFE_INTEGER);
    const picture = { player, safe: createSafe({ own: location.origin }), shown: false, count: 0, page: { href: '', width: 0, height: 0 } };
    this.#coming = picture;
    player.on('fullsnapshot-rebuilded', () => setTimeout(() => this.#swap(picture), this.seen ? MOMENT : 0));
    this.#rate = createRate({ now: () => Date.now() });
  }

  /** @param {Picture} picture */
  #swap(picture) {
    if (picture !== this.#coming || picture.shown) return;
    const before = this.seen;
    picture.shown = true;
    this.seen = picture;
    picture.player.wrapper.parentElement?.classList.remove('is-coming');
    if (before) this.#end(before);
    this.fit();
    this.on.told({ is: 'shown', ...picture.page });
  }

  /** @param {Picture} picture */
  #end(picture) {
    const root = picture.player.wrapper.parentElement;
    picture.player.destroy();
    root?.remove();
  }

  /** @param {unknown[]} events */
  feed(events) {
    const picture = this.#coming;
    if (!picture) return;
    for (const given of events) {
      const { event, changes } = picture.safe.clean(given);
      if (picture.safe.crowded) return this.#stop('crowded');
      if (this.#rate.add(changes)) return this.#stop('flood');
      if (event) this.#take(picture, event);
    }
    // The player takes them up a moment later.
    setTimeout(this.on.changed);
    if (picture.count > MANY) {
      picture.count = 0;
      this.on.told({ is: 'again' });
    }
  }

  /** @param {Picture} picture @param {any} event */
  #take(picture, event) {
    const { type, data } = event;
    if (type === 3 && (data.source === 1 || data.source === 2)) {
      return this.on.moved(data.source === 1 ? data.positions[0] : data, data.source === 2);
    }
    picture.count++;
    picture.player.addEvent({ ...event, timestamp: picture.count });
    if (type !== 4 && !(type === 3 && data.source === 4)) return;
    Object.assign(picture.page, type === 4 ? data : { width: data.width, height: data.height });
    if (picture !== this.seen) return;
    this.fit();
    this.on.told({ is: 'shown', ...picture.page });
  }

  /** @param {'crowded' | 'flood'} why */
  #stop(why) {
    this.clear();
    this.on.told({ is: why });
  }

  clear() {
    const all = new Set([this.seen, this.#coming]);
    this.seen = this.#coming = null;
    for (const picture of all) if (picture) this.#end(picture);
    this.fit();
  }

  fit() {
    const { room, sheet, scaled } = this.places;
    const page = this.seen?.page;
    sheet.hidden = !page || page.width === 0;
    if (!page || sheet.hidden) return;
    const { scale, width, height } = fitted(page, { width: room.clientWidth, height: room.clientHeight }, this.way);
    this.scale = scale;
    Object.assign(sheet.style, { width: `${width}px`, height: `${height}px` });
    Object.assign(scaled.style, { width: `${page.width}px`, height: `${page.height}px`, transform: `scale(${scale})` });
    scaled.style.setProperty('--scale', String(scale));
  }

  /** What is at a place of the page. @param {{x: number, y: number}} at @returns {{element: Element, id: number} | null} */
  at({ x, y }) {
    const player = this.seen?.player;
    /** @type {any} */
    let root = player?.iframe.contentDocument;
    /** @type {Element | null} */
    let element = root?.elementFromPoint(x, y) ?? null;
    for (root = element?.shadowRoot; root; root = element?.shadowRoot) {
      const inner = root.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    while (element && player && player.getMirror().getId(element) < 1) element = element.parentElement;
    return element && player ? { element, id: player.getMirror().getId(element) } : null;
  }

  /** @param {Node} node */
  idOf(node) {
    return this.seen?.player.getMirror().getId(node) ?? -1;
  }
}
