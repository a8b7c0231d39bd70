/**
 * Which attributes of a node are sent, and how. Pure. Everything that is not named here or in the allow-list is dropped.
 *
 *   attributesOf(node, attributes, {masked, typed}) → clean attributes;  null stays null: the attribute was taken away
 */

import { plainAttribute, structural } from './allowlist.js';
import { imageAddress, imageAddresses, linkAddress } from './addresses.js';
import { cleanStyle } from './css.js';
import { DOTS } from './typed.js';

/** @typedef {import('./tree.js').Node_} Node_ */
/** @typedef {{masked: boolean, typed: import('./typed.js').Typed}} Rules */

const NARROW = new Set(['span', 'a', 'b', 'i', 'em', 'strong', 'small', 'label', 'code', 'time', 'abbr', 'sub', 'sup', 'mark', 'cite', 'q', 's', 'u']);
const BOX = /^\d+(?:\.\d+)?px$/;
/** Would tell of a field what is chosen, of a passage what is written in it. */
const TELLING = /^(?:aria-(?:pressed|current)|datetime)$/;
/** How the chosen one of several is told. */
const CHOSEN = new Set(['checked', 'selected', 'aria-checked', 'aria-selected', 'aria-valuetext', 'aria-valuenow']);
const VALUED = new Set(['progress', 'meter', 'li']);

/** @param {Node_} node @param {Record<string, any>} attributes @param {Rules} rules @returns {Record<string, any>} */
export function attributesOf(node, attributes, rules) {
  if (node.hidden) return box(node, attributes);
  if (node.tag === 'meta') return meta(attributes, rules);
  if (node.tag === 'link') return link(attributes, rules);
  /** @type {Record<string, any>} */
  const clean = {};
  for (const [name, value] of Object.entries(attributes)) {
    const kept = attributeOf(node, name.toLowerCase(), name, value, rules);
    if (kept !== undefined) clean[name] = kept;
  }
  return clean;
}

/** @param {Node_} node @param {Record<string, any>} attributes */
function box({ tag }, { rr_width: width, rr_height: height }) {
  const sized = BOX.test(width) && BOX.test(height) ? { rr_width: width, rr_height: height } : {};
  return { class: 'deskbell-hidden', ...NARROW.has(tag) && { style: 'display: inline-block;' }, ...sized };
}

/** @param {Record<string, any>} attributes @param {Rules} rules */
function meta({ charset, name, content }, { typed }) {
  if (charset) return { charset: typed.redact(String(charset)) };
  return String(name).toLowerCase() === 'viewport' ? { name: 'viewport', content: typed.redact(String(content ?? '')) } : {};
}

/** @param {Record<string, any>} attributes @param {Rules} rules */
function link({ rel, href, media, disabled, _cssText: text }, { typed }) {
  const more = { ...typeof media === 'string' && { media: typed.redactNames(media) }, ...disabled != null && { disabled: '' } };
  if (typeof text === 'string') return { _cssText: styleText(text, typed), ...more };
  if (rel === undefined && href === undefined) return more;
  const address = /\bstylesheet\b/i.test(String(rel)) && typed.redact(imageAddress(href));
  return address ? { rel: 'stylesheet', href: address, ...more } : {};
}

/** Names and rules are built of plain words; strings and addresses are where a page repeats people. @param {string} text @param {import('./typed.js').Typed} typed */
export const styleText = (text, typed) => typed.redactNames(cleanStyle(text, part => typed.redact(part)));

/** @param {Node_} node @param {string} name lower case @param {string} written @param {any} value @param {Rules} rules */
function attributeOf(node, name, written, value, { masked, typed }) {
  const { tag } = node;
  if (name.startsWith('rr_')) return measured(written, value, masked);
  if (name === '_csstext') return tag === 'style' ? styleText(String(value ?? ''), typed) : undefined;
  if (name === 'value' && !VALUED.has(tag) || name === 'placeholder') return fieldText(node, name, value, masked, typed);
  if (masked && (!structural(name) && name !== 'style' || TELLING.test(name))) return undefined;
  if (name === 'contenteditable') return undefined;
  if (value === null) return value;
  if (name === 'style') return styles(value, typed);
  if (CHOSEN.has(name)) return node.shown || name === 'aria-selected' && node.facts.role === 'tab' ? value === true || typed.redact(String(value)) : undefined;
  const address = addressOf(tag, name, value);
  if (address !== undefined) return typed.redact(address) || undefined;
  if (!plainAttribute(name) && !(name === 'value' && VALUED.has(tag))) return undefined;
  return value === true ? true : structural(name) ? typed.redactNames(drawn(String(value))) : typed.redact(String(value));
}

/** A reference to a paint or a mask, not to another address. @param {string} value */
const drawn = value => /url\(/i.test(value) ? cleanStyle(value) : value;

/** @param {string} name @param {any} value @param {boolean} masked */
function measured(name, value, masked) {
  if (name === 'rr_scrollLeft' || name === 'rr_scrollTop') return masked || typeof value !== 'number' ? undefined : value;
  if (name === 'rr_open_mode') return value === 'modal' || value === 'non-modal' ? value : undefined;
  return name.startsWith('rr_media') && (typeof value === 'number' || typeof value === 'boolean' || value === 'played' || value === 'paused') ? value : undefined;
}

/** @param {Node_} node @param {string} name @param {any} value @param {boolean} masked @param {import('./typed.js').Typed} typed */
function fieldText({ tag, secret, facts }, name, value, masked, typed) {
  if (secret || !['input', 'textarea', 'select', 'option'].includes(tag) || /^(?:checkbox|radio|image)$/i.test(facts.type ?? '')) return undefined;
  if (value === null || value === '') return value;
  return masked ? tag === 'option' ? undefined : DOTS : typed.redact(String(value));
}

/** @param {any} value a text, or changes by property @param {import('./typed.js').Typed} typed */
function styles(value, typed) {
  if (typeof value !== 'object') return styleText(String(value), typed);
  return Object.fromEntries(Object.entries(value).map(([property, set]) => [typed.redactNames(property),
    Array.isArray(set) ? [styleText(String(set[0]), typed), set[1] === 'important' ? 'important' : ''] : set === false ? false : styleText(String(set), typed)]));
}

/** @param {string} tag @param {string} name @param {any} value */
function addressOf(tag, name, value) {
  if (name === 'srcset') return tag === 'img' || tag === 'source' ? imageAddresses(value) : '';
  if (name === 'src') return tag === 'img' || tag === 'input' ? imageAddress(value) : '';
  if (name === 'poster' || name === 'background') return imageAddress(value);
  if (name !== 'href' && name !== 'xlink:href') return undefined;
  if (/^#[\w-]+$/.test(String(value))) return String(value);
  if (tag === 'image') return imageAddress(value);
  if (tag === 'use') return imageAddress(value) && imageAddress(value) + (/#[\w-]{1,40}$/.exec(String(value))?.[0] ?? '');
  return tag === 'a' || tag === 'area' ? linkAddress(value) : '';
}
