/**
 * What stands where nothing is: it says why, and what one can do. View.
 *
 * @typedef {{key: string, icon: string, title: string, hint: string,
 *   actions?: {text: string, href?: string, act?: () => void}[]}} Emptiness
 */
import { find, put, stamp } from './dom.js';
import { showIcon } from './words.js';

/** @param {HTMLElement} place @param {Emptiness | null} what */
export function showEmpty(place, what) {
  place.hidden = what === null;
  if (what === null || (place.dataset.shown === what.key && place.firstElementChild)) {
    if (what) put(find(place, '.empty-hint'), what.hint);
    return;
  }
  place.dataset.shown = what.key;
  const inner = stamp('t-empty');
  showIcon(find(inner, '.empty-icon'), what.icon);
  put(find(inner, '.empty-title'), what.title);
  put(find(inner, '.empty-hint'), what.hint);
  const actions = find(inner, '.empty-actions');
  for (const { text, href, act } of what.actions ?? []) {
    const node = document.createElement(href ? 'a' : 'button');
    node.className = 'button';
    node.textContent = text;
    if (node instanceof HTMLAnchorElement) node.href = href ?? '';
    else node.setAttribute('type', 'button');
    if (act) node.addEventListener('click', act);
    actions.append(node);
  }
  actions.hidden = actions.childElementCount === 0;
  place.replaceChildren(inner);
}
