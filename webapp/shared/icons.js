/**
 * Our own drawings: 24 × 24, one stroke of 1.75, round ends, the colour of the text around. View.
 *
 *   button.prepend(icon('send'))   an <svg aria-hidden="true" class="icon">; those that point somewhere turn in right-to-left
 *   fillIcons(root)                fills every <i data-icon="name"> of a template
 *
 * Here are those of the widget's first sight, where every byte counts; `import './moreicons.js'` adds those of the console.
 */

const BUBBLE = 'M4.5 19.5v-13a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8Z';
/** @type {Record<string, string>} */
const DRAWN = {
  chat: BUBBLE,
  close: 'M6 6l12 12M18 6 6 18',
  clip: 'M18.5 11.5l-6.6 6.6a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.9 6.9a1.3 1.3 0 0 1-1.9-1.9l6.3-6.3',
  down: 'M6 9.5l6 6 6-6',
  more: 'M5.5 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8ZM12 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8ZM18.5 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8Z',
  send: 'M20 12 4.5 5l2.8 7-2.8 7L20 12ZM7.3 12H12',
  smile: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.7 14c.8 1.3 2 2 3.3 2s2.5-.7 3.3-2M9.3 9.5v.3M14.7 9.5v.3',
  sent: 'M6 12.5l4 4 8-9',
  delivered: 'M3 12.5l4 4 8-9M11.5 15.3l1.2 1.2 8-9',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  alert: 'M12 4 3 19.5h18L12 4ZM12 10v4M12 16.8v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.6v.1',
};
const DIRECTED = new Set(['back', 'next', 'send', 'end', 'popout', 'sound', 'mute', 'panel', 'quote']);

/** @param {Record<string, string>} more */
export function addIcons(more) {
  Object.assign(DRAWN, more);
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', DIRECTED.has(name) ? 'icon icon-directed' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', DRAWN[name] ?? BUBBLE);
  svg.append(path);
  return svg;
}

/** @param {ParentNode} root */
export function fillIcons(root) {
  for (const place of root.querySelectorAll('i[data-icon]')) place.replaceWith(icon(place.getAttribute('data-icon') ?? ''));
}
