import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createTranscript } from '../../../../webapp/shared/transcript.js';
import { plain } from '../../../../webapp/shared/markdown.js';
import { createTexts } from '../../../../webapp/shared/i18n.js';
import { lastOf, whoOf } from '../../../../webapp/widget/past/listview.js';
import { createReading } from '../../../../webapp/widget/past/reading.js';
import { createShelf } from '../../../../webapp/widget/past/shelf.js';

/** @param {string} file */
const read = file => JSON.parse(readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'));
/** @type {{examples: any[]}} */
const { examples: [page, lastPage] } = read('src/test/contract/earlier.json');
const [newest, oldest] = page.items;
const words = createTexts('en', read('webapp/widget/past/texts/en.json'));
const window = createTexts('en', read('webapp/widget/texts/en.json'));

test('the list comes page by page, each asked for by the last of the one before', () => {
  const shelf = createShelf();
  assert.deepEqual(shelf.first(), { type: 'earlier' });
  assert.equal(shelf.phase, 'loading');
  assert.ok(shelf.take(page));
  assert.deepEqual([shelf.phase, shelf.more, shelf.items.length], ['ready', true, 2]);
  assert.deepEqual(shelf.next(), { type: 'earlier', before: 'c-1' });
  assert.ok(shelf.more);
  assert.ok(shelf.take(lastPage));
  assert.deepEqual([shelf.phase, shelf.more, shelf.items.length], ['ready', false, 2]);
});

test('what nobody waits for changes nothing, and what broke off is asked again', () => {
  const shelf = createShelf();
  assert.equal(shelf.take(page), false);
  assert.equal(shelf.again(), null);
  shelf.first();
  assert.equal(shelf.take(lastPage), false);
  assert.equal(shelf.take({ type: 'refused', of: 'before', reason: 'busy' }), false);
  assert.deepEqual(shelf.again(), { type: 'earlier' });
  assert.ok(shelf.take({ type: 'refused', of: 'earlier', reason: 'busy' }));
  assert.equal(shelf.phase, 'failed');
  shelf.fail();
  assert.equal(shelf.take(page), false);
  shelf.next();
  shelf.take(page);
  assert.equal(shelf.phase, 'ready');
  shelf.fail();
  assert.equal(shelf.phase, 'ready');
  shelf.clear();
  assert.deepEqual([shelf.items.length, shelf.phase], [0, 'idle']);
});

/** @param {number} seq @param {string} [type] */
const entry = (seq, type = 'posted') => ({ type, conversation: 'c-2', seq, at: '2026-11-21T10:00:00.000Z', by: { kind: 'agent', id: '1', name: 'Ada' }, text: `line ${seq}` });

test('a chat is read from its end backwards, and of what is private nothing but the number counts', () => {
  const reading = createReading(newest, createTranscript());
  assert.ok(reading.hasOlder);
  assert.deepEqual(reading.ask(), { type: 'before', conversation: 'c-2', seq: 32, limit: 100 });
  assert.equal(reading.ask(), null);
  assert.deepEqual(reading.again(), { type: 'before', conversation: 'c-2', seq: 32, limit: 100 });
  assert.equal(reading.take({ type: 'older', conversation: 'c-1', first: 1, entries: [] }), false);
  assert.ok(reading.take({ type: 'older', conversation: 'c-2', first: 1, entries: [entry(29), { type: 'passed', conversation: 'c-2', seq: 30 }, entry(31)] }));
  assert.deepEqual(reading.transcript.entries.map(one => one.seq), [29, 31]);
  assert.deepEqual([reading.phase, reading.hasOlder], ['ready', true]);
  assert.equal(reading.ask()?.seq, 29);
  assert.ok(reading.take({ type: 'older', conversation: 'c-2', first: 1, entries: [entry(1), entry(2)] }));
  assert.equal(reading.hasOlder, false);
  assert.equal(reading.ask(), null);
});

test('a chat that is refused can be tried again', () => {
  const reading = createReading(newest, createTranscript());
  reading.ask();
  assert.ok(reading.take({ type: 'refused', of: 'before', conversation: 'c-2', reason: 'unknown-conversation' }));
  assert.equal(reading.phase, 'failed');
  assert.equal(reading.again(), null);
  assert.equal(reading.ask()?.seq, 32);
  reading.fail();
  assert.equal(reading.phase, 'failed');
});

test('a line of the list says who answered and what was said last', () => {
  assert.equal(whoOf(newest, 'en', 'Green Corner').replaceAll(/[\u2068\u2069]/g, ''), 'Ada, Ben');
  assert.equal(whoOf(oldest, 'en', 'Green Corner'), '\u2068Green Corner\u2069');
  const said = (/** @type {any} */ last) => lastOf({ ...newest, last }, words, window, plain).replaceAll(/[\u2068\u2069]/g, '');
  assert.equal(said(newest.last), 'You: Thank you');
  assert.equal(said(oldest.last), 'Message removed');
  assert.equal(said({ by: 'agent', text: '**now**\nand then' }), 'now and then');
  assert.equal(said(undefined), '');
});
