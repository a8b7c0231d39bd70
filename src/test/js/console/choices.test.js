import test from 'node:test';
import assert from 'node:assert/strict';
import { Drafts } from '../../../../webapp/console/drafts.js';
import { Choices, added, choicesOf, LONGEST, MOST, offeredBy } from '../../../../webapp/console/choices.js';

test('a choice is one short line, and each is there once', () => {
  assert.deepEqual(added([], '  The red\n one '), { list: ['The red one'], why: '' });
  assert.deepEqual(added(['Yes'], ' Yes '), { list: ['Yes'], why: 'same' });
  assert.deepEqual(added(['Yes'], '   '), { list: ['Yes'], why: '' });
  assert.deepEqual(added([], 'x'.repeat(LONGEST + 1)).list, []);
});

test('what the server would refuse is no choice', () => {
  assert.deepEqual(added([], '\u200b \u2060'), { list: [], why: '' });
  assert.deepEqual(added([], 'a\u0085b\u007f').list, ['ab']);
  assert.deepEqual(added([], '👩\u200d💻').list, ['👩\u200d💻']);
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

test('what is not sent yet is there again after a reload, beside the draft of its conversation', () => {
  /** @type {Map<string, string>} */
  const stored = new Map();
  const drafts = () => new Drafts({ getItem: key => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) });
  const before = new Choices(drafts().beside('choices'));
  before.join('one', ['Yes', 'No']);
  before.join('two', ['Red']);
  before.take('two');
  drafts().set('one', 'Which one?');
  const after = new Choices(drafts().beside('choices'));
  assert.deepEqual([after.get('one'), after.get('two')], [['Yes', 'No'], []]);
  assert.equal(drafts().get('one'), 'Which one?');
  after.take('one');
  assert.deepEqual(new Choices(drafts().beside('choices')).get('one'), []);
  // What somebody else may have written there is no choice because of that.
  assert.deepEqual(new Choices({ get: () => `Yes\n\nYes\n${'x'.repeat(LONGEST + 1)}`, set() {} }).get('one'), ['Yes']);
});

test('with the text goes what came with an answer, and what the agent made himself stays', () => {
  const choices = new Choices();
  choices.join('one', ['Mine']);
  choices.lend('one', ['Yes', 'Mine']);
  choices.lend('one', ['No']);
  assert.deepEqual(choices.get('one'), ['Mine', 'Yes', 'No']);
  choices.emptied('one');
  assert.deepEqual(choices.get('one'), ['Mine']);
  choices.lend('one', ['Yes']);
  choices.take('one');
  choices.join('one', ['Yes']);
  choices.emptied('one');
  assert.deepEqual(choices.get('one'), ['Yes']);
});
