/**
 * Our own drawings: 24 × 24, one stroke of 1.75, round ends, the colour of the text around. View.
 *
 *   button.prepend(icon('send'))   an <svg aria-hidden="true" class="icon">; those that point somewhere turn in right-to-left
 *   fillIcons(root)                fills every <i data-icon="name"> of a template
 */

const BUBBLE = 'M4.5 19.5v-13a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8Z';
/** @type {Record<string, string>} */
const DRAWN = {
  chat: BUBBLE,
  bell: 'M5 17.5h14M6.5 17.5v-6a5.5 5.5 0 0 1 11 0v6M12 6V4M10 20.5h4',
  help: 'M9 10a3 3 0 1 1 3 3v1M12 17v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  more: 'M5.5 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8ZM12 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8ZM18.5 11.6a.4.4 0 1 0 0 .8.4.4 0 1 0 0-.8Z',
  send: 'M20 12 4.5 5l2.8 7-2.8 7L20 12ZM7.3 12H12',
  smile: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.7 14c.8 1.3 2 2 3.3 2s2.5-.7 3.3-2M9.3 9.5v.3M14.7 9.5v.3',
  clip: 'M18.5 11.5l-6.6 6.6a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.9 6.9a1.3 1.3 0 0 1-1.9-1.9l6.3-6.3',
  sent: 'M6 12.5l4 4 8-9',
  delivered: 'M3 12.5l4 4 8-9M11.5 15.3l1.2 1.2 8-9',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  alert: 'M12 4 3 19.5h18L12 4ZM12 10v4M12 16.8v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.6v.1',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4',
  popout: 'M13.5 4.5h6v6M19.5 4.5 11 13M9.5 6H6a1.5 1.5 0 0 0-1.5 1.5V18A1.5 1.5 0 0 0 6 19.5h10.5A1.5 1.5 0 0 0 18 18v-3.5',
  sound: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4h-3ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  mute: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4h-3ZM15.5 9.5l5 5M20.5 9.5l-5 5',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5Z',
  end: 'M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5l.3 5.5M13.8 10.5l-.3 5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3l5.2 5.2',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 19.5c.6-3.4 3.4-5.5 7-5.5s6.4 2.1 7 5.5',
  people: 'M9 11.5a3.2 3.2 0 1 0 0-6.5 3.2 3.2 0 0 0 0 6.5ZM3 19c.5-3 2.9-5 6-5s5.5 2 6 5M15.5 5.3a3.2 3.2 0 0 1 0 6M17.5 14.3c1.9.7 3.1 2.3 3.5 4.7',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4v-5.5ZM4 13.5h4.5a3.5 3.5 0 0 0 7 0H20',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 3.5v2.3M12 18.2v2.3M3.5 12h2.3M18.2 12h2.3M6 6l1.6 1.6M16.4 16.4 18 18M18 6l-1.6 1.6M7.6 16.4 6 18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  verified: 'M12 3.5l6.5 2.5v5.5c0 4.2-2.7 7.3-6.5 9-3.8-1.7-6.5-4.8-6.5-9V6L12 3.5ZM9 12l2.2 2.2L15.2 10',
  page: 'M6.5 3.5h7.5l4 4v13h-11.5v-17ZM13.5 3.5V8H18M9.5 12.5h5M9.5 16h5',
  claim: 'M12 4v10M8 10l4 4 4-4M4.5 16v3.5h15V16',
  release: 'M12 14V4M8 8l4-4 4 4M4.5 16v3.5h15V16',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5l4.5 4.5L19 7',
  sort: 'M7.5 5v14M4.5 16l3 3 3-3M13 6.5h7M13 11.5h5.5M13 16.5h4',
  lock: 'M6 11h12v8.5H6V11ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  panel: 'M4 5h16v14H4V5ZM14.5 5v14',
  copy: 'M9 9h10.5v10.5H9V9ZM5.5 15H4.5V4.5H15v1',
};
const DIRECTED = new Set(['back', 'next', 'send', 'end', 'popout', 'sound', 'mute', 'panel']);
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
