/**
 * Lets through of rrweb's events only what an agent may see. Pure: what the page alone can tell comes in by `live`.
 * First all of an event is learned (which nodes there are, what was typed), then it is built anew from what is allowed.
 *
 *   clean(event) → event | null;  stale: something became hidden or shown, a full snapshot is due;  size: nodes known;
 *   shows(id)
 */

import { linkAddress } from './addresses.js';
import { styleText } from './attributes.js';
import { interactionOf } from './interactions.js';
import { Shape } from './shape.js';
import { sheetOf } from './sheets.js';
import { Tree } from './tree.js';
import { DOTS, Typed } from './typed.js';

/** @typedef {import('./tree.js').Node_} Node_ */

const NOBODY = { secret: () => false, hidden: () => false, editing: () => false };

export class Filter {
  stale = false;
  #tree;
  #shape;

  /** @param {import('./tree.js').Live} [live] @param {Typed} [typed] */
  constructor(live = NOBODY, typed = new Typed()) {
    this.typed = typed;
    this.#tree = new Tree(live);
    this.#shape = new Shape(this.#tree, typed);
  }

  get size() {
    return this.#tree.size;
  }

  /** Whether it was sent as more than a box. @param {number} id */
  shows(id) {
    return this.#tree.get(id)?.hidden === false;
  }

  /** @param {any} event @returns {any} */
  clean({ type, data, timestamp }) {
    const clean = type === 2 ? this.#snapshot(data) : type === 3 ? this.#change(data) : type === 4 ? page(data, this.typed) : null;
    return clean && { type, data: clean, timestamp: Number(timestamp) };
  }

  /** @param {any} data */
  #snapshot({ node, initialOffset }) {
    this.stale = false;
    this.#tree.clear();
    this.#learn(node, this.#tree.grow(node, null));
    return { node: this.#shape.node(node), initialOffset: { top: Number(initialOffset?.top) || 0, left: Number(initialOffset?.left) || 0 } };
  }

  /** @param {any} data */
  #change(data) {
    if (data.source === 0) return this.#mutation(data);
    if (data.source === 5) return this.#input(data);
    return interactionOf(data, this.#tree) ?? sheetOf(data, this.#tree, text => styleText(text, this.typed));
  }

  /** What was typed is remembered before any text is judged. @param {any} given @param {Node_ | undefined} node */
  #learn(given, node) {
    if (!node) return;
    const text = given.type === 3 ? given.textContent : given.attributes?.value;
    if (typeof text === 'string' && this.#tree.remembered(given.type === 3 ? node.parent ?? node : node)) this.typed.remember(text);
    for (const child of given.childNodes ?? []) this.#learn(child, this.#tree.get(child.id));
  }

  /** @param {any} data */
  #mutation({ removes, adds, attributes, texts }) {
    const gone = removes.filter((/** @type {any} */ { id, parentId }) => this.#tree.get(id) && this.#tree.get(parentId));
    for (const { id } of gone) this.#tree.cut(id);
    const come = adds.filter((/** @type {any} */ { parentId, node }) => {
      const parent = this.#tree.get(parentId);
      if (!parent || this.#tree.closed(parent)) return false;
      this.#learn(node, this.#tree.grow(node, parent));
      return true;
    });
    const changed = attributes.filter((/** @type {any} */ change) => this.#judge(change));
    const said = texts.filter((/** @type {any} */ { id, value }) => {
      const node = this.#tree.get(id);
      if (!node?.parent || node.hidden) return false;
      this.#learn({ type: 3, textContent: value }, node);
      return true;
    });
    const clean = {
      source: 0,
      removes: gone.map((/** @type {any} */ { id, parentId, isShadow }) => ({ id, parentId, ...isShadow && { isShadow: true } })),
      adds: come.map((/** @type {any} */ { parentId, nextId, node }) => ({ parentId, nextId: this.#tree.get(nextId) ? nextId : null, node: this.#shape.node(node) })),
      attributes: changed.map((/** @type {any} */ { id, attributes: given }) => ({ id, attributes: this.#shape.attributes(/** @type {Node_} */ (this.#tree.get(id)), given) }))
        .filter((/** @type {any} */ { attributes: left }) => Object.keys(left).length),
      texts: said.map((/** @type {any} */ { id, value }) => ({ id, value: this.#shape.text(/** @type {Node_} */ (this.#tree.get(id)), value) })),
    };
    return clean.removes.length + clean.adds.length + clean.attributes.length + clean.texts.length ? clean : null;
  }

  /** Whether a change of attributes may be told. @param {any} change */
  #judge({ id, attributes }) {
    const node = this.#tree.get(id);
    if (!node) return false;
    if (this.#tree.judge(node, attributes)) this.stale = true;
    this.#learn({ type: 2, attributes }, node);
    return !node.hidden;
  }

  /** @param {any} data */
  #input({ id, text, isChecked }) {
    const node = this.#tree.get(id);
    if (!node || node.hidden) return null;
    this.#learn({ type: 2, attributes: { value: text } }, node);
    if (node.secret) return null;
    const chosen = node.tag === 'select' || /^(?:checkbox|radio)$/i.test(node.facts.type ?? '');
    if (!this.#tree.masked(node)) return { source: 5, id, text: this.typed.redact(String(text)), isChecked: !!isChecked };
    return chosen ? null : { source: 5, id, text: text ? DOTS : '', isChecked: false };
  }
}

/** @param {any} data @param {Typed} typed */
const page = ({ href, width, height }, typed) => ({ href: typed.redact(linkAddress(href)), width: Number(width), height: Number(height) });
