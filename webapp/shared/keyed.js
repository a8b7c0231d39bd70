/**
 * Keeps the children of a node in step with a list of rows: nodes are kept, moved or made by key, never rebuilt. View.
 *
 *   const list = keyed(container, row => row.key, row => node, (node, row) => {});
 *   list.update(rows) → the rows whose nodes are new;  list.node(key)
 *
 * `make` builds a node, `show` fills it; `show` runs for every row on every update, so it should only write what differs.
 */

/**
 * @template Row
 * @param {Element} container
 * @param {(row: Row) => string} keyOf
 * @param {(row: Row) => HTMLElement} make
 * @param {(node: HTMLElement, row: Row) => void} show
 */
export function keyed(container, keyOf, make, show) {
  /** @type {Map<string, HTMLElement>} */
  let nodes = new Map();
  return {
    /** @param {string} key */
    node: key => nodes.get(key),
    /** @param {Row[]} rows @returns {Row[]} */
    update(rows) {
      /** @type {Map<string, HTMLElement>} */
      const next = new Map();
      /** @type {Row[]} */
      const fresh = [];
      for (const row of rows) {
        const key = keyOf(row);
        let node = nodes.get(key);
        if (!node) {
          node = make(row);
          fresh.push(row);
        }
        show(node, row);
        next.set(key, node);
      }
      for (const [key, node] of nodes) if (!next.has(key)) node.remove();
      let at = container.firstElementChild;
      for (const node of next.values()) {
        if (node !== at && at?.nextElementSibling === node) {
          // The one before has gone further down: it is moved, not all that follow it.
          container.append(at);
          at = node;
        }
        if (node === at) at = at.nextElementSibling;
        else container.insertBefore(node, at);
      }
      nodes = next;
      return fresh;
    },
  };
}
