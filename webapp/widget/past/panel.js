/**
 * What lies over the chat while earlier ones are looked at: a head with the way back, and below it the list or one of them. View.
 *
 *   const panel = createPanel({list, back, again, older, more, news, near});   panel.show(now)
 */

import { addIcons, icon } from '../../shared/icons.js';
import { el } from '../el.js';

addIcons({ back: 'M14.5 5.5 8 12l6.5 6.5' });
const NEAR = 60;

/** @typedef {import('../../shared/i18n.js').Texts} Texts */
/** @typedef {{t: Texts, words: Texts, phase: string, isOnline: boolean, count: number, heading: string | null, hasOlder: boolean, hasMore: boolean, stars: number, unread: number}} Now
 *   `heading`: of the one that is read, null for the list; `count`: what is there of it already */

/**
 * @param {object} given
 * @param {HTMLElement} given.list
 * @param {Record<'back' | 'again' | 'older' | 'more' | 'news' | 'near', () => void>} given.does `near`: the reader comes to the top
 */
export function createPanel({ list, does }) {
  const back = button('plain', does.back, icon('back'));
  const title = el('h2', { id: 'past-title', tabIndex: -1, dir: 'auto' });
  const state = el('p', { className: 'past-state' });
  state.setAttribute('role', 'status');
  const again = button('past-more', does.again);
  const older = button('older', does.older);
  const more = button('past-more', does.more);
  const thread = el('div', {});
  const end = el('p', { className: 'event past-end' });
  const box = el('div', { className: 'scroll', tabIndex: 0 }, older, thread, list, state, again, more, end);
  const news = button('latest', does.news, icon('down'), el('span', {}));
  const node = el('section', { className: 'past', hidden: true }, el('div', { className: 'past-head' }, back, title), el('div', { className: 'body' }, box, news));
  box.setAttribute('role', 'region');
  for (const named of [node, box]) named.setAttribute('aria-labelledby', title.id);

  /** A chat is begun at its end, also while its files come in. */
  let isAtEnd = false;
  let top = 0;
  box.addEventListener('scroll', () => {
    // What grows below is told of after it has: only who goes up leaves the end.
    isAtEnd = list.hidden && (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR || isAtEnd && box.scrollTop >= top);
    top = box.scrollTop;
    if (box.scrollTop < NEAR) does.near();
  }, { passive: true });
  new ResizeObserver(() => { if (isAtEnd) box.scrollTop = box.scrollHeight; }).observe(thread);
  node.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    does.back();
  });

  /** @param {Now} now */
  function stateOf({ t, phase, isOnline, count, heading }) {
    if (phase === 'failed') return t('failed');
    if (phase === 'loading') return t(isOnline ? 'loading' : 'offline');
    if (heading !== null) return '';
    return count ? t.count('shown', count) : t('none');
  }

  return {
    node, title, box, thread, more,
    /** What is loading comes at the top of a chat, and at the end of the list. @param {boolean} isThread */
    turn(isThread) {
      isAtEnd = isThread;
      (isThread ? thread : more).before(state, again);
    },
    /** @param {Now} now */
    show(now) {
      const { t, words, phase, isOnline, count, heading } = now;
      const isThread = heading !== null;
      back.title = t(isThread ? 'all' : 'back');
      back.setAttribute('aria-label', back.title);
      title.textContent = heading ?? t('title');
      list.hidden = isThread;
      older.textContent = words('older');
      older.hidden = !count || !now.hasOlder || phase === 'failed';
      more.textContent = t(phase === 'loading' ? 'loading' : 'more');
      more.hidden = isThread || !count || !now.hasMore || phase === 'failed';
      again.textContent = words('retry');
      again.hidden = phase !== 'failed';
      const text = stateOf(now);
      if (state.textContent !== text) state.textContent = text;
      state.className = count && (phase === 'ready' || phase === 'loading' && isOnline) ? 'quiet-only' : 'past-state';
      end.hidden = !isThread || !count;
      end.textContent = [now.stars ? t.count('stars', now.stars) : '', t('readOnly')].filter(Boolean).join(' · ');
      news.hidden = !now.unread;
      /** @type {Element} */ (news.lastElementChild).textContent = words('newMessages');
    },
    /** What had the focus may be gone. @param {Element | null} held */
    keepFocus(held) {
      if (held instanceof HTMLElement && held.hidden) (again.hidden ? title : again).focus();
    },
  };
}

/** @param {string} className @param {() => void} does @param {...Node} inside */
export function button(className, does, ...inside) {
  const made = el('button', { type: 'button', className }, ...inside);
  made.addEventListener('click', does);
  return made;
}

/** @typedef {ReturnType<typeof createPanel>} Panel */
