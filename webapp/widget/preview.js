/** One message beside the closed button: shown in this page, so that the host page cannot read it. View. */

import { plain } from '../shared/markdown.js';
import { face } from './faces.js';
import { part } from './site.js';

/** @param {{open: () => void, sized: (height: number) => void}} does */
export function createPreview({ open, sized }) {
  const node = part('preview');
  const [button, dismiss] = /** @type {HTMLButtonElement[]} */ ([...node.children]);
  const [name, text] = /** @type {HTMLElement[]} */ ([...node.querySelectorAll('.said > *')]);
  button.addEventListener('click', open);
  dismiss.addEventListener('click', hide);

  let seq = 0;

  function hide() {
    seq = 0;
    if (node.hidden) return;
    node.hidden = true;
    document.body.classList.remove('previewing');
    sized(0);
  }

  return {
    hide,
    /** Of the message that is shown, or 0. */
    get seq() { return seq; },
    /** @param {Frame} entry a message, or what it says now @param {string} someone */
    show(entry, someone) {
      seq = entry.of ?? entry.seq;
      const author = entry.by?.name || someone;
      face(/** @type {HTMLElement} */ (node.querySelector('.face')), author, entry.by?.id);
      name.textContent = author;
      text.textContent = plain(entry.text ?? '').slice(0, 200);
      node.hidden = false;
      document.body.classList.add('previewing');
      sized(node.offsetHeight);
    },
  };
}
