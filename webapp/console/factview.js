/**
 * A line about a visitor, as it stands in the pane beside the thread. View.
 */
import { icon } from '../shared/icons.js';
import { find, mark, put, stamp } from './dom.js';
import { say } from './texts.js';

/** @returns {HTMLElement} */
export const makeFact = () => stamp('t-fact');

/** @param {HTMLElement} node @param {import('./facts.js').Fact} fact */
export function showFact(node, fact) {
  put(find(node, 'dt'), fact.label);
  showValue(find(node, 'dd'), fact);
}

/** @param {HTMLElement} place @param {import('./facts.js').Fact} fact */
export function showValue(place, fact) {
  mark(place, 'title', fact.title ?? null);
  if (!fact.href) return put(place, fact.text);
  const link = place.querySelector('a') ?? makeLink(place);
  mark(link, 'href', fact.href);
  put(/** @type {Element} */ (link.firstElementChild), fact.text);
}

/** A link to a stranger's page: it learns nothing about us. @param {HTMLElement} place */
function makeLink(place) {
  const link = document.createElement('a');
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  const hint = document.createElement('span');
  hint.className = 'quiet-only';
  hint.textContent = ` (${say('page_opens')})`;
  link.append(document.createElement('bdi'), hint, '\u00a0', icon('popout'));
  place.replaceChildren(link);
  return link;
}
