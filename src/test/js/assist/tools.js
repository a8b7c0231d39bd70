/** Makes rrweb's events by hand, as short as the tests need them. */

let last = 0;

/** @typedef {{id: number, type: number, [member: string]: any}} Made */

/** @param {string} tagName @param {Record<string, any>} [attributes] @param {...(Made | string)} children @returns {Made} */
export function el(tagName, attributes = {}, ...children) {
  return { id: ++last, type: 2, tagName, attributes, childNodes: children.map(child => typeof child === 'string' ? text(child) : child) };
}

/** @param {string} textContent @returns {Made} */
export const text = textContent => ({ id: ++last, type: 3, textContent });
/** @param {string} textContent @returns {Made} */
export const comment = textContent => ({ id: ++last, type: 5, textContent });

/** A page's full snapshot. @param {...Made} body */
export const page = (...body) => pageWith([], ...body);

/** @param {Made[]} head @param {...Made} body */
export function pageWith(head, ...body) {
  const html = el('html', {}, el('head', {}, ...head), el('body', {}, ...body));
  return { type: 2, timestamp: 1, data: { node: { id: ++last, type: 0, childNodes: [html] }, initialOffset: { top: 0, left: 0 } } };
}

/** @param {Record<string, any>} data */
export const change = data => ({ type: 3, timestamp: 2, data });
/** @param {Partial<{adds: any[], removes: any[], attributes: any[], texts: any[]}>} parts */
export const mutation = parts => change({ source: 0, adds: [], removes: [], attributes: [], texts: [], ...parts });
/** @param {Made} node @param {Record<string, any>} attributes */
export const attribute = (node, attributes) => mutation({ attributes: [{ id: node.id, attributes }] });
/** @param {Made} node @param {string} value */
export const input = (node, value, isChecked = false) => change({ source: 5, id: node.id, text: value, isChecked });
