/**
 * Style texts without what runs, loads from elsewhere than the web, or talks. Pure.
 *
 *   cleanStyle(text, redact?) → text;  redact is given what may carry words of a person: strings, addresses, own properties
 */

import { imageAddress } from './addresses.js';

const ESCAPED_LETTER = /\\0{0,4}([46][1-9a-f]|[57][0-9a])(?![0-9a-f])[ \t\n]?/gi;
const COMMENT = /\/\*(?! rr_split \*\/)[^]*?(?:\*\/|$)/g;
const IMPORT = /@import\b[^;{}]*(?:;|$)/gi;
const FONT = /^data:(?:application\/(?:x-)?font|application\/vnd\.ms-fontobject|font\/)/i;
const ADDRESS = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)"']*))\s*\)/gi;
const STRING = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/g;
const OWN_PROPERTY = /(--[\w-]+\s*:)([^;{}"']*)/g;
const RUNNING = /expression\s*\(|-moz-binding|(?<![\w-])behavior\s*:|javascript:|vbscript:/gi;

/** @param {string} address */
function loadable(address) {
  if (address.startsWith('#')) return address;
  if (FONT.test(address)) return address.length <= 200_000 ? address : '';
  return imageAddress(address);
}

/** @param {string} text */
const plain = text => text.includes('\\') ? text.replace(ESCAPED_LETTER, (whole, code) => String.fromCharCode(parseInt(code, 16))) : text;

/** @param {string} rule */
function imported(rule) {
  const address = /(?:url\(\s*)?["']?\s*(https?:[^"')\s]+)/i.exec(rule)?.[1];
  const clean = address && imageAddress(address);
  return clean ? `@import url("${clean}");` : '';
}

/** @param {string} text @param {(text: string) => string} [redact] @returns {string} */
export function cleanStyle(text, redact = same => same) {
  const calm = plain(text).replace(COMMENT, '').replace(RUNNING, 'none');
  return calm
    .replace(/@import\b/i.test(calm) ? IMPORT : /$^/, imported)
    .replace(ADDRESS, (whole, double, single, bare) => `url("${redact(loadable((double ?? single ?? bare).trim())).replace(/["\\\n]/g, '')}")`)
    .replace(STRING, redact)
    .replace(OWN_PROPERTY, (whole, name, value) => redact(name) + redact(value));
}
