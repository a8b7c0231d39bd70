/**
 * What the host page says, as the server takes it; loaded only where a page says anything. What is not taken is told to the page's console, once. Pure.
 */

const MOST = 20;
const NAME = 40;
const VALUE = 200;

/** How many that were taken back are said. */
const REMOVED = 40;
const UNKEPT = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/u;

/** What the page was told already. @type {Set<string>} */
const told = new Set();

/**
 * @param {import('./identity.js').Who} who
 * @param {(text: string) => void} warn
 * @returns {{name?: string, attributes?: Record<string, string | null>, about?: Record<string, string | null>}}
 */
export function said({ id, proof, attributes, about }, warn) {
  const { name, ...others } = attributes ?? {};
  /** @param {string} what */
  const once = what => {
    if (told.size === 100 || told.has(what)) return;
    told.add(what);
    warn(`Deskbell: ${what}`);
  };
  const known = id === undefined || id === null || proof ? others : { id, ...others };
  return {
    ...(isScalar(name) && name !== null ? { name: String(name).slice(0, 200) } : {}),
    ...member('attributes', 'setAttributes', known, once),
    ...member('about', 'setConversationAttributes', about ?? {}, once),
  };
}

/** @param {string} name @param {string} call @param {Record<string, unknown>} given @param {(what: string) => void} once */
function member(name, call, given, once) {
  /** @type {Record<string, string | null>} */
  const fits = {};
  let count = 0;
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const why = problem(key, value) ?? (value !== null && count === MOST ? `there are ${MOST} already` : null);
    if (why) {
      once(`${call}: "${key.slice(0, NAME)}" is left out: ${why}`);
      continue;
    }
    fits[key] = value === null ? null : String(value);
    if (value !== null) count++;
  }
  for (const key of Object.keys(fits).filter(one => fits[one] === null).slice(0, -REMOVED)) delete fits[key];
  return Object.keys(fits).length ? { [name]: fits } : {};
}

/** @param {string} key @param {unknown} value @returns {string | null} */
function problem(key, value) {
  if (!key.trim() || key.length > NAME || /[\0-\x1f\x7f-\x9f]/.test(key) || UNKEPT.test(key)) return `a name is one line of 1 to ${NAME} characters`;
  if (!isScalar(value)) return 'a value is a text, a number, true, false or null';
  const text = String(value);
  if (text.length > VALUE) return `a value takes at most ${VALUE} characters`;
  return UNKEPT.test(text) ? 'the value holds a character that cannot be kept' : null;
}

/** @param {unknown} value */
function isScalar(value) {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
