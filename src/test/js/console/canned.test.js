import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fold, folded, rank } from '../../../../webapp/console/canned/rank.js';
import { both, stepsOf, stepsText, until } from '../../../../webapp/console/canned/steps.js';
import { Shelf } from '../../../../webapp/console/canned/shelf.js';
import { valueOf } from '../../../../webapp/console/canned/values.js';
import { fill, pieces, problem } from '../../../../webapp/console/canned/variables.js';
import { wordAt } from '../../../../webapp/console/canned/word.js';

/** @type {{values: Record<string, string>, cases: {text: string, problem?: string, detail?: string, filled?: string}[]}} */
const agreed = JSON.parse(readFileSync(new URL('../../resources/answers/variables.json', import.meta.url), 'utf8'));

for (const { text, problem: reason, detail, filled } of agreed.cases) {
  test(`variables: ${text}`, () => {
    assert.deepEqual(problem(text), reason ? { reason, detail } : null);
    if (filled !== undefined) assert.equal(fill(text, name => agreed.values[name]), filled);
    assert.equal(pieces(text).map(piece => piece.text).join(''), text);
  });
}

test('what is no variable stays as it was written', () => {
  assert.equal(fill('{{constructor}} {{visitor.name', () => 'x'), '{{constructor}} {{visitor.name');
});

test('what is said of the conversation goes before what is said of the customer', () => {
  const visitor = { name: 'Lin', attributes: { plan: 'gold', order: '1' }, about: { order: '4711' } };
  const desk = /** @type {any} */ ({ summary: { visitor: {}, site: { name: 'Shop' } }, follow: { visitor }, boxes: { me: { name: 'Ada' } } });
  assert.equal(fill('{{visitor.name}}, {{agent.name}}, {{site.name}}: {{attribute.order}}, {{attribute.plan}}, {{attribute.toString|none}}', name => valueOf(desk, name)),
    'Lin, Ada, Shop: 4711, gold, none');
  assert.equal(valueOf({ ...desk, follow: null }, 'attribute.order'), undefined);
});

/** @param {string} shortcut @param {string} [title] @param {string} [text] @param {object} [more] */
const answer = (shortcut, title = '', text = '', more = {}) => folded({ id: shortcut, shortcut, title, text, own: false, ...more });
/** @param {import('../../../../webapp/console/canned/rank.js').Known[]} answers @param {string} typed */
const found = (answers, typed) => rank(answers, typed).map(one => one.shortcut);

test('the shortcut comes before the title, and the title before the text', () => {
  const answers = [answer('c', 'x', 'how to return it'), answer('b', 'Returns', 'x'), answer('a', 'x', 'x'), answer('ret', 'x', 'x'), answer('returns', 'x', 'x')];
  assert.deepEqual(found(answers, 'ret'), ['ret', 'returns', 'b', 'c']);
});

test('a word of the title counts from its beginning before what is inside of words', () => {
  assert.deepEqual(found([answer('a', 'Misplaced'), answer('b', 'A place to be'), answer('xplace')], 'place'), ['b', 'xplace', 'a']);
});

test('letters that are left out are forgiven in shortcut and title, not in the text', () => {
  const answers = [answer('delivery-time'), answer('x', 'When does it arrive'), answer('y', '', 'delivery time')];
  assert.deepEqual(found(answers, 'dltm'), ['delivery-time']);
  assert.deepEqual(found(answers, 'wdia'), ['x']);
});

test('accents and capitals need not be typed, in any script', () => {
  assert.equal(fold('Grüße ÉTÉ'), 'gruße ete');
  assert.deepEqual(found([answer('grüße')], 'GRUSS'.toLowerCase().replace('ss', 'ß')), ['grüße']);
  assert.deepEqual(found([answer('привет'), answer('こんにちは'), answer('مَرحبا')], 'мир'), []);
  assert.deepEqual(found([answer('привет'), answer('こんにちは'), answer('مَرحبا')], 'مرح'), ['مَرحبا']);
  assert.deepEqual(found([answer('привет'), answer('こんにちは')], 'こん'), ['こんにちは']);
});

test('nothing typed lists all: his own first, then those of this site', () => {
  const answers = [answer('a'), answer('b', '', '', { site: 'demo' }), answer('z', '', '', { own: true })];
  assert.deepEqual(found(answers, ''), ['z', 'b', 'a']);
});

