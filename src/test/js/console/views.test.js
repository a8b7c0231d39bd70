import assert from 'node:assert/strict';
import test from 'node:test';
import { MOST, choiceOf, viewOf, viewsFrom, withView, withoutView } from '../../../../webapp/console/views/savedviews.js';

/** @param {string} name @param {object} [more] @returns {import('../../../../webapp/console/views/savedviews.js').View} */
const view = (name, more = {}) => ({ name, box: 'all', label: null, filter: '', ...more });

test('what is kept comes back as it was', () => {
  const views = [view('Late', { box: 'mine', label: '12', filter: 'refund now' }), view('Everything 👑')];
  assert.deepEqual(viewsFrom(choiceOf(views)), views);
  assert.deepEqual(viewsFrom(''), []);
});

test('a line that is not a view, or of a box that does not exist any more, is left out', () => {
  assert.deepEqual(viewsFrom('Late\nOld\tspam\t\t\n\tall\t\t\nFine\tall\t\t').map(one => one.name), ['Fine']);
});

test('one of the same name is replaced in its place', () => {
  const views = [view('Late'), view('Early')];
  assert.deepEqual(withView(views, view('LATE', { filter: 'x' })), [view('LATE', { filter: 'x' }), view('Early')]);
});

test('tabs, lines and what is too long do not break the form', () => {
  const [saved] = withView([], view(` a\tb\nc ${'d'.repeat(60)}`, { filter: `1\t2${'3'.repeat(200)}` })) ?? [];
  assert.equal(saved.name, `a b c ${'d'.repeat(34)}`);
  assert.equal(saved.filter.length, 100);
  assert.deepEqual(viewsFrom(choiceOf([saved])), [saved]);
});

test('there is room for so many, and for so many characters', () => {
  const full = Array.from({ length: MOST }, (_, n) => view(`v${n}`));
  assert.equal(withView(full, view('more')), null);
  assert.equal(withView(full, view('v3', { filter: 'x' }))?.length, MOST);
  const long = Array.from({ length: 13 }, (_, n) => view(`${n}`.padEnd(40, 'n'), { filter: 'f'.repeat(100) }));
  assert.equal(withView(long, view('more'.padEnd(40, 'n'), { filter: 'f'.repeat(100) })), null);
});

test('what is shown is recognised, and taken off by its name', () => {
  const views = [view('Late', { filter: 'Refund' }), view('VIP', { label: '7' })];
  assert.equal(viewOf(views, { box: 'all', label: null, filter: ' refund ' })?.name, 'Late');
  assert.equal(viewOf(views, { box: 'mine', label: '7', filter: '' }), undefined);
  assert.deepEqual(withoutView(views, 'Late').map(one => one.name), ['VIP']);
});
