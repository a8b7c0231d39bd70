/**
 * Goes over every event of a stranger's page before it is shown: what is not on the list never reaches the player. Pure.
 *
 *   const safe = createSafe({ own: location.origin });
 *   safe.clean(event) → {event: a new event or null, changes: how much it changes}
 *   safe.crowded      the page has become too large to be shown
 *
 * One for each stream; nothing is taken over from what came in but numbers, short words and checked texts.
 */
import { LONGEST, createAttributes } from './safeattributes.js';
import { createSheets } from './safesheets.js';
import { createTree, isId } from './safetree.js';
import { createUrls, pageAddress } from './safeurl.js';

const MINUTE = 60_000;
const HALF_DAY = 720 * MINUTE;
/** A click, a touch that begins, one that ends. */
const TOUCHES = new Set([2, 7, 9]);

/** @param {{own: string}} given */
export function createSafe({ own }) {
  const attributes = createAttributes(createUrls({ own }));
  const tree = createTree(attributes);
  const sheets = createSheets({ attributes, known: id => isId(id) && tree.at(id) !== undefined });
  let first = 0;

  /** @type {Record<number, (data: any) => any>} by the source of the change; the rest is dropped */
  const sources = {
    0: mutation, 1: moved, 2: touched, 3: scrolled, 4: resized, 5: entered, 6: moved, 8: sheets.rules, 12: moved, 13: sheets.declaration, 15: sheets.adopted,
  };

  /** @param {any} data */
  function mutation(data) {
    const removes = list(data.removes).flatMap(one => {
      const place = tree.at(one?.id);
      if (!place || place.parent === 0) return [];
      tree.remove(one.id);
      return [{ parentId: place.parent, id: one.id, ...(place.shadow ? { isShadow: true } : {}) }];
    });
    const adds = added(list(data.adds));
    const texts = list(data.texts).flatMap(one => {
      const place = tree.at(one?.id);
      if (place?.tag !== '#text' || (one.value !== null && typeof one.value !== 'string') || one.value?.length > LONGEST) return [];
      return [{ id: one.id, value: tree.at(place.parent)?.tag === 'style' ? attributes.css(one.value ?? '') : one.value ?? '' }];
    });
    const changed = list(data.attributes).flatMap(one => {
      const place = tree.at(one?.id);
      if (!place || place.tag.startsWith('#')) return [];
      return [{ id: one.id, attributes: attributes.clean(place.tag, one.attributes, place.svg) }];
    });
    return { source: 0, removes, adds, texts, attributes: changed };
  }

  /** Those whose parent comes later in the list wait once. @param {any[]} given */
  function added(given) {
    /** @type {any[]} */
    const adds = [];
    /** @param {any} one */
    const add = one => {
      const node = tree.add(one.parentId, one.node);
      if (node) adds.push({ parentId: one.parentId, nextId: isId(one.nextId) && tree.at(one.nextId)?.parent === one.parentId ? one.nextId : null, node });
    };
    const late = given.filter(one => one?.node && isId(one.parentId)).filter(one => {
      if (!tree.at(one.parentId)) return true;
      add(one);
      return false;
    });
    late.forEach(add);
    return adds;
  }

  /** @param {any} data */
  function moved(data) {
    const last = list(data.positions).at(-1);
    return last && isPlace(last) ? { source: 1, positions: [{ x: last.x, y: last.y, id: 1, timeOffset: 0 }] } : null;
  }

  /** @param {any} data */
  function touched(data) {
    return TOUCHES.has(data.type) && isPlace(data) ? { source: 2, type: data.type, id: 1, x: data.x, y: data.y } : null;
  }

  /** @param {any} data */
  function scrolled(data) {
    return tree.at(data.id) && isPlace(data) ? { source: 3, id: data.id, x: data.x, y: data.y } : null;
  }

  /** @param {any} data */
  function resized(data) {
    return isSize(data) ? { source: 4, width: data.width, height: data.height } : null;
  }

  /** @param {any} data */
  function entered(data) {
    if (!tree.at(data.id) || typeof data.text !== 'string' || data.text.length > LONGEST) return null;
    return { source: 5, id: data.id, text: data.text, isChecked: data.isChecked === true };
  }

  /** @param {any} event @returns {{type: number, data: any} | null} */
  function body({ type, data }) {
    if (data === null || typeof data !== 'object') return null;
    if (type === 4) return isSize(data) ? { type, data: { href: pageAddress(data.href), width: data.width, height: data.height } } : null;
    if (type === 2) {
      const node = tree.begin(data.node);
      const { top, left } = data.initialOffset ?? {};
      return node && { type, data: { node, initialOffset: isPlace({ x: left, y: top }) ? { top, left } : { top: 0, left: 0 } } };
    }
    if (type !== 3 || !Object.hasOwn(sources, data.source)) return null;
    const incremental = sources[data.source](data);
    return incremental && { type, data: incremental };
  }

  return {
    get crowded() { return tree.crowded; },
    /** @param {any} event @returns {{event: any, changes: number}} */
    clean(event) {
      const at = event?.timestamp;
      if (!Number.isFinite(at)) return { event: null, changes: 1 };
      first ||= at;
      if (at < first - MINUTE || at > first + HALF_DAY) return { event: null, changes: 1 };
      const clean = body(event);
      return { event: clean && { ...clean, timestamp: at }, changes: weight(event) };
    },
  };
}

/** @param {any} event */
function weight({ type, data }) {
  if (type !== 3 || typeof data !== 'object' || data === null) return 1;
  return 1 + ['adds', 'removes', 'texts', 'attributes'].reduce((sum, name) => sum + list(data[name]).length, 0);
}

/** @param {unknown} given @returns {any[]} */
export function list(given) {
  return Array.isArray(given) ? given : [];
}

/** @param {any} data */
function isPlace({ x, y }) {
  return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) < 1e7 && Math.abs(y) < 1e7;
}

/** @param {any} data */
function isSize({ width, height }) {
  return Number.isFinite(width) && Number.isFinite(height) && width >= 1 && height >= 1 && width <= 16_384 && height <= 16_384;
}
