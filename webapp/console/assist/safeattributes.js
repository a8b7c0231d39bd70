/**
 * The attributes of a stranger's elements, one by one: kept, made harmless, or left out. Pure.
 *
 *   const attributes = createAttributes(urls);
 *   attributes.clean(tag, given) → a new object with what may stay
 */
import { safeCss } from './safecss.js';
import { ATTRIBUTES, MEANING, SVG_ATTRIBUTES } from './safewords.js';

/** No text of a page has to be longer. */
export const LONGEST = 1_000_000;
const NAME = /^[a-z_][\w:.-]{0,99}$/i;
const SIZE = /^\d{1,6}(?:\.\d{1,6})?px$/;
const PROPERTY = /^-{0,2}[a-z][\w-]{0,99}$/i;
/** Where a picture comes from. @type {Record<string, string[]>} */
const PICTURES = { src: ['img', 'input', 'source'], poster: ['video'], href: ['image', 'link'], 'xlink:href': ['image'] };

/** @param {import('./safeurl.js').Urls} urls */
export function createAttributes(urls) {
  /** @param {string} text */
  const css = text => safeCss(text, url => urls.fragment(url) ?? urls.resource(url));

  /** @param {string} tag @param {string} name @param {string} text @param {boolean} svg @returns {Record<string, unknown> | null} */
  function address(tag, name, text, svg) {
    if (PICTURES[name]?.includes(tag)) return one(name, urls.resource(text));
    if (name === 'srcset') return tag === 'img' || tag === 'source' ? one(name, urls.candidates(text)) : null;
    if (!name.endsWith('href')) return null;
    if (svg) return one(name, urls.fragment(text));
    // It looks like a link and leads nowhere; where it would lead is for the agent's eyes.
    if (tag === 'a' || tag === 'area') return { href: '#', 'data-goes': /^https?:/i.test(text) ? text.slice(0, 2000) : '' };
    return null;
  }

  /** What the recorder adds by itself. @param {string} tag @param {string} name @param {unknown} value @returns {Record<string, unknown> | null} */
  function recorded(tag, name, value) {
    if ((name === 'rr_width' || name === 'rr_height') && typeof value === 'string' && SIZE.test(value)) return { [name]: value };
    if ((name === 'rr_scrollLeft' || name === 'rr_scrollTop') && Number.isFinite(value)) return { [name]: value };
    if (name === 'rr_dataURL' && tag === 'img' && typeof value === 'string' && /^data:/i.test(value)) return one(name, urls.resource(value));
    // A dialog opened for real would take the keyboard away from the console.
    if (name === 'rr_open_mode') return value === 'modal' ? { 'data-modal': '' } : null;
    return null;
  }

  /** @param {string} tag @param {string} name @param {unknown} value @param {boolean} svg @returns {Record<string, unknown> | null} */
  function attribute(tag, name, value, svg) {
    if (!NAME.test(name) || /^on/i.test(name) || name === '__proto__') return null;
    // Taking away does no harm.
    if (value === null) return { [name]: null };
    if (name.startsWith('rr_')) return recorded(tag, name, value);
    if (name === 'style' && typeof value === 'object') return { style: declarations(value) };
    const text = value === true ? '' : typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.length > LONGEST) return null;
    if (name === 'style') return { style: css(text) };
    if (name === '_cssText') return tag === 'style' || tag === 'link' ? { _cssText: css(text) } : null;
    if (/^(?:src|srcset|poster|href|xlink:href)$/i.test(name)) return address(tag, name.toLowerCase(), text, svg);
    return may(name.toLowerCase(), svg) ? { [name]: svg ? css(text) : text } : null;
  }

  /** @param {unknown} given */
  function declarations(given) {
    if (given === null || typeof given !== 'object') return {};
    return Object.fromEntries(Object.entries(given).flatMap(/** @returns {[string, unknown][]} */ ([property, value]) => {
      if (!PROPERTY.test(property) || /^(?:behavior|-moz-binding)$/i.test(property)) return [];
      if (value === false) return [[property, false]];
      const [text, priority] = Array.isArray(value) ? value : [value, ''];
      if (typeof text !== 'string' || text.length > LONGEST) return [];
      return [[property, priority === 'important' ? [css(text), priority] : css(text)]];
    }));
  }

  return {
    css,
    declarations,
    /** @param {string} tag @param {unknown} given @param {boolean} [svg] @returns {Record<string, any>} */
    clean(tag, given, svg = false) {
      if (given === null || typeof given !== 'object') return {};
      return Object.assign({}, ...Object.entries(given).map(([name, value]) => attribute(tag, name, value, svg) ?? {}));
    },
  };
}

/** @param {string} name @param {boolean} svg */
function may(name, svg) {
  if (ATTRIBUTES.has(name) || name === 'style') return true;
  if (MEANING.has(name)) return false;
  return (svg && SVG_ATTRIBUTES.has(name)) || /^[a-z_][\w]*[-_][\w.-]*$/.test(name) || name.startsWith('_');
}

/** @param {string} name @param {string | null} value */
function one(name, value) {
  return value === null ? null : { [name]: value };
}
