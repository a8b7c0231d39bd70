/** What is allowed now, always in view in the window: who may do what, until when, and Stop. View. */

import { el } from '../el.js';

const PAGE = ['see', 'point', 'act'];

/** @param {HTMLElement} place @param {{stop: (request?: string) => void}} given */
export function createBar(place, { stop }) {
  const list = el('ul', { className: 'allowed', hidden: true });
  let shown = '';
  place.append(list);

  /** @param {import('../../shared/i18n.js').Texts} t @param {import('./requests.js').Request} request @param {boolean} here */
  function line(t, request, here) {
    const values = { name: request.agent.name };
    const best = PAGE.findLast(kind => request.kinds.includes(kind));
    const other = request.kinds.filter(kind => !PAGE.includes(kind));
    const texts = [best && t(here ? `bar_${best}` : 'bar_other_tab', values), other.length ? t('bar_call', values) : ''].filter(Boolean);
    const until = new Intl.DateTimeFormat(t.language, { timeStyle: 'short' }).format(new Date(request.until));
    const button = el('button', { type: 'button', className: 'stop', textContent: t('bar_stop') });
    button.setAttribute('aria-label', t('bar_stop_name', values));
    button.addEventListener('click', () => stop(request.request));
    return el('li', {}, el('span', { className: 'live-dot', ariaHidden: 'true' }),
      el('span', { className: 'allowed-words' }, el('b', { textContent: texts.join(' · ') }), el('small', { textContent: t('bar_until', { time: until }) })), button);
  }

  return {
    /** @param {import('../../shared/i18n.js').Texts} t @param {import('./requests.js').Request[]} live @param {boolean} here */
    show(t, live, here) {
      const what = JSON.stringify([t.language, here, live.map(one => [one.request, one.kinds, one.until])]);
      if (what === shown) return;
      shown = what;
      list.hidden = !live.length;
      list.replaceChildren(...live.map(request => line(t, request, here)));
    },
  };
}
