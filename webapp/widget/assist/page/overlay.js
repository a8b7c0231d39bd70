/**
 * Draws what agents point at: pointers with names, boxes, lines. Everything hangs on a node of the page and goes with it;
 * frames are counted only while something is shown.
 *
 *   point(request, name, data) withdraw(request) clear()
 */

import { draw, icon, make } from './dom.js';
import { Lines } from './lines.js';

const LASTS = 4_000;
const IDLE = 20_000;

/** @typedef {{element: HTMLElement, request: string, node: Node, x: number, y: number, until: number}} Thing */

export class Overlay {
  #layer = make('div', { class: 'layer', 'aria-hidden': 'true' });
  #lines = new Lines(draw('svg', { class: 'lines' }));
  /** @type {Map<string, Thing>} */ #pointers = new Map();
  /** @type {Map<Node, Thing>} */ #boxes = new Map();
  #frame = 0;
  #node;

  /** @param {HTMLElement} all @param {(id: number) => Node | null} node */
  constructor(all, node) {
    this.#node = node;
    this.#layer.append(this.#lines.svg);
    all.prepend(this.#layer);
  }

  /** @param {string} request @param {string} name @param {any} data */
  point(request, name, { at, off, mark, line, clear }) {
    if (at) this.#at(request, name, at);
    if (off) this.#drop(this.#pointers, request);
    if (mark) this.#mark(request, this.#node(mark.node), LASTS);
    if (line) this.#lines.grow(request, line, this.#node(line.node));
    if (clear) this.#wipe(request);
    this.#run();
  }

  /** A box that stays until it is taken away: what a proposal is about. @param {string} request @param {Node} node */
  hold(request, node) {
    this.#mark(request, node, Infinity);
    this.#run();
  }

  /** @param {Node} node */
  release(node) {
    this.#drop(this.#boxes, node);
  }

  /** @param {string} request */
  withdraw(request) {
    this.#drop(this.#pointers, request);
    this.#wipe(request);
  }

  clear() {
    for (const request of new Set([...this.#pointers.keys(), ...[...this.#boxes.values()].map(one => one.request), ...this.#lines.requests()])) this.withdraw(request);
  }

  /** @param {string} request */
  #wipe(request) {
    for (const [node, box] of this.#boxes) if (box.request === request) this.#drop(this.#boxes, node);
    this.#lines.wipe(request);
  }

  /** @template K @param {Map<K, Thing>} things @param {K} key */
  #drop(things, key) {
    things.get(key)?.element.remove();
    things.delete(key);
  }

  /** @param {string} request @param {string} name @param {{node: number, x: number, y: number}} place */
  #at(request, name, { node: id, x, y }) {
    const node = this.#node(id);
    if (!node || !Number.isFinite(x) || !Number.isFinite(y)) return;
    const element = this.#pointers.get(request)?.element ?? make('div', { class: 'pointer' }, icon('arrow'), make('b', { dir: 'auto' }, name));
    if (!element.isConnected) this.#layer.append(element);
    this.#pointers.set(request, { element, request, node, x, y, until: Date.now() + IDLE });
  }

  /** @param {string} request @param {Node | null} node @param {number} lasts */
  #mark(request, node, lasts) {
    if (!node) return;
    this.#drop(this.#boxes, node);
    const element = make('div', { class: 'box' });
    this.#layer.append(element);
    this.#boxes.set(node, { element, request, node, x: 0, y: 0, until: Date.now() + lasts });
  }

  #run() {
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    this.#frame = 0;
    const now = Date.now();
    for (const things of [this.#pointers, this.#boxes]) for (const [key, thing] of things) if (thing.until < now) this.#drop(/** @type {Map<any, Thing>} */ (things), key);
    for (const { element, node, x, y } of this.#pointers.values()) {
      const box = boxOf(node);
      element.hidden = !box;
      if (box) element.style.transform = `translate(${box.left + x * box.width - 4}px,${box.top + y * box.height - 2}px)`;
    }
    for (const { element, node } of this.#boxes.values()) {
      const box = boxOf(node);
      element.hidden = !box;
      if (box) Object.assign(element.style, { transform: `translate(${box.left - 4}px,${box.top - 4}px)`, width: `${box.width + 8}px`, height: `${box.height + 8}px` });
    }
    this.#lines.paint(now, boxOf);
    if (this.#pointers.size + this.#boxes.size + this.#lines.size) this.#run();
  }
}

/** @param {Node} node @returns {DOMRect | null} */
export function boxOf(node) {
  if (!node.isConnected) return null;
  if (node instanceof Document) return node.documentElement.getBoundingClientRect();
  if (node instanceof Element) return seen(node.getBoundingClientRect());
  const range = document.createRange();
  range.selectNode(node);
  return seen(range.getBoundingClientRect());
}

/** @param {DOMRect} box */
const seen = box => box.width || box.height ? box : null;
