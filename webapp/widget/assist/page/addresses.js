/**
 * How much of an address an agent may see. Pure.
 *
 *   linkAddress(url)   of links, forms and the page itself: scheme, host and path; long random parts of the path become …
 *   imageAddress(url)  of images and styles: without a query that is long or named like a secret; '' where it may not be loaded
 */

const SECRET_NAME = /token|key|sig|auth|session|code|password|email/i;
const LONGEST_QUERY = 64;
const LARGEST_DATA = 32_000;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const RANDOM = /[a-z0-9]{24,}/gi;

/** @param {string} path */
export function calmPath(path) {
  return path.split('/').map(part => {
    const plain = part.replace(UUID, '…').replace(RANDOM, '…');
    return scrambled(plain) ? '…' : plain;
  }).join('/');
}

/** A token with dashes in it, as base64url has: long, digits in more than one place, both cases. @param {string} part */
function scrambled(part) {
  return part.length >= 24 && /[a-z]/.test(part) && /[A-Z]/.test(part) && (part.match(/\d+/g)?.length ?? 0) > 1;
}

/** @param {unknown} given @returns {string} */
export function linkAddress(given) {
  const url = parsed(given);
  if (!url) return '';
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.protocol + url.pathname;
  return isWeb(url) ? url.origin + calmPath(url.pathname) : '';
}

/** @param {unknown} given @returns {string} */
export function imageAddress(given) {
  const text = String(given ?? '').trim();
  if (/^data:(?:image|font)\//i.test(text)) return text.length <= LARGEST_DATA ? text : '';
  const url = parsed(text);
  return url && isWeb(url) ? url.origin + url.pathname + (harmlessQuery(url) ? url.search : '') : '';
}

/** @param {unknown} given candidates with sizes */
export function imageAddresses(given) {
  return String(given ?? '').split(/,\s+/).map(one => {
    const [address, ...size] = one.trim().split(/\s+/);
    const clean = imageAddress(address);
    return clean && [clean, ...size.filter(part => /^[\d.]+[wxh]$/.test(part))].join(' ');
  }).filter(Boolean).join(', ');
}

/** @param {unknown} given @returns {URL | null} */
function parsed(given) {
  try {
    return new URL(String(given));
  } catch {
    return null;
  }
}

/** @param {URL} url */
const isWeb = url => url.protocol === 'https:' || url.protocol === 'http:';
/** @param {URL} url */
const harmlessQuery = url => url.search.length <= LONGEST_QUERY && ![...url.searchParams.keys()].some(name => SECRET_NAME.test(name));
