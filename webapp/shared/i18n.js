/**
 * Words of one language. Pure, but for `loadTexts`.
 *
 *   const t = createTexts('fr', dictionary, fallback);
 *   t('typing', {name: 'Ada'}) → text with {name} filled in; what a person wrote is isolated for mixed directions
 *   t.count('unread', 3)       → picks the plural form: dictionary {"unread": {"one": "{n} message", "other": "{n} messages"}}
 *   t.language, t.dir ('ltr' | 'rtl'), t.has(key)
 *   choose(wanted, offered) → the offered language for a list of BCP 47 tags, e.g. ['zh-Hant-TW', 'de'] → 'zh'
 *   await loadTexts(folderUrl, language) → dictionary; texts are JSON files named by language
 */

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv']);

/** @typedef {Record<string, string | Record<string, string>>} Dictionary */

/** @param {string} language @param {Dictionary} dictionary @param {Dictionary} [fallback] */
export function createTexts(language, dictionary, fallback = {}) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);

  /** @param {string | Record<string, string> | undefined} entry @param {number} [n] */
  function form(entry, n = 1) {
    return typeof entry === 'object' ? entry[plural.select(n)] ?? entry.other : entry;
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  function t(key, values = {}) {
    const n = typeof values.n === 'number' ? values.n : undefined;
    const text = form(dictionary[key] ?? fallback[key], n) ?? key;
    return text.replace(/\{(\w{1,20})\}/g, (whole, name) => name in values ? shown(values[name]) : whole);
  }

  /** @param {string | number} value */
  function shown(value) {
    return typeof value === 'number' ? number.format(value) : `\u2068${value}\u2069`;
  }

  return Object.assign(t, {
    language,
    /** @type {'ltr' | 'rtl'} */
    dir: direction(language),
    /** @param {string} key @param {number} n @param {Record<string, string | number>} [values] */
    count: (key, n, values = {}) => t(key, { ...values, n }),
    /** @param {string} key */
    has: key => key in dictionary || key in fallback,
  });
}

/** @typedef {ReturnType<typeof createTexts>} Texts */

/** @param {string} language @returns {'ltr' | 'rtl'} */
export function direction(language) {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0]) ? 'rtl' : 'ltr';
}

/** @param {(string | null | undefined)[]} wanted @param {string[]} offered */
export function choose(wanted, offered) {
  for (const tag of wanted) {
    const whole = tag?.toLowerCase().replaceAll('_', '-') ?? '';
    const base = whole.split('-')[0];
    // Older Java and Android say "iw" for Hebrew.
    const found = offered.find(one => one.toLowerCase() === whole) ?? offered.find(one => one === (base === 'iw' ? 'he' : base));
    if (found) return found;
  }
  return offered[0];
}

/** @param {string | URL} folder @param {string} language @returns {Promise<Dictionary>} */
export async function loadTexts(folder, language) {
  const answer = await fetch(new URL(`${language}.json`, folder));
  if (!answer.ok) throw new Error(`no texts for ${language}`);
  return answer.json();
}
