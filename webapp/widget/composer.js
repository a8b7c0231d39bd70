/** Where the visitor writes: grows to five lines, counts near the limit, Enter sends. View. */

import { part } from './site.js';

export const LIMIT = 4_000;
const NEAR = 3_800;

/**
 * @param {object} options
 * @param {{t: import('../shared/i18n.js').Texts}} options.words
 * @param {Store} options.store
 * @param {(text: string, files?: {id: string}[]) => void} options.say
 * @param {(text: string) => void} options.type
 * @param {import('./parts.js').Parts} options.parts
 * @param {() => void} options.sized it may have become higher or lower
 */
export function createComposer({ words, store, say, type, parts, sized }) {
  const form = /** @type {HTMLFormElement} */ (part('composer'));
  const field = /** @type {HTMLTextAreaElement} */ (part('text'));
  const send = /** @type {HTMLButtonElement} */ (part('send'));
  const count = part('count');
  const attach = /** @type {HTMLButtonElement} */ (part('attach'));
  const emojiButton = part('emoji-button');
  /** @type {ReturnType<typeof import('../shared/emoji.js').emojiPicker> | null} */
  let picker = null;
  /** The files that go with it, once something was chosen. @type {import('./files/files.js').Tray | undefined} */
  let tray;
  field.value = store.getItem('draft') ?? '';

  function show() {
    const { t } = words;
    const length = field.value.trim().length;
    const left = LIMIT - length;
    send.disabled = !length && !tray?.size || left < 0;
    count.hidden = length < NEAR;
    count.classList.toggle('over', left < 0);
    count.textContent = length < NEAR ? '' : left < 0 ? t.count('tooMany', -left) : t.count('left', left);
    field.setAttribute('aria-invalid', String(left < 0));
    // An empty field follows the window, so that the placeholder stands where writing begins.
    field.dir = field.value ? 'auto' : document.documentElement.dir;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
    sized();
  }

  function empty() {
    field.value = '';
    store.removeItem('draft');
    store.removeItem('quote');
  }

  function submit() {
    const text = clean(field.value);
    if (!text && !tray?.size || text.length > LIMIT || tray?.holds()) return;
    empty();
    picker?.close();
    say(text, tray?.take());
    show();
  }

  field.addEventListener('input', () => {
    store.setItem('draft', field.value);
    type(field.value);
    show();
  });
  field.addEventListener('keydown', event => {
    // 229: some input methods end a composition with an Enter that does not say so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
    field.focus();
  });
  // Fetched when it is wanted: most never open it.
  parts.behind(emojiButton, 'emoji', (/** @type {typeof import('./emoji/emoji.js')} */ { emojiPicker, insertAt }) => {
    picker = emojiPicker({
      label: words.t('emoji'),
      chosen: emoji => insertAt(field, emoji),
      closed: () => {
        emojiButton.setAttribute('aria-expanded', 'false');
        field.focus();
      },
    });
    form.prepend(picker.node);
    return picker;
  }, made => {
    if (made.isOpen) return made.close();
    made.node.setAttribute('aria-label', words.t('emoji'));
    emojiButton.setAttribute('aria-expanded', 'true');
    made.open();
  });

  return {
    show, submit,
    focus: () => field.focus(),
    /** @param {import('./files/files.js').Tray} files */
    set tray(files) { tray = files; },
    /** @param {boolean} can */
    set canWrite(can) { field.disabled = attach.disabled = !can; },
    /** @param {string} text */
    set placeholder(text) { if (field.placeholder !== text) field.placeholder = text; },
    clear() {
      empty();
      tray?.clear();
      show();
    },
  };
}

/** @typedef {ReturnType<typeof createComposer>} Composer */

/** What the server would refuse is mended here: U+0000 and halves of characters. @param {string} text */
export function clean(text) {
  return text.replaceAll('\u0000', '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd').trim();
}
