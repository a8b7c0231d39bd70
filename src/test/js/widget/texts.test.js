import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { LANGUAGES } from '../../../../webapp/widget/words.js';

const widget = new URL('../../../../webapp/widget/', import.meta.url);
/** @param {string} language @returns {Record<string, any>} */
const read = language => JSON.parse(readFileSync(new URL(`texts/${language}.json`, widget), 'utf8'));
const english = read('en');
/** @param {any} entry @returns {string[]} */
const forms = entry => typeof entry === 'string' ? [entry] : Object.values(entry);
/** @param {string} text */
const holes = text => [...text.matchAll(/\{\w+\}/g)].map(found => found[0]).sort().join();

test('there is one dictionary per language and no other', () => {
  const files = readdirSync(new URL('texts/', widget)).map((/** @type {string} */ file) => file.replace('.json', ''));
  assert.deepEqual(files.sort(), [...LANGUAGES].sort());
});

for (const language of LANGUAGES) {
  test(`${language} says everything English says`, () => {
    const texts = read(language);
    assert.deepEqual(Object.keys(texts), Object.keys(english));
    for (const [key, entry] of Object.entries(texts)) {
      assert.equal(typeof entry, typeof english[key], key);
      for (const text of forms(entry)) assert.ok(text.trim() === text && text.length > 0, `${key} is empty or padded`);
      if (typeof entry === 'string') assert.equal(holes(entry), holes(english[key]), key);
      else {
        assert.deepEqual(Object.keys(entry).sort(), new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort(), `plural forms of ${key}`);
        assert.equal(holes(entry.other), holes(english[key].other), key);
        for (const text of forms(entry)) assert.ok(['', '{n}'].includes(holes(text)), key);
      }
    }
  });

  test(`${language} is translated`, () => {
    if (language === 'en') return;
    const texts = read(language);
    const same = Object.keys(english).filter(key => JSON.stringify(texts[key]) === JSON.stringify(english[key]));
    assert.ok(same.length <= 6, same.join());
  });
}

test('every text that the window names is in the dictionary', () => {
  const page = readFileSync(new URL('window.html', widget), 'utf8');
  const named = [...page.matchAll(/data-(?:text|label)="(\w+)"/g)].map(found => found[1]);
  const scripts = readdirSync(widget).filter((/** @type {string} */ file) => file.endsWith('.js')).map((/** @type {string} */ file) => readFileSync(new URL(file, widget), 'utf8')).join('\n');
  const said = [...scripts.matchAll(/\bt(?:\.count)?\('(\w+)'/g)].map(found => found[1]);
  const all = [...named, ...said];
  assert.ok(all.length > 25);
  for (const key of all) assert.ok(key in english, key);
});

test('every text in the dictionary is used', () => {
  const sources = readdirSync(widget).filter((/** @type {string} */ file) => /\.(js|html)$/.test(file)).map((/** @type {string} */ file) => readFileSync(new URL(file, widget), 'utf8')).join('\n');
  for (const key of Object.keys(english)) assert.ok(new RegExp(`['"]${key}['"]|\\b${key}:`).test(sources), key);
});
