/**
 * How large the picture of a page is shown, and where a place on it is. Pure.
 */

/**
 * @param {{width: number, height: number}} page
 * @param {{width: number, height: number}} room
 * @param {'fit' | 'full'} way fit: all of it, never larger than it is; full: as large as it is
 */
export function fitted(page, room, way) {
  const scale = way === 'full' ? 1 : Math.min(1, Math.max(0.05, Math.min(room.width / page.width, room.height / page.height)));
  return { scale, width: Math.floor(page.width * scale), height: Math.floor(page.height * scale) };
}

/** A place as fractions of a box, at most four digits. @param {{x: number, y: number}} at @param {{left: number, top: number, width: number, height: number}} box */
export function fractions(at, box) {
  const part = (/** @type {number} */ offset, /** @type {number} */ size) => (size > 0 ? Math.round((offset / size) * 10_000) / 10_000 : 0.5);
  return { x: part(at.x - box.left, box.width), y: part(at.y - box.top, box.height) };
}

/** A place in pixels from a box's top left. @param {{x: number, y: number}} at @param {{left: number, top: number}} box @returns {[number, number]} */
export function offset(at, box) {
  return [Math.round(at.x - box.left), Math.round(at.y - box.top)];
}

/** @param {{x: number, y: number}} at @param {{width: number, height: number}} page */
export function within(at, page) {
  return { x: Math.min(page.width - 1, Math.max(0, at.x)), y: Math.min(page.height - 1, Math.max(0, at.y)) };
}
