import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Beginning } from '../../../../webapp/console/visitors/beginning.js';
import { OnSite, stopwatch } from '../../../../webapp/console/visitors/onsite.js';

const [WHOLE, GONE, OFF] = JSON.parse(readFileSync(new URL('../../contract/onsite.json', import.meta.url), 'utf8')).examples;

test('who is on the site is what the server told, and who left is gone', () => {
  const list = new OnSite();
  list.apply(WHOLE);
  assert.deepEqual(list.list().map(one => one.id), ['v-7Q', 'v-8R']);
  assert.equal(list.count, 1234);
  list.apply(GONE);
  assert.deepEqual(list.list().map(one => one.id), ['v-7Q']);
  assert.equal(list.count, 1);
  list.apply(OFF);
  assert.deepEqual([list.known, list.on, list.count], [true, false, 0]);
});

test('the list is put in the order one likes and cut to whom one looks for', () => {
  const list = new OnSite();
  const looker = (/** @type {string} */ id, /** @type {object} */ more) => ({ ...WHOLE.items[0], id, name: id, page: { url: 'https://shop.example/' }, visits: 1, state: 'looking', referrer: undefined, ...more });
  list.apply({ ...WHOLE, all: undefined, items: [
    looker('Anna', { since: '2026-11-21T09:00:00.000Z', page: { url: 'https://shop.example/a', title: 'Ferns' }, visits: 2 }),
    looker('Zoë', { since: '2026-11-21T09:02:00.000Z', state: 'chatting', referrer: 'search.example' }),
    looker('Ben', { since: '2026-11-21T09:01:00.000Z', state: 'waiting', visits: 9 }),
  ] });
  const names = (/** @type {any[]} */ ...how) => list.list(...how).map(one => one.id).join(' ');
  assert.equal(names(), 'Zoë Ben Anna');
  assert.equal(names('longest'), 'Anna Ben Zoë');
  assert.equal(names('name'), 'Anna Ben Zoë');
  assert.equal(names('state'), 'Ben Anna Zoë');
  assert.equal(names('visits'), 'Ben Anna Zoë');
  assert.equal(names('page').split(' ')[0], 'Anna');
  assert.equal(names('newest', ' fERN'), 'Anna');
  assert.equal(names('newest', 'search.'), 'Zoë');
  assert.equal(names('newest', 'nobody'), '');
});

test('a change before the whole list, or after the connection was lost, is not taken for all of it', () => {
  const list = new OnSite();
  list.apply({ ...WHOLE, whole: false });
  assert.equal(list.known, false);
  assert.equal(list.count, 0);
  list.apply(WHOLE);
  list.lost();
  list.apply(GONE);
  assert.equal(list.known, false);
});

test('who came last is on top, and stays in his place while he looks at other pages', () => {
  const list = new OnSite();
  const [lin, other] = WHOLE.items;
  const later = { ...other, since: '2026-11-21T09:31:00.000Z' };
  list.apply({ ...WHOLE, items: [lin, later] });
  list.apply({ ...GONE, items: [{ ...lin, page: { url: 'https://shop.example/p/2' } }], gone: undefined });
  assert.deepEqual(list.list().map(one => one.page.url), ['https://shop.example/', 'https://shop.example/p/2']);
});

test('time goes by as a clock shows it', () => {
  assert.deepEqual([0, 7_900, 750_000, 3_750_000, -5].map(stopwatch), ['0:00', '0:07', '12:30', '1:02:30', '0:00']);
});

/** @param {Beginning} beginning @param {string} visitor @param {string} text */
function sent(beginning, visitor, text) {
  const { ref } = beginning.frame(visitor, text);
  beginning.sent();
  return ref;
}

test('a first message keeps its ref until it is kept, changed, or meant for somebody else', () => {
  const beginning = new Beginning();
  const ref = sent(beginning, 'v-7Q', 'Hello');
  assert.equal(beginning.waits('v-7Q'), true);
  assert.equal(beginning.hear({ type: 'refused', of: 'begin', ref, reason: 'storage' }), 'v-7Q');
  assert.equal(beginning.waits('v-7Q'), false);
  assert.equal(sent(beginning, 'v-7Q', 'Hello'), ref);
  assert.notEqual(sent(beginning, 'v-7Q', 'Hello!'), ref);
  const other = sent(beginning, 'v-8R', 'Hello!');
  assert.equal(beginning.hear({ type: 'begun', ref, conversation: 'c-1' }), null);
  assert.equal(beginning.hear({ type: 'begun', ref: other, conversation: 'c-1' }), 'v-8R');
  assert.notEqual(sent(beginning, 'v-8R', 'Hello!'), other);
});

test('a first message that was let go before its answer is not sent by itself, and is the same when it is sent again', () => {
  const beginning = new Beginning();
  const ref = sent(beginning, 'v-7Q', 'Hello');
  assert.equal(beginning.again('v-7Q')?.ref, ref);
  assert.equal(beginning.again(null), null);
  assert.equal(beginning.waits('v-7Q'), false);
  assert.equal(sent(beginning, 'v-7Q', 'Hello'), ref);
});
