/**
 * Turns of the wheel over the picture, as places to scroll to: the picture itself follows when the visitor's page did it. View.
 */
import { throttle } from './throttle.js';

/** After this the next turn starts from where the page is by then. */
const REST = 400;

/**
 * @param {object} given
 * @param {import('./stage.js').Stage} given.stage
 * @param {(data: object) => void} given.send
 * @param {{now: () => number, timer: (run: () => void, delay: number) => () => void}} given.clock
 */
export function createScroll({ stage, send, clock }) {
  const out = throttle(send, clock);
  let last = { node: -1, x: 0, y: 0, at: 0 };

  return {
    /** @param {{x: number, y: number}} at @param {number} dx @param {number} dy in pixels */
    by(at, dx, dy) {
      const hit = stage.at(at);
      if (!hit) return;
      const scrolled = scroller(hit.element, dx, dy);
      const page = hit.element.ownerDocument;
      const top = page.scrollingElement ?? page.documentElement;
      const node = stage.idOf(scrolled === top ? page : scrolled);
      const now = clock.now();
      const from = last.node === node && now - last.at < REST ? last : { x: scrolled.scrollLeft, y: scrolled.scrollTop };
      const most = { x: scrolled.scrollWidth - scrolled.clientWidth, y: scrolled.scrollHeight - scrolled.clientHeight };
      last = { node, at: now, x: Math.max(0, Math.min(most.x, Math.round(from.x + dx))), y: Math.max(0, Math.min(most.y, Math.round(from.y + dy))) };
      if (node > 0) out.call({ scroll: { node, x: last.x, y: last.y } });
    },
  };
}

/** What would scroll there: the nearest element that can, else the page. @param {Element} element @param {number} dx @param {number} dy @returns {Element} */
function scroller(element, dx, dy) {
  const page = element.ownerDocument;
  const top = page.scrollingElement ?? page.documentElement;
  for (let one = /** @type {Element | null} */ (element); one && one !== page.body && one !== page.documentElement; one = one.parentElement) {
    const style = page.defaultView?.getComputedStyle(one);
    const tall = dy !== 0 && one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(style?.overflowY ?? '');
    const wide = dx !== 0 && one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(style?.overflowX ?? '');
    if (tall || wide) return one;
  }
  return top;
}
