/**
 * The few things every view does to the page. View.
 */

/** Sets a text only if it differs, so that nothing is announced or laid out in vain. @param {Element} node @param {string} text */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {string | null} value null takes it away */
export function mark(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** A copy of a template's one element. @param {string} id @returns {HTMLElement} */
export function stamp(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = document.importNode(template.content, true).firstElementChild;
  if (!(copy instanceof HTMLElement)) throw new Error(`empty template ${id}`);
  return copy;
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
export function find(root, selector) {
  const node = root.querySelector(selector);
  if (!(node instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return node;
}

/**
 * A press beside a dialog closes it: one that begins and ends there, so none with which a text was marked, and none on the dialog's own edge.
 *
 * @param {HTMLDialogElement} dialog
 */
export function closeBeside(dialog) {
  let pressed = false;
  const beside = (/** @type {MouseEvent} */ { target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  dialog.addEventListener('pointerdown', event => { pressed = beside(event); });
  dialog.addEventListener('click', event => pressed && beside(event) && dialog.close());
}
