/**
 * Makes elements and our few icons.
 *
 *   make('button', {class: 'stop'}, 'Stop');  icon('eye');  say(texts, key, {name})
 */

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = /** @type {Record<string, string>} */ ({
  eye: 'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5',
  hidden: 'M4 4l16 16M9.9 6.3A9.5 9.5 0 0 1 12 6c6 0 9.5 6 9.5 6a17 17 0 0 1-3.1 3.6M6.2 7.9A16 16 0 0 0 2.5 12s3.5 6 9.5 6a9.5 9.5 0 0 0 4-.9',
  grip: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
  arrow: 'M5 3l14 8-6.5 1.5L9.5 19Z',
});

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children @returns {HTMLElementTagNameMap[T]} */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} name @param {Record<string, string>} [attributes] */
export function draw(name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** @param {string} name */
export function icon(name) {
  const svg = draw('svg', { viewBox: '0 0 24 24', class: `icon ${name}`, 'aria-hidden': 'true' });
  svg.append(draw('path', { d: ICONS[name] }));
  return svg;
}

/** Names are isolated, so that they do not turn a line of the other direction round. @param {Record<string, string>} texts @param {string} key @param {Record<string, string>} [values] */
export function say(texts, key, values = {}) {
  return String(texts[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => `\u2068${values[name] ?? ''}\u2069`);
}
