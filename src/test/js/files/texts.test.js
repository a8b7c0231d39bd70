import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { ENGLISH } from '../../../../webapp/console/texts.js';
import { fitted, sizeText } from '../../../../webapp/shared/files/sizes.js';

const webapp = new URL('../../../../webapp/', import.meta.url);
const english = JSON.parse(readFileSync(new URL('widget/files/texts/en.json', webapp), 'utf8'));

test('every text that files name is there, in the widget and in the console', () => {
  for (const folder of ['shared/files/', 'widget/files/', 'console/files/']) {
    for (const file of readdirSync(new URL(folder, webapp)).filter((/** @type {string} */ name) => name.endsWith('.js'))) {
      for (const [, key] of readFileSync(new URL(folder + file, webapp), 'utf8').matchAll(/'(file_\w+)'/g)) {
        if (folder !== 'console/files/') assert.ok(key in english, key);
        if (folder !== 'widget/files/') assert.ok(key in ENGLISH, key);
      }
    }
  }
});

test('sizes are said as people say them', () => {
  assert.equal(sizeText(512, 'en'), '512 byte');
  assert.equal(sizeText(48_213, 'en'), '47 kB');
  assert.match(sizeText(1_600_000, 'de'), /^1,5\sMB$/);
  assert.deepEqual(fitted(1_200, 900), { width: 240, height: 180 });
  assert.deepEqual(fitted(4, 4_000), { width: 44, height: 180 });
});
