import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createParts } from '../../../../webapp/widget/parts.js';
import { LANGUAGES } from '../../../../webapp/widget/words.js';

const widget = new URL('../../../../webapp/widget/', import.meta.url);
const built = new URL('../../../../target/frontend/widget/', import.meta.url);
const PARTS = readdirSync(widget).filter((/** @type {string} */ name) => name !== 'assist' && existsSync(new URL(`${name}/${name}.js`, widget)));
const speaking = PARTS.filter((/** @type {string} */ name) => existsSync(new URL(`${name}/texts/`, widget)));
/** @param {string} file @returns {Record<string, any>} */
const read = file => JSON.parse(readFileSync(new URL(file, widget), 'utf8'));
/** @param {any} entry @returns {string[]} */
const forms = entry => typeof entry === 'string' ? [entry] : Object.values(entry);
/** @param {string} text */
const holes = text => [...text.matchAll(/\{\w+\}/g)].map(found => found[0]).sort().join();

test('there are parts', () => {
  assert.ok(PARTS.includes('menu') && PARTS.includes('emoji'));
});

for (const part of speaking) {
  const english = read(`${part}/texts/en.json`);

  test(`the ${part} speaks every language, and says in each what it says in English`, () => {
    const files = readdirSync(new URL(`${part}/texts/`, widget)).map((/** @type {string} */ file) => file.replace('.json', ''));
    assert.deepEqual(files.sort(), [...LANGUAGES].sort());
    for (const language of LANGUAGES) {
      const texts = read(`${part}/texts/${language}.json`);
      assert.deepEqual(Object.keys(texts), Object.keys(english), language);
      for (const [key, entry] of Object.entries(texts)) {
        assert.equal(typeof entry, typeof english[key], `${language} ${key}`);
        for (const text of forms(entry)) assert.ok(text.trim() === text && text.length > 0, `${language} ${key} is empty or padded`);
        if (typeof entry === 'string') assert.equal(holes(entry), holes(english[key]), `${language} ${key}`);
        else assert.deepEqual(Object.keys(entry).sort(), new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort(), `${language} ${key}`);
      }
      const same = Object.keys(english).filter(key => JSON.stringify(texts[key]) === JSON.stringify(english[key]));
      if (language !== 'en') assert.ok(same.length <= 3, `${language}: ${same.join()}`);
    }
  });

  test(`the ${part} uses every text it has`, () => {
    const folders = [new URL(`${part}/`, widget), new URL(`../shared/${part}/`, widget)].filter(folder => existsSync(folder));
    const sources = folders.flatMap(folder => readdirSync(folder).filter((/** @type {string} */ file) => file.endsWith('.js')).map((/** @type {string} */ file) => readFileSync(new URL(file, folder), 'utf8'))).join('\n');
    for (const key of Object.keys(english)) assert.ok(new RegExp(`['"]${key}['"]`).test(sources), key);
  });
}

test('each part is at most 6 KB, one language included, and files at most 10 KB', () => {
  for (const part of PARTS) {
    const folder = new URL(`${part}/`, built);
    assert.ok(existsSync(new URL(`${part}.js`, folder)), 'run `npm run build` first');
    const language = Math.max(0, ...LANGUAGES.filter(() => speaking.includes(part)).map(code => gzipSync(readFileSync(new URL(`texts/${code}.json`, folder))).length));
    const size = gzipSync(readFileSync(new URL(`${part}.js`, folder))).length + gzipSync(readFileSync(new URL(`${part}.css`, folder))).length + language;
    assert.ok(size <= (part === 'files' ? 10_240 : 6_144), `${part}: ${size} bytes`);
  }
});

/** As much of a page as the loader of parts looks at. */
function page() {
  /** @type {any[]} */ const sheets = [];
  let isAway = false;
  /** @type {any} */ (globalThis).document = {
    baseURI: 'data:text/javascript,export const made = 7;//',
    createElement: () => ({ remove() {} }),
    head: { append(/** @type {any} */ sheet) {
      sheets.push(sheet.href);
      queueMicrotask(() => isAway ? sheet.onerror() : sheet.onload());
    } },
  };
  const original = globalThis.URL;
  /** @type {any} */ (globalThis).URL = class extends original {
    /** @param {string} path @param {string} [base] */
    constructor(path, base) { super(base?.startsWith('data:') ? `${base}${path}` : path, base?.startsWith('data:') ? undefined : base); }
  };
  return { sheets, away: (/** @type {boolean} */ on) => { isAway = on; }, end: () => { globalThis.URL = original; } };
}

test('a part is made once, and one that did not come can be tried again under another address', async () => {
  const { sheets, away, end } = page();
  /** @type {any[]} */ const missing = [];
  /** @type {string[]} */ const used = [];
  let made = 0;
  const parts = createParts(again => missing.push(again));
  const use = () => parts.use('menu', module => ({ is: module.made + made++ }), part => used.push(`menu ${part.is}`));
  try {
    away(true);
    await use();
    assert.deepEqual(used, []);
    assert.equal(typeof missing[0], 'function');
    away(false);
    await missing[0]();
    assert.deepEqual(used, ['menu 7']);
    assert.equal(missing.at(-1), null);
    await use();
    assert.deepEqual(used, ['menu 7', 'menu 7']);
    assert.equal(made, 1);
    assert.equal(new Set(sheets).size, sheets.length);
  } finally {
    end();
  }
});

test('another part that comes does not take back that one is missing', async () => {
  const { away, end } = page();
  /** @type {any[]} */ const missing = [];
  const parts = createParts(again => missing.push(again));
  try {
    away(true);
    await parts.use('menu', () => ({}));
    away(false);
    await parts.use('queue', () => ({}));
    assert.deepEqual(missing.map(again => typeof again), ['function']);
    await missing[0]();
    assert.equal(missing.at(-1), null);
  } finally {
    end();
  }
});
