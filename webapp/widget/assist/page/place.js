/**
 * Where the movable bar stands: inside of what is seen, moved by steps or by the pointer. Pure.
 *
 *   kept({x, y}, size, view, 8) → {x, y};  stepped(place, 'ArrowLeft', 16) → place or null
 */

/** @typedef {{x: number, y: number}} Place */
/** @typedef {{width: number, height: number}} Size */

/** @param {Place} place @param {Size} size @param {Size} view @param {number} [edge] @returns {Place} */
export function kept({ x, y }, size, view, edge = 8) {
  const within = (/** @type {number} */ at, /** @type {number} */ own, /** @type {number} */ all) => Math.round(Math.max(edge, Math.min(at, all - own - edge)));
  return { x: within(x, size.width, view.width), y: within(y, size.height, view.height) };
}

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Place} place @param {string} key @param {number} [step] @returns {Place | null} */
export function stepped({ x, y }, key, step = 16) {
  const way = STEPS[key];
  return way ? { x: x + way[0] * step, y: y + way[1] * step } : null;
}

/** Beside something, below it if there is room, else above, else over its lower part. @param {{left: number, top: number, bottom: number}} box @param {Size} size @param {Size} view @returns {Place} */
export function beside({ left, top, bottom }, size, view, gap = 12) {
  const below = bottom + gap + size.height <= view.height;
  const above = top - gap - size.height >= 0;
  return kept({ x: left, y: below || !above ? bottom + gap : top - gap - size.height }, size, view);
}
