/**
 * The files that go with the next message: how far each is, and what can be done with it. View.
 *
 *   const view = createTrayView(place, {t, onDrop, onRetry});   view.show(uploads.items, notice)
 */

import { icon } from '../icons.js';
import { keyed } from '../keyed.js';
import { el } from './el.js';
import { shareText, sizeText } from './sizes.js';
import { canRetry } from './uploads.js';

/** What to say of a refusal. @type {Record<string, string>} */
const REFUSED = {
  'too-large': 'file_too_large', 'bad-type': 'file_bad_type', 'too-many-pixels': 'file_too_many_pixels', quota: 'file_quota',
  'too-fast': 'file_too_fast', 'no-room': 'file_no_room', 'files-off': 'file_files_off', empty: 'file_empty',
};

/** Browsers show these by themselves, and it is the person's own file. */
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

/**
 * @param {HTMLElement} place
 * @param {{t: () => import('../i18n.js').Texts, limit: () => number, drop: (key: number) => void, retry: (key: number) => void}} given
 */
export function createTrayView(place, { t, limit, drop, retry }) {
  const list = el('ul', { className: 'tray-list' });
  const notice = el('p', { className: 'tray-notice' });
  const said = el('p', { className: 'quiet-only' });
  notice.setAttribute('role', 'status');
  said.setAttribute('role', 'status');
  place.append(list, notice, said);
  /** @type {WeakMap<Node, string>} */
  const states = new WeakMap();

  /** @param {import('./uploads.js').Upload} item */
  function make(item) {
    const face = el('span', { className: 'tray-face' });
    if (item.file && SHOWN.test(item.file.type)) {
      const image = el('img', { alt: '', src: URL.createObjectURL(item.file) });
      image.addEventListener('load', () => URL.revokeObjectURL(image.src));
      image.addEventListener('error', () => face.replaceChildren(icon('page')));
      face.append(image);
    } else face.append(icon('page'));
    const again = el('button', { type: 'button', className: 'tray-again' }, icon('retry'));
    const away = el('button', { type: 'button', className: 'tray-away' }, icon('close'));
    again.addEventListener('click', () => retry(item.key));
    away.addEventListener('click', () => drop(item.key));
    return el('li', { className: 'tray-item' }, face,
      el('span', { className: 'file-words' }, el('bdi', { textContent: item.name, dir: 'auto' }), el('small', {}), el('progress', { max: 1 })), again, away);
  }

  /** @param {HTMLElement} node @param {import('./uploads.js').Upload} item */
  function fill(node, item) {
    const words = t();
    const [small, bar] = /** @type {[HTMLElement, HTMLProgressElement]} */ ([node.querySelector('small'), node.querySelector('progress')]);
    const [again, away] = /** @type {HTMLButtonElement[]} */ ([...node.querySelectorAll('button')]);
    const text = stateText(words, item);
    if (small.textContent !== text) small.textContent = text;
    node.dataset.state = item.state;
    bar.hidden = item.state === 'done' || item.state === 'failed';
    bar.value = item.share;
    bar.setAttribute('aria-label', item.name);
    again.hidden = !canRetry(item);
    label(again, `${words('file_retry')}: ${item.name}`);
    label(away, `${words(item.state === 'going' || item.state === 'waiting' ? 'file_cancel' : 'file_remove')}: ${item.name}`);
    if (states.get(node) !== item.state && (item.state === 'done' || item.state === 'failed')) said.textContent = `${item.name}: ${text}`;
    // What has to be looked at is not below the fold.
    if (states.get(node) !== item.state && item.state === 'failed') requestAnimationFrame(() => node.scrollIntoView({ block: 'nearest' }));
    states.set(node, item.state);
  }

  /** @param {import('../i18n.js').Texts} words @param {import('./uploads.js').Upload} item */
  function stateText(words, item) {
    if (item.state === 'done') return sizeText(item.size, words.language);
    if (item.state === 'going') return shareText(item.share, words.language);
    if (item.state === 'waiting') return words(item.tries ? 'file_waiting' : 'file_queued');
    return words(REFUSED[item.reason] ?? 'file_failed', { size: sizeText(limit(), words.language) });
  }

  const rows = keyed(list, (/** @type {import('./uploads.js').Upload} */ item) => String(item.key), make, fill);

  return {
    /** @param {import('./uploads.js').Upload[]} items @param {string} [told] */
    show(items, told = '') {
      place.hidden = !items.length && !told;
      list.setAttribute('aria-label', t()('file_tray'));
      rows.update(items);
      if (notice.textContent !== told) notice.textContent = told;
      notice.hidden = !told;
    },
  };
}

/** @param {HTMLElement} button @param {string} text */
function label(button, text) {
  if (button.title === text) return;
  button.title = text;
  button.setAttribute('aria-label', text);
}
