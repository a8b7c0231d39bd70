/** The question before something final. View. */

import { el } from '../el.js';

/** @param {{title: string, text: string, yes: string, no: string}} question @returns {Promise<boolean>} */
export function ask({ title, text, yes, no }) {
  const dialog = el('dialog', { id: 'dialog' },
    el('h2', { id: 'dialog-title', textContent: title }), el('p', { textContent: text }),
    el('form', { method: 'dialog', className: 'choices' },
      el('button', { value: 'no', className: 'other', textContent: no }), el('button', { value: 'yes', className: 'main grave', textContent: yes })));
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(answer => dialog.addEventListener('close', () => {
    dialog.remove();
    answer(dialog.returnValue === 'yes');
  }, { once: true }));
}
