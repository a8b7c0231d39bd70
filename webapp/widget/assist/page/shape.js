/**
 * Builds what is sent of a node from what the recorder tells and the tree allows: never a copy, always anew. Pure.
 *
 *   node(given) with all below;  attributes(node, given);  text(node, given)
 */

import { shownTag } from './allowlist.js';
import { attributesOf, styleText } from './attributes.js';
import { DOTS } from './typed.js';

/** @typedef {import('./tree.js').Node_} Node_ */

export class Shape {
  #tree;
  #typed;

  /** @param {import('./tree.js').Tree} tree @param {import('./typed.js').Typed} typed */
  constructor(tree, typed) {
    this.#tree = tree;
    this.#typed = typed;
  }

  /** @param {any} given @returns {any} */
  node(given) {
    const { id, type } = given;
    const node = /** @type {Node_} */ (this.#tree.get(id));
    const shadow = { ...given.isShadow && { isShadow: true }, ...given.isShadowHost && { isShadowHost: true } };
    if (type === 0) return { id, type, childNodes: this.#below(given, node), ...given.compatMode && { compatMode: 'BackCompat' } };
    if (type === 1) return { id, type, name: 'html', publicId: '', systemId: '' };
    if (type !== 2) return { id, type: 3, textContent: type === 3 ? this.text(node, given.textContent) : '', ...given.isStyle && { isStyle: true }, ...shadow };
    return {
      id, type, tagName: shownTag(node.tag), attributes: this.attributes(node, given.attributes ?? {}), childNodes: this.#below(given, node),
      ...given.isSVG && { isSVG: true }, ...given.isCustom && { isCustom: true }, ...shadow,
    };
  }

  /** @param {any} given @param {Node_} node */
  #below(given, node) {
    return this.#tree.closed(node) ? [] : (given.childNodes ?? []).map((/** @type {any} */ child) => this.node(child));
  }

  /** @param {Node_} node @param {Record<string, any>} given */
  attributes(node, given) {
    if (shownTag(node.tag) === 'noscript') return {};
    return attributesOf(node, given, { masked: this.#tree.masked(node), typed: this.#typed });
  }

  /** @param {Node_} node @param {unknown} given */
  text(node, given) {
    const text = String(given ?? '');
    const parent = node.parent;
    if (!parent || !text.trim()) return text;
    if (parent.tag === 'style') return styleText(text, this.#typed);
    if (this.#tree.masked(parent)) return parent.secret ? '' : DOTS;
    return this.#typed.redactText(text);
  }
}
