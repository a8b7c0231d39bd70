/**
 * The tree of a stranger's page: builds every node anew from what is allowed, and keeps account of all that stand, so that
 * later changes can be judged: known ids, no circles, neither too deep nor too many. Pure.
 *
 *   const tree = createTree(attributes);
 *   tree.begin(node)          a whole page → its clean copy, or null
 *   tree.add(parentId, node)  one node without children → its clean copy, or null
 *   tree.remove(id), tree.at(id) → {tag, parent, …} | undefined
 *   tree.crowded              it has become too large to be shown
 *
 * @typedef {{tag: string, svg: boolean, parent: number, depth: number, host: boolean, shadow: boolean, closed: boolean, kids: Set<number>}} Place
 */
import { LONGEST } from './safeattributes.js';
import { BOXES, GONE, HOSTS, HTML, SVG, isOwn } from './safewords.js';

export const DEEPEST = 500;
export const MOST = 60_000;
/** What stands where something was left out: seen by nobody, but later changes may name it. */
const NOTHING = '#nothing';

/** @param {ReturnType<typeof import('./safeattributes.js').createAttributes>} attributes */
export function createTree(attributes) {
  /** @type {Map<number, Place>} */
  let places = new Map();
  let crowded = false;

  /** @param {any} node @param {number} parent */
  function usable(node, parent) {
    if (node === null || typeof node !== 'object' || !isId(node.id)) return false;
    const depth = (places.get(parent)?.depth ?? 0) + 1;
    if (places.size >= MOST) crowded = true;
    return !crowded && depth <= DEEPEST && !places.has(node.id);
  }

  /** @param {any} node @param {string} tag @param {number} parent @param {{svg?: boolean, host?: boolean, shadow?: boolean, closed?: boolean}} [more] `closed`: nothing goes into it */
  function settle(node, tag, parent, { svg = false, host = false, shadow = false, closed = false } = {}) {
    const above = places.get(parent);
    above?.kids.add(node.id);
    places.set(node.id, { tag, svg, parent, depth: (above?.depth ?? 0) + 1, host, shadow, closed, kids: new Set() });
  }

  /** @param {any} node @param {number} parent @returns {any} */
  function made(node, parent) {
    if (!usable(node, parent)) return null;
    const above = places.get(parent);
    if (!above || above.closed) return null;
    if (above.tag === '#document' && !belongsToDocument(node)) return nothing(node, parent);
    if (node.type === 1) {
      settle(node, '#type', parent, { closed: true });
      return { type: 1, id: node.id, name: 'html', publicId: '', systemId: '' };
    }
    if (node.type === 3 || node.type === 4) return text(node, parent, above);
    return node.type === 2 && typeof node.tagName === 'string' ? element(node, parent, above) : nothing(node, parent);
  }

  /** @param {any} node @param {number} parent */
  function nothing(node, parent) {
    settle(node, NOTHING, parent, { closed: true });
    return { type: 5, id: node.id, textContent: '' };
  }

  /** @param {any} node @param {number} parent @param {Place} above */
  function text(node, parent, above) {
    const said = typeof node.textContent === 'string' && node.textContent.length <= LONGEST ? node.textContent : '';
    settle(node, '#text', parent, { closed: true });
    if (above.tag === 'style') return { type: 3, id: node.id, textContent: attributes.css(said), isStyle: true };
    return { type: 3, id: node.id, textContent: said, ...shadowed(node, above) };
  }

  /** @param {any} node @param {number} parent @param {Place} above */
  function element(node, parent, above) {
    const svg = node.isSVG === true;
    const name = node.tagName.toLowerCase();
    const given = attributes.clean(name, node.attributes, svg);
    const sheet = !svg && name === 'link' && (given._cssText !== undefined || (given.href !== undefined && isSheet(node.attributes)));
    if (svg ? !SVG.has(name) : GONE.has(name) || (name === 'link' && !sheet)) return nothing(node, parent);
    const box = !svg && BOXES.has(name);
    const tag = svg || sheet || HTML.has(name) || isOwn(name) ? name : 'div';
    const host = node.isShadowHost === true && !svg && !box && (HOSTS.has(tag) || isOwn(tag));
    const kind = shadowed(node, above);
    settle(node, tag, parent, { svg, host, shadow: kind.isShadow, closed: box });
    return {
      type: 2, id: node.id, tagName: tag, attributes: sheet ? { ...given, rel: 'stylesheet' } : given, childNodes: [],
      ...(svg ? { isSVG: true } : {}), ...(host ? { isShadowHost: true } : {}), ...kind,
    };
  }

  /** @param {any} node @param {any} copy */
  function fill(node, copy) {
    if (!Array.isArray(node.childNodes) || !copy.childNodes) return copy;
    for (const child of node.childNodes) {
      const inside = made(child, copy.id);
      if (inside) copy.childNodes.push(fill(child, inside));
    }
    return copy;
  }

  return {
    get crowded() { return crowded; },
    get size() { return places.size; },
    /** @param {number} id */
    at: id => places.get(id),
    /** @param {any} node @returns {any} */
    begin(node) {
      places = new Map();
      crowded = false;
      if (node?.type !== 0 || !isId(node.id)) return null;
      places.set(node.id, { tag: '#document', svg: false, parent: 0, depth: 0, host: false, shadow: false, closed: false, kids: new Set() });
      const root = fill(node, { type: 0, id: node.id, childNodes: [] });
      const quirks = node.compatMode === 'BackCompat' && root.childNodes.length > 0;
      return quirks ? { ...root, compatMode: 'BackCompat' } : root;
    },
    /** @param {number} parent @param {any} node @returns {any} */
    add(parent, node) {
      const old = places.get(node?.id);
      // A node that is said to be inside itself.
      for (let up = parent; old && places.has(up); up = places.get(up)?.parent ?? 0) if (up === node.id) return null;
      if (old) this.remove(node.id);
      return made(node, parent);
    },
    /** @param {number} id */
    remove(id) {
      const place = places.get(id);
      if (!place) return;
      places.get(place.parent)?.kids.delete(id);
      const all = [id];
      for (const one of all) {
        all.push(...places.get(one)?.kids ?? []);
        places.delete(one);
      }
    },
  };
}

/** @param {unknown} id @returns {id is number} */
export function isId(id) {
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31;
}

/** @param {any} node */
function belongsToDocument(node) {
  return node.type === 1 || (node.type === 2 && node.tagName === 'html' && node.isSVG !== true);
}

/** @param {any} attributes */
function isSheet(attributes) {
  return typeof attributes?.rel === 'string' && /^\s*stylesheet\s*$/i.test(attributes.rel);
}

/** @param {any} node @param {Place} above @returns {{isShadow?: boolean}} */
function shadowed(node, above) {
  return node.isShadow === true && above.host ? { isShadow: true } : {};
}
