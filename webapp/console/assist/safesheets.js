/**
 * Changes of a stranger's style sheets: single rules, single declarations, sheets put on. Pure.
 */
import { LONGEST } from './safeattributes.js';
import { isId } from './safetree.js';

/** A rule that could not stay still has its place: those behind it are counted. */
const EMPTY = '.-removed {}';

/** @param {{attributes: ReturnType<typeof import('./safeattributes.js').createAttributes>, known: (id: unknown) => boolean}} given */
export function createSheets({ attributes, known }) {
  /** @param {any} data which sheet: one of the page, or one that was put on */
  function sheet(data) {
    if (known(data.id)) return { id: data.id };
    return isId(data.styleId) ? { styleId: data.styleId } : null;
  }

  /** @param {unknown} given */
  function rules(given) {
    return (Array.isArray(given) ? given : []).flatMap(one => {
      if (typeof one?.rule !== 'string' || one.rule.length > LONGEST || !(one.index === undefined || isPosition(one.index))) return [];
      const rule = attributes.css(one.rule);
      return [{ rule: rule.trim() === '' ? EMPTY : rule, ...(one.index === undefined ? {} : { index: one.index }) }];
    });
  }

  return {
    /** @param {any} data */
    rules(data) {
      const which = sheet(data);
      if (!which) return null;
      const removes = (Array.isArray(data.removes) ? data.removes : []).filter((/** @type {any} */ one) => isPosition(one?.index));
      /** @type {Record<string, any>} */
      const copy = { source: 8, ...which, adds: rules(data.adds), removes: removes.map((/** @type {any} */ one) => ({ index: one.index })) };
      for (const name of ['replace', 'replaceSync']) {
        if (typeof data[name] === 'string' && data[name].length <= LONGEST) copy[name] = attributes.css(data[name]);
      }
      return copy;
    },
    /** @param {any} data */
    declaration(data) {
      const which = sheet(data);
      if (!which || !Array.isArray(data.index) || !isPosition(data.index)) return null;
      const { set, remove } = data;
      const [property, value] = Object.entries(attributes.declarations({ [String(set?.property)]: set?.value }))[0] ?? [];
      return {
        source: 13, ...which, index: [...data.index],
        ...(property && typeof value === 'string' ? { set: { property, value, priority: set.priority === 'important' ? 'important' : '' } } : {}),
        ...(typeof remove?.property === 'string' ? { remove: { property: remove.property.slice(0, 100) } } : {}),
      };
    },
    /** @param {any} data */
    adopted(data) {
      if (!known(data.id)) return null;
      const styles = (Array.isArray(data.styles) ? data.styles : []).filter((/** @type {any} */ one) => isId(one?.styleId));
      return {
        source: 15, id: data.id,
        styles: styles.map((/** @type {any} */ one) => ({ styleId: one.styleId, rules: rules(one.rules) })),
        styleIds: (Array.isArray(data.styleIds) ? data.styleIds : []).filter(isId),
      };
    },
  };
}

/** @param {unknown} index */
function isPosition(index) {
  const single = (/** @type {unknown} */ one) => typeof one === 'number' && Number.isInteger(one) && one >= 0 && one < 100_000;
  return single(index) || (Array.isArray(index) && index.length > 0 && index.length <= 20 && index.every(single));
}
