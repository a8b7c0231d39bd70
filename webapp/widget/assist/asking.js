/** The question: who wants what, why, and for how long; each kind is answered by itself. Nothing is ticked beforehand. View. */

import { el } from '../el.js';

/**
 * @param {HTMLElement} place
 * @param {{answer: (request: import('./requests.js').Request, kinds: string[]) => boolean, canShow: () => boolean}} given
 */
export function createAsking(place, { answer, canShow }) {
  let shown = '';
  const card = el('section', { className: 'ask', tabIndex: -1, hidden: true });
  card.setAttribute('aria-labelledby', 'ask-title');
  place.append(card);

  /** @param {import('../../shared/i18n.js').Texts} t @param {import('./requests.js').Request} request */
  function fill(t, request) {
    const { name } = request.agent;
    const title = el('h2', { id: 'ask-title', textContent: t('ask_title', { name }) });
    const purpose = el('p', { className: 'ask-purpose', hidden: !request.purpose, dir: 'auto' }, el('q', { textContent: request.purpose ?? '' }));
    const many = request.kinds.length > 1;
    const list = el('ul', {});
    /** @type {HTMLInputElement[]} */
    const boxes = [];
    for (const kind of request.kinds) {
      const words = el('span', {}, el('b', { textContent: t(`ask_${kind}`) }), el('small', { textContent: t(`ask_${kind}_hint`) }));
      const box = el('input', { type: 'checkbox', value: kind, name: kind });
      boxes.push(box);
      list.append(el('li', {}, many ? el('label', {}, box, words) : words));
    }
    const yes = el('button', { type: 'button', className: 'main', textContent: t(many ? 'ask_allow_chosen' : 'ask_allow') });
    const no = el('button', { type: 'button', className: 'other', textContent: t('ask_no') });
    const minutes = el('p', { className: 'ask-time', textContent: t('ask_time', { n: request.minutes }) });
    const trouble = el('p', { className: 'ask-trouble', role: 'alert', hidden: true });
    const chosen = () => many ? boxes.filter(box => box.checked).map(box => box.value) : request.kinds;
    const settle = () => {
      // To point at or act on a page one has to see it.
      const sees = !request.kinds.includes('see') || chosen().includes('see');
      for (const box of boxes) if (['point', 'act'].includes(box.value)) box.checked = box.checked && !(box.disabled = !sees);
      yes.disabled = !chosen().length;
    };
    list.addEventListener('change', settle);
    settle();
    const say = (/** @type {string[]} */ kinds) => {
      trouble.hidden = answer(request, kinds);
      trouble.textContent = t('ask_offline');
    };
    yes.addEventListener('click', () => say(chosen()));
    no.addEventListener('click', () => say([]));
    if (request.kinds.includes('see') && !canShow()) {
      card.replaceChildren(title, purpose, el('p', { className: 'ask-time', textContent: t('ask_elsewhere') }), trouble, el('div', { className: 'choices' }, no));
    } else {
      card.replaceChildren(title, purpose, list, minutes, trouble, el('div', { className: 'choices' }, no, yes));
    }
  }

  return {
    /** @param {import('../../shared/i18n.js').Texts} t @param {import('./requests.js').Request | null} request */
    show(t, request) {
      const what = request ? request.request + t.language : '';
      if (what === shown) return;
      const had = card.contains(document.activeElement);
      shown = what;
      card.hidden = !request;
      if (request) fill(t, request);
      else card.replaceChildren();
      // The buttons are gone once one was used: one goes on writing.
      if (had && !request) document.getElementById('text')?.focus();
    },
  };
}
