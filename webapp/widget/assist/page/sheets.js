/**
 * Lets through changes of style sheets, their texts cleaned. Pure.
 *
 *   sheetOf(data, tree, clean) → clean data or null
 */

/** Our own rules, which outline for the visitor what is hidden, carry this in their selectors. */
export const OURS = 'deskbell-assist';

/** @typedef {(text: string) => string} Clean */

/** @param {any} data @param {import('./tree.js').Tree} tree @param {Clean} clean @returns {any} */
export function sheetOf(data, tree, clean) {
  const { source, id, styleId } = data;
  if (id !== undefined && id !== null && !tree.get(id)) return null;
  const named = { source, ...Number.isFinite(id) && { id }, ...Number.isFinite(styleId) && { styleId } };
  if (source === 8) return ruled(data, named, clean);
  if (source === 13) return declared(data, named, clean);
  if (source !== 15) return null;
  const styles = data.styles?.map((/** @type {any} */ one) => ({ styleId: Number(one.styleId), rules: rules(one.rules, clean) }));
  return { ...named, styleIds: data.styleIds.map(Number), ...styles && { styles } };
}

/** @param {any[]} given @param {Clean} clean */
const rules = (given, clean) => given.map(({ rule, index }) => ({ rule: rule.includes(OURS) ? 'none {}' : clean(String(rule)), ...index !== undefined && { index } }));

/** @param {any} data @param {object} named @param {Clean} clean */
function ruled({ adds, removes, replace, replaceSync }, named, clean) {
  return {
    ...named,
    ...adds && { adds: rules(adds, clean) },
    ...removes && { removes: removes.map((/** @type {any} */ { index }) => ({ index })) },
    ...typeof replace === 'string' && { replace: clean(replace) },
    ...typeof replaceSync === 'string' && { replaceSync: replaceSync.includes(OURS) ? '' : clean(replaceSync) },
  };
}

/** @param {any} data @param {object} named @param {Clean} clean */
function declared({ index, set, remove }, named, clean) {
  return {
    ...named, index,
    ...set && { set: { property: clean(String(set.property)), value: set.value === null ? null : clean(String(set.value)), priority: set.priority === 'important' ? 'important' : '' } },
    ...remove && { remove: { property: clean(String(remove.property)) } },
  };
}
