/**
 * The files of one message: pictures that open, others that are downloaded. View.
 *
 * @typedef {import('./uploads.js').Told} Told
 * @typedef {import('../i18n.js').Texts} Texts
 * @typedef {{t: () => Texts, carry: import('./carry.js').Carry, open: (file: Told, from: HTMLElement) => void}} Given
 */

import { icon } from '../icons.js';
import { el } from './el.js';
import { fitted, sizeText } from './sizes.js';

/** @param {Told[]} files @param {Given} given */
export function fileTiles(files, given) {
  if (!files.length) return el('p', { className: 'files-gone', textContent: given.t()('file_deleted') });
  // Several stand beside each other.
  const most = files.filter(file => file.width).length > 1 ? 128 : 240;
  return el('div', { className: 'files' }, ...files.map(file => file.width ? picture(file, most, given) : chip(file, given)));
}

/** @param {Told} file @param {number} most CSS pixels @param {Given} given */
function picture(file, most, given) {
  const { width, height } = fitted(file.width ?? 1, file.height ?? 1, most);
  const image = el('img', { alt: file.name, width, height, draggable: false });
  const button = el('button', { type: 'button', className: 'file-picture', title: file.name }, image);
  button.setAttribute('aria-label', given.t()('file_open', { name: file.name }));
  button.addEventListener('click', () => given.open(file, button));
  whenInSight(button, () => {
    given.carry.picture(file.id, 'thumbnail').then(address => {
      image.src = address;
    }, () => button.replaceWith(chip(file, given)));
  });
  return button;
}

/** Histories are long: what nobody scrolls to is not fetched. @param {Element} node @param {() => void} then */
function whenInSight(node, then) {
  const watch = new IntersectionObserver(seen => {
    if (!seen.some(one => one.isIntersecting)) return;
    watch.disconnect();
    then();
  }, { rootMargin: '300px' });
  watch.observe(node);
}

/** @param {Told} file @param {Given} given */
function chip(file, given) {
  const t = given.t();
  const size = el('small', { textContent: sizeText(file.size, t.language) });
  const words = el('span', { className: 'file-words' }, el('bdi', { textContent: file.name, dir: 'auto' }), ' ', size);
  const button = el('button', { type: 'button', className: 'file-chip' }, icon('page'), words, icon('save'));
  // What stands on it is in its name as it stands there: who speaks to his device says what he sees.
  button.setAttribute('aria-label', t('file_download', { name: `${file.name} ${size.textContent}` }));
  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    await given.carry.save(file).catch(() => {
      size.textContent = given.t()('file_gone');
      size.setAttribute('role', 'status');
      button.classList.add('is-gone');
    });
    button.removeAttribute('aria-busy');
  });
  return button;
}
