/**
 * What people and conversations are called on the agents' screens. Pure.
 */
import {say} from './texts.js';

const LIST = new Intl.ListFormat(say.language, { type: 'unit', style: 'short' });

/** In one line, as this language lists. @param {string[]} names */
export const list = names => LIST.format(names);

/** @param {string} id the last four letters and digits of an opaque id, readable aloud */
export function shortId(id) {
  return id.replace(/[^A-Za-z0-9]/g, '').slice(-4).toUpperCase() || '?';
}

/** @param {{id: string, name?: string}} visitor */
export function visitorName(visitor) {
  const name = (visitor.name ?? '').trim();
  return name === '' ? say('visitor', {id: shortId(visitor.id)}) : name;
}

/** Up to two first letters for a picture of someone who has none. @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word));
  const letters = (words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1))
    .map(word => /** @type {string} */ ([...word.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? ''));
  return letters.join('').toLocaleUpperCase() || '?';
}

/** One of twelve hues, always the same for the same id. @param {string} id */
export function hue(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (sum % 12) * 30;
}

/** An address an agent may safely follow, or null. @param {string | undefined} address */
export function safeAddress(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The address as a short text: host and path, no protocol, no query. @param {string} address */
export function shortAddress(address) {
  try {
    const url = new URL(address);
    return url.host + (url.pathname === '/' ? '' : decodeURI(url.pathname));
  } catch {
    return address;
  }
}
