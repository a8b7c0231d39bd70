/** Asks the browser for files; on a phone, whether to take a photo first. View. */

import { el } from '../../shared/files/el.js';
import { icon } from '../../shared/icons.js';

/** @param {HTMLElement} form @param {{t: () => import('../../shared/i18n.js').Texts, chosen: (list: File[]) => void}} given */
export function createChoice(form, { t, chosen }) {
  const files = el('input', { type: 'file', multiple: true, hidden: true });
  const photo = el('input', { type: 'file', accept: 'image/*', hidden: true });
  photo.setAttribute('capture', 'environment');
  files.className = 'files-input';
  const [camera, choose] = [['camera', photo], ['page', files]].map(([drawing, input]) => {
    const button = el('button', { type: 'button' }, icon(String(drawing)), el('span', {}));
    button.addEventListener('click', () => /** @type {HTMLInputElement} */ (input).click());
    return button;
  });
  const menu = el('div', { className: 'file-choice', hidden: true }, camera, choose);
  form.append(files, photo, menu);

  for (const input of [files, photo]) {
    input.addEventListener('change', () => {
      menu.hidden = true;
      chosen([...input.files ?? []]);
      input.value = '';
    });
  }
  document.addEventListener('click', event => {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.hidden = true;
  }, true);
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    menu.hidden = true;
    document.getElementById('attach')?.focus();
  });

  return {
    open() {
      if (!matchMedia('(pointer: coarse)').matches) return files.click();
      camera.lastElementChild?.replaceChildren(t()('file_camera'));
      choose.lastElementChild?.replaceChildren(t()('file_choose'));
      menu.hidden = false;
      camera.focus();
    },
  };
}