test('a thousand long answers are looked through between two keys', () => {
  const answers = Array.from({ length: 1000 }, (_, at) => answer(`key${at}`, `Title ${at}`, 'lorem ipsum dolor '.repeat(200)));
  const began = performance.now();
  rank(answers, 'zzz');
  assert.ok(performance.now() - began < 200);
  assert.equal(rank(answers, 'lorem').length, 50);
});

test('a word that begins with the prefix is looked for, and only under the caret', () => {
  assert.deepEqual(wordAt('/', 1, '/'), { from: 0, to: 1, typed: '' });
  assert.deepEqual(wordAt('Hi /ret', 7, '/'), { from: 3, to: 7, typed: 'ret' });
  assert.deepEqual(wordAt('Hi\n/ret there', 7, '/'), { from: 3, to: 7, typed: 'ret' });
  assert.deepEqual(wordAt('::ret', 5, '::'), { from: 0, to: 5, typed: 'ret' });
  assert.equal(wordAt(':ret', 4, '::'), null);
  assert.equal(wordAt('and/or', 6, '/'), null);
  assert.equal(wordAt('https://x', 9, '/'), null);
  assert.equal(wordAt('/ret there', 10, '/'), null);
  assert.equal(wordAt('/ret', 2, '/'), null);
  assert.equal(wordAt(`/${'x'.repeat(60)}`, 61, '/'), null);
  assert.equal(wordAt('', 0, '/'), null);
});

test('the shelf takes each scope whole and offers what fits the site', () => {
  const shelf = new Shelf();
  const item = { id: '1', shortcut: 'hello', title: 'T', text: 'x' };
  shelf.apply({ type: 'answers', scope: 'shared', items: [item, { ...item, id: '2', site: 'demo' }, { ...item, id: '3', site: 'other' }] });
  assert.equal(shelf.known, false);
  shelf.apply({ type: 'answers', scope: 'own', prefix: '::', items: [{ ...item, id: '4' }] });
  assert.deepEqual([shelf.known, shelf.prefix], [true, '::']);
  assert.deepEqual(shelf.find('demo', 'hel').map(one => one.id), ['4', '2', '1']);
  assert.deepEqual(shelf.of(undefined).map(one => one.id), ['4', '1']);
  shelf.apply({ type: 'answers', scope: 'own', prefix: '/', items: [] });
  assert.deepEqual([shelf.find('demo', 'hel').map(one => one.id), shelf.prefix], [['2', '1'], '/']);
});

test('what follows an answer is said in the order in which it is done, without labels that are gone', () => {
  const labels = [{ id: '12', name: 'Returns' }, { id: '15', name: 'VIP' }];
  assert.equal(stepsOf({}, labels), null);
  assert.equal(stepsOf({ labels: ['99'] }, labels), null);
  const steps = stepsOf({ labels: ['12', '99', '15'], then: 'close' }, labels);
  assert.deepEqual(steps, { labels: ['12', '15'], then: 'close' });
  assert.equal(stepsText(/** @type {any} */ (steps), labels).replace(/[\u2068\u2069]/g, ''), 'label “Returns” · label “VIP” · close');
  assert.equal(stepsText({ then: 'snooze-tomorrow' }, labels).replace(/[\u2068\u2069]/g, ''), 'snooze: Tomorrow morning');
});

test('it is snoozed until the morning of this device, or until the visitor writes', () => {
  const now = new Date(2026, 0, 14, 16).getTime();
  assert.deepEqual(until('snooze-tomorrow', now), new Date(2026, 0, 15, 9));
  assert.deepEqual(until('snooze-week', now), new Date(2026, 0, 19, 9));
  assert.equal(until('snooze-visitor', now), null);
});

test('two answers in one message are followed by the labels of both, and by what the later one says', () => {
  assert.deepEqual(both({ labels: ['1', '2'], then: 'close' }, { labels: ['2', '3'], then: 'snooze-week' }), { labels: ['1', '2', '3'], then: 'snooze-week' });
  assert.equal(both({ then: 'close' }, { labels: ['1'] })?.then, 'close');
  assert.deepEqual(both({ then: 'close' }, null), { then: 'close' });
  assert.equal(both(null, null), null);
});
