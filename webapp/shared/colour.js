/**
 * Colours as numbers. Pure.
 *
 *   parseHex('#2f6f5e') → [r, g, b] in 0..1 or null (also #abc);  toHex(rgb);  toOklch(rgb) → [l, c, h];
 *   fromOklch([l, c, h]) → rgb, chroma reduced until it fits the screen;  ratio(rgb1, rgb2) → WCAG contrast, 1 to 21
 */

/** @typedef {[number, number, number]} Triple */

/** @param {string} hex @returns {Triple | null} */
export function parseHex(hex) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return null;
  const whole = digits.length === 3 ? [...digits].map(one => one + one).join('') : digits;
  return /** @type {Triple} */ ([0, 2, 4].map(at => parseInt(whole.slice(at, at + 2), 16) / 255));
}

/** @param {Triple} rgb */
export function toHex(rgb) {
  return '#' + rgb.map(part => Math.round(Math.min(1, Math.max(0, part)) * 255).toString(16).padStart(2, '0')).join('');
}

/** @param {number} part */
const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
/** @param {number} part */
const curved = part => part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;

/** @param {Triple} one @param {Triple} two */
export function ratio(one, two) {
  const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Triple} rgb */
function luminance([r, g, b]) {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** @param {Triple} rgb @returns {Triple} */
export function toOklch(rgb) {
  const [r, g, b] = rgb.map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = Math.atan2(y, x) * 180 / Math.PI;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(x, y), (hue + 360) % 360];
}

/** @param {Triple} lch @returns {Triple} */
export function fromOklch([l, c, h]) {
  for (let chroma = c; chroma > 0.002; chroma *= 0.94) {
    const rgb = direct([l, chroma, h]);
    if (rgb.every(part => part >= -0.0005 && part <= 1.0005)) return clip(rgb);
  }
  return clip(direct([l, 0, h]));
}

/** @param {Triple} rgb @returns {Triple} */
function clip(rgb) {
  return /** @type {Triple} */ (rgb.map(part => Math.min(1, Math.max(0, part))));
}

/** @param {Triple} lch @returns {Triple} */
function direct([light, c, h]) {
  const x = c * Math.cos(h * Math.PI / 180);
  const y = c * Math.sin(h * Math.PI / 180);
  const l = (light + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const m = (light - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const s = (light - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    curved(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    curved(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    curved(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
