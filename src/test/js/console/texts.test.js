import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createTexts } from '../../../../webapp/shared/i18n.js';
import { LANGUAGES } from '../../../../webapp/widget/words.js';
import { ENGLISH as CALL } from '../../../../webapp/console/assist/calltexts.js';
import { ENGLISH as INBOX } from '../../../../webapp/console/texts.js';

/** @type {Record<string, any>} */
const english = { ...INBOX, ...CALL };
const folder = new URL('../../../../webapp/console/texts/', import.meta.url);
/** @param {string} language @returns {Record<string, any>} */
const read = language => JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8'));
/** @param {any} entry @returns {string[]} */
const forms = entry => typeof entry === 'string' ? [entry] : Object.values(entry);
/** @param {string} text */
const holes = text => [...text.matchAll(/\{\w+\}/g)].map(found => found[0]).sort().join();
const others = LANGUAGES.filter(language => language !== 'en');

test('the inbox speaks the languages of the widget', () => {
  const files = readdirSync(folder).map((/** @type {string} */ file) => file.replace('.json', ''));
  assert.deepEqual(files.sort(), [...others].sort());
});

for (const language of others) {
  test(`${language} says everything the inbox says`, () => {
    const texts = read(language);
    assert.deepEqual(Object.keys(english).filter(key => !(key in texts)), [], 'to be translated');
    assert.deepEqual(Object.keys(texts).filter(key => !(key in english)), [], 'not said any more');
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, entry] of Object.entries(texts)) {
      assert.equal(typeof entry, typeof english[key], key);
      for (const text of forms(entry)) assert.ok(text.trim() === text && text.length > 0, `${key} is empty or padded`);
      if (typeof entry === 'string') assert.equal(holes(entry), holes(english[key]), key);
      else {
        assert.deepEqual(Object.keys(entry).sort(), categories, `plural forms of ${key}`);
        assert.equal(holes(entry.other), holes(english[key].other), key);
        // Where the form itself says how many, the number may be left out.
        for (const text of forms(entry)) assert.equal(holes(text).replace(/,?\{n\}/, '').replace(/^,/, ''), holes(entry.other).replace(/,?\{n\}/, '').replace(/^,/, ''), key);
      }
    }
  });

  test(`${language} of the inbox is translated`, () => {
    const texts = read(language);
    const same = Object.keys(english).filter(key => /[a-z]{4}/i.test(String(english[key]).replace(/\{\w+\}/g, '')) && JSON.stringify(texts[key]) === JSON.stringify(english[key]));
    assert.ok(same.length <= Object.keys(english).length / 20, same.join());
  });
}

test('a word that one language lacks is said in English', () => {
  const say = createTexts('de', { close: 'Schließen' }, { close: 'Close', undo: 'Undo' });
  assert.equal(say('close'), 'Schließen');
  assert.equal(say('undo'), 'Undo');
  assert.ok(say.has('undo') && !say.has('nothing'));
});
