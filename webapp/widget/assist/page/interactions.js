/**
 * Lets through of what a visitor does only numbers: where the pointer is, how far something is scrolled. Pure.
 *
 *   interactionOf(data, tree) → clean data, null (not to be told) or undefined (none of these kinds)
 */

/** @typedef {import('./tree.js').Tree} Tree */
/** @typedef {import('./tree.js').Node_} Node_ */

/** @param {any} data @param {Tree} tree @returns {any} */
export function interactionOf(data, tree) {
  return Object.hasOwn(KINDS, data.source) ? KINDS[data.source](data, tree) : undefined;
}

/** Its place and scrolling would tell how much was typed. @param {Node_ | undefined} node @param {Tree} tree */
const silent = (node, tree) => !node || node.hidden || tree.masked(node);

/** @param {any} data @param {Tree} tree */
function moved({ source, positions }, tree) {
  const known = positions.filter((/** @type {any} */ { id }) => tree.get(id));
  return known.length ? { source, positions: known.map((/** @type {any} */ one) => numbers(one, ['x', 'y', 'id', 'timeOffset'])) } : null;
}

/** @param {any} data @param {string[]} names */
const numbers = (data, names) => Object.fromEntries(names.filter(name => Number.isFinite(data[name])).map(name => [name, data[name]]));

/** @param {string[]} names @param {(node: Node_ | undefined, tree: Tree) => boolean} hides */
const told = (names, hides) => (/** @type {any} */ data, /** @type {Tree} */ tree) => hides(tree.get(data.id), tree) ? null : numbers(data, ['source', 'id', ...names]);

/** @param {any} data @param {Tree} tree */
function selected({ source, ranges }, tree) {
  const known = ranges.filter((/** @type {any} */ { start, end }) => [start, end].every(id => {
    const node = tree.get(id);
    return !silent(node?.kind === 3 ? node.parent ?? undefined : node, tree);
  }));
  return known.length || !ranges.length ? { source, ranges: known.map((/** @type {any} */ one) => numbers(one, ['start', 'startOffset', 'end', 'endOffset'])) } : null;
}

/** By rrweb's number of the source. @type {Record<number, (data: any, tree: Tree) => any>} */
const KINDS = {
  1: moved,
  2: told(['type', 'x', 'y', 'pointerType'], node => !node || node.hidden),
  3: told(['x', 'y'], silent),
  4: data => numbers(data, ['source', 'width', 'height']),
  6: moved,
  7: (data, tree) => silent(tree.get(data.id), tree) ? null
    : { ...numbers(data, ['source', 'type', 'id', 'currentTime', 'volume', 'playbackRate']), ...typeof data.muted === 'boolean' && { muted: data.muted }, ...typeof data.loop === 'boolean' && { loop: data.loop } },
  12: moved,
  14: selected,
};
