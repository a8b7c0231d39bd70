import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const target = new URL('../../../../target/', import.meta.url);
const inPage = new URL('assistance/widget/assist.js', target);
const inWindow = new URL('frontend/widget/assist/', target);
/** @param {URL} file */
const packed = file => gzipSync(readFileSync(file)).length;
/** @param {string} folder */
const files = folder => existsSync(new URL(folder, inWindow)) ? readdirSync(new URL(folder, inWindow)).map((/** @type {string} */ name) => new URL(folder + name, inWindow)) : [];

const built = () => assert.ok(existsSync(inPage) && existsSync(new URL('desk.js', inWindow)), 'run `npm run assistance` and `npm run build` first');
/** @param {URL[]} parts */
const told = parts => parts.map(file => `${file.pathname.split('/').pop()} ${packed(file)}`).join(', ');

test('what is loaded after the yes, recorder and calls included, is at most 45 KB', () => {
  built();
  const parts = [inPage, ...files('parts/')];
  const size = parts.reduce((sum, file) => sum + packed(file), 0);
  assert.ok(size <= 46_080, `${size} bytes: ${told(parts)}`);
});

test('what asks the visitor is at most 10 KB, one language included', () => {
  built();
  const parts = [new URL('desk.js', inWindow), new URL('assist.css', inWindow)];
  const language = Math.max(...files('texts/').map(packed));
  const size = parts.reduce((sum, file) => sum + packed(file), language);
  assert.ok(size <= 10_240, `${size} bytes: ${told(parts)}`);
});

test('nothing of it names another host', () => {
  for (const file of [inPage, new URL('desk.js', inWindow), ...files('parts/')]) {
    const hosts = String(readFileSync(file)).match(/(?:https?|wss?):\/\/[\w.-]+/g) ?? [];
    assert.deepEqual(hosts.filter(host => host !== 'http://www.w3.org'), [], file.pathname);
  }
});
