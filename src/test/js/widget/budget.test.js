import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = new URL('../../../../target/frontend/widget/', import.meta.url);
const raw = new URL('../../../../webapp/widget/', import.meta.url);
/** @param {...(string | Uint8Array)} parts */
const packed = (...parts) => parts.reduce((/** @type {number} */ sum, part) => sum + gzipSync(part).length, 0);
/** @param {string} file */
const read = file => readFileSync(new URL(file, existsSync(new URL(file, built)) ? built : raw));

test('the bundles have been built', () => {
  assert.ok(existsSync(new URL('deskbell.js', built)) && existsSync(new URL('window.js', built)), 'run `npm run build` first');
});

test('the loader with its configuration is at most 3 KB', () => {
  const site = { key: 'k'.repeat(24), base: 'https://chat.a-long-name.example/deskbell', name: 'A shop with a rather long name, really', accent: '#2f6f5e', onAccent: '#ffffff', side: 'right', icon: 'chat', scheme: 'auto', label: 'Questions? Ask us', language: 'en' };
  const size = packed(`window.DeskbellSite = ${JSON.stringify(site)};\n${read('deskbell.js')}`);
  assert.ok(size <= 3_072, `${size} bytes`);
});

test('the whole window with one language is at most 25 KB', () => {
  for (const file of readdirSync(new URL('texts/', raw))) {
    const size = packed(read('window.html'), read('window.css'), read('window.js'), read(`texts/${file}`));
    assert.ok(size <= 25_600, `${size} bytes with ${file}`);
  }
});

test('nothing that is loaded names another host', () => {
  for (const file of ['deskbell.js', 'window.js', 'window.css', 'window.html']) {
    const hosts = String(read(file)).match(/https?:\/\/[\w.-]+/g) ?? [];
    assert.deepEqual(hosts.filter(host => host !== 'http://www.w3.org'), [], file);
  }
});
