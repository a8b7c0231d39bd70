/** The menu: sound, language, a window of its own, earlier chats, a file, end, end and forget. Comes when it is opened for the first time. Entry. */

import { icon } from '../../shared/icons.js';
import '../../shared/menuicons.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { LANGUAGES } from '../words.js';
import { ask } from './ask.js';
import { openOwn } from './popout.js';
import { askToSave } from './save.js';

export { askOpener } from './popout.js';

/** @typedef {{sound: boolean, blocked: boolean, language: string, canEnd: boolean, canForget: boolean, canPopOut: boolean,
 *   saves: import('./save.js').Whose | null}} Now what can be done; `saves`: whose conversation can be saved */

/**
 * @param {object} does
 * @param {import('../parts.js').Parts} does.parts
 * @param {() => Now} does.now
 * @param {() => void} does.changed its words are there, or others
 * @param {(isOn: boolean) => void} does.sound
 * @param {(language: string) => void} does.language
 * @param {(open: typeof openOwn) => void} does.popout
 * @param {() => void} does.end
 * @param {() => void} does.forget
 */
export async function createMenu(does) {
  const words = await partWords('menu', () => { write(); does.changed(); });
  const button = part('menu-button');
  const sound = entry('sound', 'sound', el('span', { className: 'switch' }));
  const hint = el('p', { id: 'sound-hint', className: 'hint', hidden: true });
  const language = el('select', { id: 'language' });
  const popout = entry('popout', 'popout');
  const past = entry('past', 'clock');
  const save = entry('save', 'save');
  const end = entry('end', 'end');
  const forget = entry('forget', 'trash');
  forget.classList.add('grave');
  const menu = el('div', { id: 'menu', className: 'menu', hidden: true },
    sound, hint, el('label', {}, icon('globe'), el('span', {}), language), popout, past, save, end, forget);
  part('close').after(menu);
  button.setAttribute('aria-controls', 'menu');

  for (const code of LANGUAGES) {
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    const option = new Option(own.charAt(0).toLocaleUpperCase(code) + own.slice(1), code);
    option.lang = code;
    language.add(option);
  }

  /** @param {string} id @param {string} drawing @param {...Node} more */
  function entry(id, drawing, ...more) {
    return el('button', { id, type: 'button' }, icon(drawing), el('span', {}), ...more);
  }

  function write() {
    for (const [node, key] of /** @type {const} */ ([[sound, 'sound'], [language.parentElement, 'language'], [popout, 'popout'], [past, 'past'], [save, 'save'], [end, 'end'], [forget, 'forget']])) {
      const text = node?.querySelector('span');
      if (text) text.textContent = words.t(key);
    }
    hint.textContent = words.t('soundBlocked');
  }

  /** @param {boolean} isOpen @param {boolean} [backToButton] */
  function turn(isOpen, backToButton = false) {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) sound.focus();
    else if (backToButton) button.focus();
  }

  /** @param {HTMLElement} node @param {() => void} then */
  function choose(node, then) {
    node.addEventListener('click', () => {
      turn(false, true);
      then();
    });
  }

  /** @param {string} title @param {string} text @param {string} yes @param {() => void} then */
  async function sure(title, text, yes, then) {
    const { t } = words;
    if (await ask({ title: t(title), text: t(text), yes: t(yes), no: t('cancel') })) then();
  }

  document.addEventListener('pointerdown', event => {
    const target = /** @type {Node} */ (event.target);
    if (!menu.hidden && !menu.contains(target) && !button.contains(target)) turn(false);
  });
  menu.addEventListener('focusout', event => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (next && !menu.contains(next) && next !== button) turn(false);
  });
  sound.addEventListener('click', () => does.sound(sound.getAttribute('aria-pressed') !== 'true'));
  language.addEventListener('change', () => does.language(language.value));
  choose(popout, () => does.popout(openOwn));
  choose(past, () => part('past-open')?.click());
  choose(save, () => {
    const { saves } = does.now();
    if (saves) askToSave(words.t, saves, does.parts);
  });
  choose(end, () => sure('endTitle', 'endText', 'end', does.end));
  choose(forget, () => sure('forgetTitle', 'forgetText', 'forget', does.forget));
  write();
  show(does.now());

  /** @param {Now} now */
  function show(now) {
    sound.setAttribute('aria-pressed', String(now.sound));
    sound.querySelector('.icon')?.replaceWith(icon(now.sound ? 'sound' : 'mute'));
    hint.hidden = !(now.sound && now.blocked);
    language.value = now.language;
    popout.hidden = !now.canPopOut;
    // The part that shows them has put its own way in there, where there are any.
    past.hidden = !part('past-open');
    save.hidden = !now.saves;
    end.hidden = !now.canEnd;
    forget.hidden = !now.canForget;
  }

  return {
    show,
    get isOpen() { return !menu.hidden; },
    toggle: () => turn(menu.hidden === true),
    close: () => turn(false, true),
    /** What covers the conversation while it is in its own window. @param {NonNullable<ReturnType<typeof openOwn>>} own */
    elsewhere({ close, focus }) {
      const { t } = words;
      return { title: t('elsewhere'), text: '', main: t('bringBack'), does: close, other: t('showIt'), else: focus };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createMenu>>} Menu */
