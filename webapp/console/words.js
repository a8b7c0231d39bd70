/**
 * Puts the dictionary's words and the icons into the page's own markup. View.
 */
import { icon } from '../shared/icons.js';
import { say } from './texts.js';

/** @param {ParentNode} root */
export function fillWords(root) {
  each(root, 'say', (node, key) => { node.textContent = say(key); });
  each(root, 'sayLabel', (node, key) => {
    node.setAttribute('aria-label', say(key));
    if (node instanceof HTMLButtonElement) node.title = say(key);
  });
  each(root, 'sayPlaceholder', (node, key) => node.setAttribute('placeholder', say(key)));
  each(root, 'icon', (node, name) => node.replaceChildren(icon(name)));
  each(root, 'iconFirst', (node, name) => node.prepend(icon(name)));
  root.querySelectorAll('template').forEach(template => fillWords(template.content));
}

/** @param {ParentNode} root @param {string} name @param {(node: HTMLElement, value: string) => void} act */
function each(root, name, act) {
  const attribute = `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
  root.querySelectorAll(`[${attribute}]`).forEach(node => {
    if (node instanceof HTMLElement) act(node, node.dataset[name] ?? '');
  });
}

/** Shows one icon in a place, keeping it if it is there already. @param {HTMLElement} place @param {string | null} name */
export function showIcon(place, name) {
  if ((place.dataset.shown ?? null) === name) return;
  if (name === null) {
    delete place.dataset.shown;
    place.replaceChildren();
  } else {
    place.dataset.shown = name;
    place.replaceChildren(icon(name));
  }
}
