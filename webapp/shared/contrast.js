/**
 * Derives a whole palette from one accent, so that any brand fits and everything can be read. Pure.
 *
 *   palette('#ffd400', 'light' | 'dark') → {hue, accent, onAccent, accentText, accentSoft}: hex colours, hue in degrees
 *     accent      fill of buttons and one's own bubbles: ≥ 3:1 against every surface
 *     onAccent    text on it: ≥ 4.5:1
 *     accentText  links and text in the accent's hue: ≥ 4.5:1 on every surface and on accentSoft
 *     accentSoft  a quiet ground for selected rows: --text on it ≥ 4.5:1
 *   themeVariables('#ffd400') → {'--hue': …, '--accent-light': …, …}: what shared/tokens.css expects on the root
 *   applyTheme(element, accent, scheme)  sets them; scheme 'auto' | 'light' | 'dark'
 */

import { fromOklch, parseHex, ratio, toHex, toOklch } from './colour.js';

/** @typedef {import('./colour.js').Triple} Triple */
/** @typedef {'light' | 'dark'} Scheme */

const USUAL = '#2f6f5e';

/** Lightness and chroma of the neutrals; the same figures stand in tokens.css (a test compares them). @type {Record<Scheme, Record<string, [number, number]>>} */
export const NEUTRALS = {
  light: { surface: [0.985, 0.004], raised: [1, 0], sunken: [0.955, 0.006], text: [0.24, 0.015], 'text-quiet': [0.47, 0.015], line: [0.9, 0.008], 'line-strong': [0.62, 0.012] },
  dark: { surface: [0.2, 0.01], raised: [0.25, 0.012], sunken: [0.165, 0.008], text: [0.94, 0.006], 'text-quiet': [0.75, 0.012], line: [0.33, 0.012], 'line-strong': [0.6, 0.014] },
};

/** @param {string} name @param {Scheme} scheme @param {number} hue */
export function neutral(name, scheme, hue) {
  const [lightness, chroma] = NEUTRALS[scheme][name];
  return fromOklch([lightness, chroma, hue]);
}

/** @param {string} hex @param {Scheme} scheme */
export function palette(hex, scheme) {
  const base = toOklch(parseHex(hex) ?? /** @type {Triple} */ (parseHex(USUAL)));
  const hue = Math.round(base[2]);
  const grounds = ['surface', 'raised', 'sunken'].map(name => neutral(name, scheme, hue));
  const toward = scheme === 'light' ? -1 : 1;
  const soft = fromOklch([scheme === 'light' ? 0.945 : 0.3, Math.min(base[1], 0.025), hue]);
  const accent = walk(base, toward, colour => clear(colour, grounds, 3) && Math.max(...INKS.map(ink => ratio(ink, colour))) >= 4.5);
  const accentText = walk(base, toward, colour => clear(colour, [...grounds, soft], 4.5));
  const onAccent = ratio(INKS[0], accent) >= 4.5 ? INKS[0] : INKS[1];
  return { hue, accent: toHex(accent), onAccent: toHex(onAccent), accentText: toHex(accentText), accentSoft: toHex(soft) };
}

/** White is preferred on a colour where both can be read. @type {Triple[]} */
const INKS = [[1, 1, 1], [0.05, 0.05, 0.05]];

/** @param {Triple} colour @param {Triple[]} grounds @param {number} least */
function clear(colour, grounds, least) {
  // A little more than asked: what is shown is rounded to 8 bits.
  return grounds.every(ground => ratio(colour, ground) >= least + 0.04);
}

/** The nearest lightness of the same hue that is good enough. @param {Triple} from @param {number} toward @param {(colour: Triple) => boolean} good @returns {Triple} */
function walk(from, toward, good) {
  for (let lightness = from[0]; lightness >= 0 && lightness <= 1; lightness += toward * 0.01) {
    const rounded = parseHex(toHex(fromOklch([lightness, from[1], from[2]])));
    if (rounded && good(rounded)) return rounded;
  }
  return toward < 0 ? [0.05, 0.05, 0.05] : [1, 1, 1];
}

/** @param {string} accent @returns {Record<string, string>} */
export function themeVariables(accent) {
  /** @type {Record<string, string>} */
  const variables = {};
  for (const scheme of /** @type {Scheme[]} */ (['light', 'dark'])) {
    const colours = palette(accent, scheme);
    variables['--hue'] = String(colours.hue);
    variables[`--accent-${scheme}`] = colours.accent;
    variables[`--on-accent-${scheme}`] = colours.onAccent;
    variables[`--accent-text-${scheme}`] = colours.accentText;
    variables[`--accent-soft-${scheme}`] = colours.accentSoft;
  }
  return variables;
}

/** @param {HTMLElement} element usually document.documentElement @param {string} accent @param {string} [scheme] */
export function applyTheme(element, accent, scheme = 'auto') {
  for (const [name, value] of Object.entries(themeVariables(accent))) element.style.setProperty(name, value);
  element.dataset.scheme = scheme;
}
