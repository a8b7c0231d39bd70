/**
 * The lines agents draw by hand, each on its node; a line fades some seconds after it is done.
 *
 *   grow(request, {id, points, done}, node) wipe(request) paint(now, boxOf)
 */

import { draw } from './dom.js';

const LASTS = 6_000;
const FADES = 600;
const LONGEST = 2_000;
const MOST = 100;

/** @typedef {{request: string, node: Node, points: [number, number][], until: number, drawn: Element[]}} Line */

export class Lines {
  /** @type {Map<string, Line>} */ #lines = new Map();

  /** @param {Element} svg */
  constructor(svg) {
    this.svg = svg;
  }

  get size() {
    return this.#lines.size;
  }

  requests() {
    return [...this.#lines.values()].map(({ request }) => request);
  }

  /** @param {string} request @param {{id: string, points: [number, number][], done?: boolean}} given @param {Node | null} node */
  grow(request, { id, points, done }, node) {
    const key = `${request} ${id}`;
    const line = this.#lines.get(key) ?? this.#begin(key, request, node);
    if (!line || !Array.isArray(points)) return;
    for (const [x, y] of points) if (Number.isFinite(x) && Number.isFinite(y) && line.points.length < LONGEST) line.points.push([x, y]);
    // A line whose end never came does not stay for ever.
    line.until = Date.now() + (done ? LASTS : LASTS * 3);
  }

  /** @param {string} key @param {string} request @param {Node | null} node */
  #begin(key, request, node) {
    if (!node || this.#lines.size >= MOST) return undefined;
    /** @type {Line} */
    const line = { request, node, points: [], until: 0, drawn: ['under', 'over'].map(name => draw('polyline', { class: name })) };
    this.svg.append(...line.drawn);
    this.#lines.set(key, line);
    return line;
  }

  /** @param {string} request */
  wipe(request) {
    for (const [key, line] of this.#lines) if (line.request === request) this.#drop(key, line);
  }

  /** @param {string} key @param {Line} line */
  #drop(key, line) {
    for (const element of line.drawn) element.remove();
    this.#lines.delete(key);
  }

  /** @param {number} now @param {(node: Node) => DOMRect | null} boxOf */
  paint(now, boxOf) {
    for (const [key, line] of this.#lines) {
      if (line.until + FADES < now) {
        this.#drop(key, line);
        continue;
      }
      const box = boxOf(line.node);
      const points = box ? line.points.map(([x, y]) => `${(box.left + x).toFixed(1)},${(box.top + y).toFixed(1)}`).join(' ') : '';
      for (const element of line.drawn) {
        element.setAttribute('points', points);
        element.classList.toggle('fading', line.until < now);
      }
    }
  }
}
