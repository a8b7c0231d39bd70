import test from 'node:test';
import assert from 'node:assert/strict';
import { Choices, added, choicesOf, LONGEST, MOST, offeredBy } from '../../../../webapp/console/choices.js';

test('a choice is one short line, and each is there once', () => {
  assert.deepEqual(added([], '  The red\n one '), { list: ['The red one'], why: '' });
  assert.deepEqual(added(['Yes'], ' Yes '), { list: ['Yes'], why: 'same' });
  assert.deepEqual(added(['Yes'], '   '), { list: ['Yes'], why: '' });
  assert.deepEqual(added([], 'x'.repeat(LONGEST + 1)).list, []);
});

test('there is room for six', () => {
  const list = Array.from({ length: MOST }, (_, n) => `choice ${n}`);
  assert.deepEqual(added(list, 'one more'), { list, why: 'full' });
});

test('each conversation has its own, which go with the next message', () => {
  const choices = new Choices();
  choices.set('one', ['Yes', 'No']);
  choices.join('one', ['No', 'Perhaps']);
  choices.join('two', ['1', '2', '3', '4', '5', '6', '7']);
  assert.deepEqual(choices.take('one'), ['Yes', 'No', 'Perhaps']);
  assert.deepEqual(choices.take('one'), []);
  assert.equal(choices.get('two').length, MOST);
});

test('a message shows what it offers until it says something else', () => {
  /** @param {any} row */
  const of = row => choicesOf(row);
  assert.deepEqual(of({ entry: { choices: ['Yes'] } }), ['Yes']);
  assert.deepEqual(of({ pending: { frame: { choices: ['Yes'] } } }), ['Yes']);
  for (const row of [{ entry: { choices: ['Yes'], edited: '2026-11-27T10:00:00.000Z' } }, { entry: { choices: ['Yes'], removed: true } }, { entry: {} }, { pending: { frame: {} } }, {}]) assert.deepEqual(of(row), []);
});

test('the variables of what an answer offers are filled in, and what becomes too long is left out', () => {
  /** @type {Record<string, string>} */
  const known = { 'attribute.order': '4711', 'visitor.name': 'x'.repeat(LONGEST) };
  const list = offeredBy({ choices: ['Order {{attribute.order}}', 'I am {{visitor.name}}', 'Another one'] }, name => known[name]);
  assert.deepEqual([list[0], list[2]], ['Order 4711', 'Another one']);
  const choices = new Choices();
  choices.join('one', list);
  assert.deepEqual(choices.get('one'), ['Order 4711', 'Another one']);
  assert.deepEqual(offeredBy({}, () => undefined), []);
});
