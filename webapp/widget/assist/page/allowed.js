/**
 * Says what may be done for an agent on a page, by proposal or directly. Pure: it is given what is known of a target.
 *
 *   mayClick(target) mayFill(target) mayChoose(target) mayGo(address, here) → boolean
 *
 * A target is the chain from the element upwards: a click on a word in a link is a click on the link.
 *
 * @typedef {{tag: string, type?: string, inForm?: boolean, href?: string, download?: boolean, secret?: boolean, masked?: boolean, hidden?: boolean, disabled?: boolean, ours?: boolean, control?: Part}} Part
 * @typedef {Part[]} Target innermost first
 */

const UNFILLED = new Set(['submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'range', 'color', 'hidden', 'file', 'password']);
const OUTSIDE = new Set(['iframe', 'frame', 'fencedframe', 'object', 'embed']);

/** @param {Target} target @param {string} here the page's address */
export function mayClick(target, here) {
  return open(target) && target.every(part => harmless(part, here));
}

/** @param {Target} target */
export function mayFill(target) {
  const [{ tag, type = 'text' }] = target;
  return open(target) && written(target) && (tag === 'textarea' || tag === 'input' && !UNFILLED.has(type));
}

/** @param {Target} target */
export const mayChoose = target => open(target) && written(target) && target[0].tag === 'select';

/** @param {string} address @param {string} here */
export function mayGo(address, here) {
  const [to, from] = [parsed(address, here), parsed(here, here)];
  return !!to && !!from && to.origin === from.origin && /^https?:$/.test(to.protocol) && !to.username && !to.password;
}

/** Nothing of it is hidden from the agent, nor ours. @param {Target} target */
const open = target => target.length > 0 && !target.some(part => part.hidden || part.ours);
/** @param {Target} target */
const written = ([{ masked, secret, disabled }]) => !masked && !secret && !disabled;

/** @param {Part} part @param {string} here @returns {boolean} */
function harmless(part, here) {
  const { tag, href, download, masked, secret, control } = part;
  if (masked || secret || OUTSIDE.has(tag) || submits(part)) return false;
  if (href !== undefined && (download || !mayGo(href, here))) return false;
  return !control || harmless(control, here);
}

/** @param {Part} part */
function submits({ tag, type, inForm }) {
  if (tag === 'input') return type === 'submit' || type === 'image' || type === 'file';
  return tag === 'button' && (type === 'submit' || !!inForm && type !== 'button' && type !== 'reset');
}

/** @param {string} address @param {string} here */
function parsed(address, here) {
  try {
    return new URL(address, here);
  } catch {
    return null;
  }
}
