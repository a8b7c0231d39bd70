/**
 * One picture as large as there is room, with the others of the conversation beside it: arrows go on, Escape closes. View.
 *
 *   const lightbox = createLightbox({t, carry, all: () => Told[]});   lightbox.open(file)
 */

import { icon } from '../icons.js';
import { el } from './el.js';

/**
 * @param {object} given
 * @param {() => import('../i18n.js').Texts} given.t
 * @param {import('./carry.js').Carry} given.carry
 * @param {() => import('./uploads.js').Told[]} given.all the pictures of the conversation, oldest first
 */
export function createLightbox({ t, carry, all }) {
  const image = el('img', { alt: '' });
  const name = el('bdi', { className: 'lightbox-name', dir: 'auto' });
  const place = el('span', { className: 'lightbox-place' });
  const note = el('p', { className: 'lightbox-note' });
  note.setAttribute('role', 'status');
  const [close, save, back, next] = ['close', 'save', 'back', 'next'].map(what => el('button', { type: 'button', className: `lightbox-${what}` }, icon(what)));
  const dialog = el('dialog', { className: 'lightbox' },
    el('header', {}, el('p', {}, name, ' ', place), save, close), el('div', { className: 'lightbox-room' }, image, note), back, next);
  /** @type {import('./uploads.js').Told[]} */
  let pictures = [];
  let at = 0;

  async function show() {
    const file = pictures[at];
    const words = t();
    name.textContent = image.alt = file.name;
    place.textContent = pictures.length > 1 ? words('file_place', { n: at + 1, all: pictures.length }) : '';
    for (const [button, key] of /** @type {[HTMLElement, string][]} */ ([[close, 'file_close'], [save, 'file_download'], [back, 'file_back'], [next, 'file_next']])) {
      button.setAttribute('aria-label', words(key, { name: file.name }));
      button.title = words(key, { name: file.name });
    }
    back.hidden = at === 0;
    next.hidden = at === pictures.length - 1;
    dialog.setAttribute('aria-label', file.name);
    image.removeAttribute('src');
    note.textContent = words('file_loading');
    const address = await carry.picture(file.id, 'view').catch(() => null);
    if (pictures[at] !== file) return;
    note.textContent = address ? '' : t()('file_gone');
    if (address) image.src = address;
  }

  /** @param {number} by */
  function go(by) {
    const wanted = at + by;
    if (wanted < 0 || wanted >= pictures.length) return;
    at = wanted;
    void show();
    if (document.activeElement instanceof HTMLElement && document.activeElement.hidden) close.focus();
  }

  close.addEventListener('click', () => dialog.close());
  back.addEventListener('click', () => go(-1));
  next.addEventListener('click', () => go(1));
  save.addEventListener('click', () => carry.save(pictures[at]).catch(() => { note.textContent = t()('file_gone'); }));
  dialog.addEventListener('click', event => {
    if (event.target === dialog || /** @type {Element} */ (event.target).className === 'lightbox-room') dialog.close();
  });
  // No key reaches the page behind.
  dialog.addEventListener('keydown', event => {
    event.stopPropagation();
    const forth = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forth ? 1 : -1);
    else if (event.key === 'Escape') dialog.close();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => dialog.remove());

  return {
    /** @param {import('./uploads.js').Told} file */
    open(file) {
      pictures = all();
      at = pictures.findIndex(one => one.id === file.id);
      if (at < 0) [pictures, at] = [[file], 0];
      document.body.append(dialog);
      dialog.showModal();
      close.focus();
      void show();
    },
  };
}
