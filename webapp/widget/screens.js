/** What lies over the conversation: consent, gone, elsewhere; the banner. View. */

import { icon } from '../shared/icons.js';
import { rich } from '../shared/rich.js';
import { whenOf } from './bannerof.js';
import { part } from './site.js';

/** @typedef {{title: string, text: string, main: string, does: () => void, other?: string, else?: () => void}} Cover */

export function createCover() {
  const cover = part('cover');
  const [main, other] = /** @type {HTMLButtonElement[]} */ ([...cover.querySelectorAll('button')]);
  const behind = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.body, .composer, .banner')]);
  /** @type {Cover | null} */
  let now = null;
  main.addEventListener('click', () => now?.does());
  other.addEventListener('click', () => now?.else?.());
  return {
    get isShown() { return now !== null; },
    /** @param {Cover | null} next */
    show(next) {
      now = next;
      cover.hidden = !next;
      for (const node of behind) node.inert = next !== null;
      if (!next) return;
      /** @type {HTMLElement} */ (cover.querySelector('h2')).textContent = next.title;
      cover.querySelector('.rich')?.replaceChildren(rich(next.text));
      main.textContent = next.main;
      other.hidden = !next.other;
      other.textContent = next.other ?? '';
    },
  };
}

/** @param {() => void} retry */
export function createBanner(retry) {
  const banner = part('banner');
  const text = /** @type {HTMLElement} */ (banner.querySelector('p'));
  const button = /** @type {HTMLButtonElement} */ (banner.querySelector('button'));
  button.addEventListener('click', retry);
  let shown = '';
  return {
    /** @param {ReturnType<typeof import('./bannerof.js').bannerOf>} now @param {import('../shared/i18n.js').Texts} t */
    show(now, t) {
      const what = now ? JSON.stringify([now, t.language]) : '';
      if (what === shown) return;
      shown = what;
      banner.hidden = !now;
      if (!now) return;
      banner.className = `banner ${now.kind}`;
      banner.querySelector('.icon')?.replaceWith(icon(now.kind === 'info' ? 'info' : 'alert'));
      const { opens, message } = now.closed ?? {};
      text.textContent = (message ?? t(now.text)) + (opens ? `\n${t('back', { when: whenOf(opens, t.language, Date.now()) })}` : '');
      button.hidden = !now.retry;
      button.textContent = t('tryNow');
    },
  };
}
