/**
 * What an element of the page is to the agent: its name, and what may be suggested or done with it. The visitor's side
 * decides; this only says at once what it would refuse. Knows no page but the element it is given.
 *
 * @typedef {{tag: string, type: string, inForm: boolean, words: string, goes: string | null, download: boolean, value: string, page: string}} Traits
 * @typedef {'' | 'submit' | 'payment' | 'file' | 'masked' | 'elsewhere'} Why
 * @typedef {{label: string, why: Why, field: '' | 'text' | 'choice', options: string[]}} Target
 */

const MASK = '•••••';
const PAYMENT = /(?:^|[\s_-])cc-|card|cvv|cvc|iban|payment/i;
const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'image', 'reset', 'submit', 'file', 'hidden']);
const SECRET = new Set(['password', 'hidden']);
/** What a click is meant for when it lands on something inside of it. */
export const CLICKABLE = 'a, button, input, select, textarea, summary, label, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], [role="switch"]';

/** @param {Traits} traits @returns {Why} why it stays with the visitor */
export function judged({ tag, type, inForm, words, goes, download, value, page }) {
  if (tag === 'input' && type === 'file') return 'file';
  if ((tag === 'button' || tag === 'input') && (type === 'submit' || type === 'image')) return 'submit';
  if (tag === 'button' && inForm && type !== 'button' && type !== 'reset') return 'submit';
  if (['input', 'select', 'textarea'].includes(tag)) {
    if (PAYMENT.test(words)) return 'payment';
    if (SECRET.has(type) || value === MASK) return 'masked';
  }
  if (tag === 'a' && goes !== null && (download || !sameSite(goes, page))) return 'elsewhere';
  return '';
}

/** @param {string} address @param {string} page */
export function sameSite(address, page) {
  return URL.canParse(address) && URL.canParse(page) && new URL(address).origin === new URL(page).origin;
}

/** A page of the same site as an agent writes it: a whole address or a path. @param {string} text @param {string} page @returns {string | null} */
export function siteAddress(text, page) {
  const wanted = text.trim();
  if (wanted === '' || !URL.canParse(wanted, page)) return null;
  const url = new URL(wanted, page);
  return /^https?:$/.test(url.protocol) && sameSite(url.href, page) && url.href.length <= 1000 ? url.href : null;
}

/** @param {(string | null | undefined)[]} given the first that says something, in one line of at most 200 characters */
export function labelFrom(given) {
  const said = given.map(text => (text ?? '').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()).find(text => text !== '') ?? '';
  return said.length > 200 ? `${said.slice(0, 199)}…` : said;
}

/** @param {Element} element @param {string} page the page's own address @returns {Target} */
export function described(element, page) {
  const tag = element.tagName.toLowerCase();
  const type = (element.getAttribute('type') ?? '').toLowerCase();
  const options = tag === 'select' ? [...element.querySelectorAll('option')].map(option => labelFrom([option.textContent])) : [];
  const value = options[0] === MASK ? MASK : String(/** @type {any} */ (element).value ?? '');
  const words = ['name', 'id', 'autocomplete'].map(name => element.getAttribute(name) ?? '').join(' ');
  const why = judged({
    tag, type, words, value, page, inForm: element.closest('form') !== null,
    goes: tag === 'a' && element.hasAttribute('data-goes') ? element.getAttribute('data-goes') : null, download: element.hasAttribute('download'),
  });
  const text = tag === 'textarea' || (tag === 'input' && !NO_TEXT.has(type));
  const field = /** @type {Target['field']} */ (tag === 'select' ? 'choice' : text ? 'text' : '');
  return { label: nameOf(element, tag), why, field, options: options.filter(Boolean).slice(0, 200) };
}

/** A label's own words, without those of the field in it. @param {Element} label */
function besides(label) {
  const copy = /** @type {Element} */ (label.cloneNode(true));
  copy.querySelectorAll('select, textarea, input, button').forEach(inner => inner.remove());
  return copy.textContent;
}

/** @param {Element} element @param {string} tag */
function nameOf(element, tag) {
  const { ownerDocument } = element;
  const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => (id ? ownerDocument.getElementById(id)?.textContent : '')).join(' ');
  const id = element.getAttribute('id');
  const field = ['input', 'select', 'textarea'].includes(tag);
  const own = id && field ? [...ownerDocument.querySelectorAll('label')].find(label => label.getAttribute('for') === id) : null;
  const around = field ? element.closest('label') : null;
  const picture = element.querySelector('img[alt], svg title');
  return labelFrom([
    by, element.getAttribute('aria-label'), own?.textContent, around && besides(around), field ? null : element.textContent,
    element.getAttribute('alt'), picture?.getAttribute('alt') ?? picture?.textContent, element.getAttribute('title'), element.getAttribute('name'),
  ].filter(text => text?.trim() !== MASK));
}
