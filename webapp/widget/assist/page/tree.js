/**
 * The filter's own picture of the page: which node is where, and what may be sent of it. Pure.
 * It is grown from what the recorder tells before anything of that is let through; a node it does not know is never sent.
 *
 *   grow(node, parentId) → record | null;  judge(record, attributes) → whether hiding or showing changed;  cut(id);  get(id)
 */

import { holdsNothing } from './allowlist.js';
import { drawnEditor, editing, fieldRole, isField, secretField, typable } from './secrets.js';

/** @typedef {{id: number, parent: Node_ | null, tag: string, kids: Set<Node_>, facts: Record<string, any>, kind: number,
 *    secret: boolean, shown: boolean, editable: boolean, field: boolean, hidden: boolean}} Node_ */
/** @typedef {{secret(id: number): boolean, hidden(id: number): boolean, editing(): boolean}} Live what only the page itself can tell */

const FACTS = ['type', 'autocomplete', 'name', 'id', 'role', 'contenteditable', 'data-deskbell', 'rr_width'];

export class Tree {
  /** @type {Map<number, Node_>} */ #nodes = new Map();
  /** Once secret, always secret: by node, and by the name of a field that a page puts in the place of a password. @type {Set<number | string>} */ #secrets = new Set();
  #live;

  /** @param {Live} live */
  constructor(live) {
    this.#live = live;
  }

  get size() {
    return this.#nodes.size;
  }

  /** @param {number} id */
  get(id) {
    return this.#nodes.get(id);
  }

  clear() {
    this.#nodes.clear();
  }

  /** With all that is below. @param {any} given rrweb's node @param {Node_ | null} parent @returns {Node_} */
  grow(given, parent) {
    this.cut(given.id);
    /** @type {Node_} */
    const node = { id: given.id, parent, kind: given.type, tag: String(given.tagName ?? '').toLowerCase(), kids: new Set(), facts: {}, secret: false, shown: false, editable: false, field: false, hidden: false };
    this.#nodes.set(node.id, node);
    parent?.kids.add(node);
    this.#note(node, given.attributes ?? {});
    this.#inherit(node);
    if (!this.closed(node)) for (const child of given.childNodes ?? []) this.grow(child, node);
    return node;
  }

  /** Nothing below it is sent. @param {Node_} node */
  closed(node) {
    return node.hidden || holdsNothing(node.tag);
  }

  /** @param {number} id */
  cut(id) {
    const node = this.#nodes.get(id);
    if (!node) return;
    node.parent?.kids.delete(node);
    for (const kid of [...node.kids]) this.cut(kid.id);
    this.#nodes.delete(id);
  }

  /** @param {Node_} node @param {Record<string, any>} attributes new or changed; null: gone */
  judge(node, attributes) {
    if (!this.#note(node, attributes)) return false;
    const { shown, hidden } = node;
    this.#spread(node);
    return shown !== node.shown || hidden !== node.hidden;
  }

  /** @param {Node_} node @param {Record<string, any>} attributes */
  #note(node, attributes) {
    let noted = false;
    for (const name of FACTS) {
      if (!(name in attributes)) continue;
      node.facts[name] = attributes[name];
      noted = true;
    }
    const drawn = 'class' in attributes ? drawnEditor(attributes.class) : !!node.facts.drawn;
    if (drawn !== !!node.facts.drawn) {
      node.facts.drawn = drawn;
      noted = true;
    }
    return noted;
  }

  /** @param {Node_} node */
  #spread(node) {
    this.#inherit(node);
    for (const kid of node.kids) this.#spread(kid);
  }

  /** @param {Node_} node */
  #inherit(node) {
    const { facts, parent, id } = node;
    const own = facts['data-deskbell'];
    node.hidden = own === 'hide' || facts.rr_width != null || !!parent?.hidden || this.#live.hidden(id);
    node.shown = own === 'show' || !!parent?.shown;
    node.editable = editing(facts.contenteditable) || facts.drawn || !!parent?.editable;
    node.field = isField(node.tag) || fieldRole(facts.role) || !!parent?.field;
    if (node.secret || !(node.field || node.editable)) return;
    node.secret = !!parent?.secret || this.#knownSecret(node);
  }

  /** @param {Node_} node */
  #knownSecret({ id, facts }) {
    const labels = [facts.name && `name ${facts.name}`, facts.id && `id ${facts.id}`].filter(Boolean);
    const secret = this.#secrets.has(id) || labels.some(label => this.#secrets.has(label)) || secretField(facts) || this.#live.secret(id);
    if (secret) this.#secrets.add(id);
    if (String(facts.type ?? '').toLowerCase() === 'password') labels.forEach(label => this.#secrets.add(label));
    return secret;
  }

  /** Whether what stands in it is masked. @param {Node_} node */
  masked(node) {
    return (node.field || node.editable || this.#live.editing()) && (node.secret || !node.shown);
  }

  /** Whether what is typed into it is worth remembering. @param {Node_} node */
  remembered(node) {
    return this.masked(node) && (node.editable || typable(node.tag, node.facts.type) || /^(?:textbox|searchbox)$/.test(node.facts.role ?? ''));
  }
}
