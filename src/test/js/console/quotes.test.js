import assert from 'node:assert/strict';
import test from 'node:test';
import { Quotes, isQuotable, quotedText } from '../../../../webapp/console/quotes.js';

/** @param {object} [more] @returns {Entry} */
const entry = (more = {}) => ({ type: 'posted', conversation: 'c', seq: 3, at: '2026-11-21T09:00:00.000Z', text: 'is the **red** one\n in stock?', ...more });

test('a message that is answered is one short line without marks', () => {
  assert.equal(quotedText(entry()), 'is the red one in stock?');
  assert.equal(quotedText(entry({ text: '', files: [{ name: 'a.png' }, { name: 'b.pdf' }] })), 'a.png, b.pdf');
  assert.equal(quotedText(entry({ text: '', removed: true })), 'Message removed');
  assert.equal(quotedText(undefined), 'An earlier message');
  const long = quotedText(entry({ text: '😀'.repeat(500) }));
  assert.equal(long, `${'😀'.repeat(160)}…`);
});

test('only what visitors see, and is still there, is answered', () => {
  assert.deepEqual([entry(), entry({ removed: true }), entry({ type: 'noted' }), entry({ type: 'closed' })].map(isQuotable), [true, false, false, false]);
});

test('each conversation has its own message to be answered, which goes with the next one', () => {
  const quotes = new Quotes();
  quotes.set('one', 3);
  quotes.set('two', 5);
  assert.deepEqual([quotes.take('one'), quotes.take('one'), quotes.get('two')], [3, 0, 5]);
  quotes.set('two', 0);
  assert.equal(quotes.get('two'), 0);
});
