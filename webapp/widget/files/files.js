/**
 * Files in the chat's window: choosing, dropping, pasting, how far they are, and those of messages. Comes with the first file. Entry.
 *
 *   const files = await createFiles({chat, site, identity, composer, start});
 *   files.choose()   files.bring('paste' | 'dragover' | 'drop', list)   files.fill(bubble, told)
 */

import { createCarry } from '../../shared/files/carry.js';
import '../../shared/files/drawings.js';
import { createLightbox } from '../../shared/files/lightbox.js';
import { fileTiles } from '../../shared/files/tiles.js';
import { createTrayView } from '../../shared/files/trayview.js';
import { createUploads } from '../../shared/files/uploads.js';
import { partWords } from '../partwords.js';
import { createChoice } from './choice.js';

/** @typedef {import('../../shared/files/uploads.js').Told} Told */

/**
 * @param {object} given
 * @param {import('../chat.js').Chat} given.chat
 * @param {import('../site.js').Site} given.site
 * @param {import('../identity.js').Identity} given.identity
 * @param {import('../composer.js').Composer} given.composer
 * @param {() => void} given.start the server gets to know this visitor
 */
export async function createFiles({ chat, site, identity, composer, start }) {
  const form = /** @type {HTMLElement} */ (document.getElementById('composer'));
  /** Whose labels have to follow the language. @type {Map<Element, Told[]>} */
  const filled = new Map();
  const said = await partWords('files', () => {
    for (const [bubble, told] of [...filled]) {
      filled.delete(bubble);
      if (bubble.isConnected) fill(bubble, told);
    }
    changed();
  });
  const t = () => said.t;
  let notice = '';
  let wanted = false;
  const limits = () => site.files ?? { size: 0, count: 0 };
  const carry = createCarry({
    address: path => `${site.base}/files${path}?site=${encodeURIComponent(site.key)}`,
    headers: () => ({ Authorization: `Bearer ${identity.token}` }),
  });
  const uploads = createUploads({ send: carry.send, limits, ready: () => identity.token !== null, changed });
  const place = Object.assign(document.createElement('div'), { className: 'tray', hidden: true });
  form.prepend(place);
  const view = createTrayView(place, { t, limit: () => limits().size, drop: uploads.drop, retry: uploads.retry });
  const lightbox = createLightbox({ t, carry, all: () => chat.transcript.entries.flatMap(entry => entry.files ?? []).filter((/** @type {Told} */ file) => file.width) });
  const choice = createChoice(form, { t, chosen: add });

  function changed() {
    view.show(uploads.items, notice);
    composer.show();
    if (wanted && uploads.items.length && uploads.isReady) composer.submit();
    if (!uploads.items.length || uploads.hasFailed) wanted = false;
  }

  /** @param {Iterable<File>} list */
  function add(list) {
    start();
    const tooMany = uploads.add(list);
    notice = tooMany ? t().count('file_too_many', limits().count) : '';
    changed();
    composer.focus();
  }

  /** @param {Element} bubble @param {Told[]} told */
  function fill(bubble, told) {
    // An earlier chat that was left, or a message that was taken back.
    for (const one of filled.keys()) if (!one.isConnected) filled.delete(one);
    filled.set(bubble, told);
    bubble.querySelector('.files, .files-gone')?.remove();
    bubble.append(fileTiles(told, { t, carry, open: file => lightbox.open(file) }));
    // The list has grown under what is in sight.
    composer.show();
  }

  document.addEventListener('dragleave', event => event.relatedTarget || form.classList.remove('is-target'));

  composer.tray = {
    get size() { return uploads.items.length; },
    /** Whether the message has to wait; it goes by itself as soon as all are there. */
    holds() {
      wanted = !uploads.isReady && !uploads.hasFailed;
      if (uploads.hasFailed) /** @type {HTMLElement | null} */ (place.querySelector('button:not([hidden])'))?.focus();
      return !uploads.isReady;
    },
    take() {
      wanted = false;
      notice = '';
      return uploads.take();
    },
    clear: uploads.clear,
  };

  return {
    choose: choice.open,
    /** @param {string} how @param {File[]} list */
    bring(how, list) {
      form.classList.toggle('is-target', how === 'dragover');
      form.dataset.drop = t()('file_drop');
      if (list.length) add(list);
    },
    fill,
  };
}

/** @typedef {Awaited<ReturnType<typeof createFiles>>} Files */
/** @typedef {{readonly size: number, holds: () => boolean, take: () => Told[], clear: () => void}} Tray */
