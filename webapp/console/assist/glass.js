/**
 * The pane of glass over the picture: takes pointer and keys, so that the page below gets none, and turns them into what
 * the chosen tool says to the visitor's page. View.
 *
 * @typedef {'look' | 'point' | 'draw' | 'click' | 'fill' | 'act'} Tool
 */
import { fractions, within } from './fit.js';
import { createPen } from './pen.js';
import { createScroll } from './scroll.js';
import { CLICKABLE, described } from './target.js';
import { throttle } from './throttle.js';

const CLOCK = {
  now: () => Date.now(),
  timer: (/** @type {() => void} */ run, /** @type {number} */ delay) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};
const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] });

export class Glass {
  /** @type {Tool} */
  tool = 'look';
  /** Where the keys have moved the pointer. @type {{x: number, y: number} | null} */
  #cursor = null;

  /**
   * @param {HTMLElement} node
   * @param {{stage: import('./stage.js').Stage, marks: import('./marks.js').MarksView, told: (news: object) => void}} given
   */
  constructor(node, given) {
    this.node = node;
    this.given = given;
    this.point = throttle(at => this.#send('point', at), CLOCK);
    this.pen = createPen({ send: line => this.#send('point', { line }), marks: given.marks, clock: CLOCK });
    this.scroll = createScroll({ stage: given.stage, send: data => this.#send('act', data), clock: CLOCK });
    node.addEventListener('pointermove', event => this.#moved(this.#at(event)));
    node.addEventListener('pointerleave', () => this.#left());
    node.addEventListener('pointerdown', event => this.#down(event));
    node.addEventListener('pointerup', () => this.pen.lift());
    node.addEventListener('pointercancel', () => this.pen.lift());
    node.addEventListener('click', event => event.detail > 0 && this.#press(this.#at(event)));
    node.addEventListener('wheel', event => {
      if (this.tool !== 'act') return;
      event.preventDefault();
      this.scroll.by(this.#at(event), event.deltaX, event.deltaY);
    }, { passive: false });
    node.addEventListener('keydown', event => this.#key(event));
  }

  /** @param {Tool} tool */
  use(tool) {
    if (this.tool === tool) return;
    this.pen.lift();
    if (this.tool === 'point') this.#left();
    this.tool = tool;
    this.node.dataset.tool = tool;
    this.#cursor = null;
    this.given.marks.cursor(null);
    this.given.marks.hover(null);
  }

  /** @param {string} about @param {object} data */
  #send(about, data) {
    this.given.told({ is: 'send', about, data });
  }

  /** @param {MouseEvent} event */
  #at(event) {
    const box = this.node.getBoundingClientRect();
    const { scale } = this.given.stage;
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  }

  /** @param {{x: number, y: number}} at */
  #target(at) {
    const hit = this.given.stage.at(at);
    if (!hit || this.tool === 'point') return hit;
    const element = hit.element.closest(CLICKABLE) ?? hit.element;
    const id = this.given.stage.idOf(element);
    return id > 0 ? { element, id } : hit;
  }

  /** @param {{x: number, y: number}} at */
  #moved(at) {
    const { stage, marks } = this.given;
    if (this.tool === 'point') {
      const hit = stage.at(at);
      if (hit) this.point.call({ at: { node: hit.id, ...fractions(at, hit.element.getBoundingClientRect()) } });
    }
    if (this.tool === 'click' || this.tool === 'fill' || this.tool === 'act') marks.hover(this.#target(at)?.element.getBoundingClientRect() ?? null);
    if (this.tool === 'draw') this.pen.move(at);
  }

  #left() {
    this.given.marks.hover(null);
    if (this.tool !== 'point') return;
    this.point.drop();
    this.#send('point', { off: true });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (this.tool !== 'draw' || event.button !== 0) return;
    const at = this.#at(event);
    const hit = this.given.stage.at(at);
    if (!hit) return;
    this.node.setPointerCapture(event.pointerId);
    this.pen.set(at, hit);
  }

  /** A click, or the key that stands for it. @param {{x: number, y: number}} at */
  #press(at) {
    const hit = this.#target(at);
    if (!hit || this.tool === 'look' || this.tool === 'draw') return;
    const { stage, marks, told } = this.given;
    if (this.tool === 'point') {
      marks.mark(hit.element);
      return this.#send('point', { mark: { node: hit.id } });
    }
    const target = described(hit.element, stage.seen?.page.href ?? '');
    if (this.tool === 'act' && target.why === '') return this.#send('act', { click: { node: hit.id } });
    told({ is: 'picked', tool: this.tool, node: hit.id, target });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const page = this.given.stage.seen?.page;
    if (event.key === 'Escape') return this.given.told({ is: 'tool', tool: 'look' });
    if (!page || this.tool === 'look' || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) {
      const from = this.#cursor ?? { x: page.width / 2, y: page.height / 2 };
      const far = event.shiftKey ? 5 : 1;
      this.#cursor = within({ x: from.x + step[0] * far, y: from.y + step[1] * far }, page);
      this.given.marks.cursor(this.#cursor);
      this.#moved(this.#cursor);
    } else if ((event.key === 'Enter' || event.key === ' ') && this.#cursor) this.#press(this.#cursor);
    else if (this.tool === 'act' && (event.key === 'PageDown' || event.key === 'PageUp')) {
      this.scroll.by(this.#cursor ?? { x: page.width / 2, y: page.height / 2 }, 0, (event.key === 'PageDown' ? 0.8 : -0.8) * page.height);
    } else return;
    event.preventDefault();
  }
}
