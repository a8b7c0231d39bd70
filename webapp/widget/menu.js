/** The menu: sound, language, a window of its own, end, end and forget. View. */

import { icon } from '../shared/icons.js';
import { part } from './site.js';
import { LANGUAGES } from './words.js';

/**
 * @param {object} does
 * @param {(isOn: boolean) => void} does.sound
 * @param {(language: string) => void} does.language
 * @param {() => void} does.popout
 * @param {() => void} does.end
 * @param {() => void} does.forget
 */
export function createMenu(does) {
  const menu = part('menu');
  const button = part('menu-button');
  const sound = part('sound');
  const language = /** @type {HTMLSelectElement} */ (part('language'));

  for (const code of LANGUAGES) {
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    const option = new Option(own.charAt(0).toLocaleUpperCase(code) + own.slice(1), code);
    option.lang = code;
    language.add(option);
  }

  /** @param {boolean} isOpen @param {boolean} [backToButton] */
  function turn(isOpen, backToButton = false) {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) sound.focus();
    else if (backToButton) button.focus();
  }

  button.addEventListener('click', () => turn(menu.hidden === true));
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
  for (const name of /** @type {const} */ (['popout', 'end', 'forget'])) {
    part(name).addEventListener('click', () => {
      turn(false, true);
      does[name]();
    });
  }

  return {
    get isOpen() { return !menu.hidden; },
    close: () => turn(false, true),
    /** @param {{sound: boolean, blocked: boolean, language: string, canEnd: boolean, canForget: boolean, canPopOut: boolean}} now */
    show(now) {
      sound.setAttribute('aria-pressed', String(now.sound));
      sound.querySelector('.icon')?.replaceWith(icon(now.sound ? 'sound' : 'mute'));
      part('sound-hint').hidden = !(now.sound && now.blocked);
      language.value = now.language;
      part('popout').hidden = !now.canPopOut;
      part('end').hidden = !now.canEnd;
      part('forget').hidden = !now.canForget;
    },
  };
}
