import test from 'node:test';
import assert from 'node:assert/strict';
import { backoff } from '../../../../webapp/shared/backoff.js';
import { verdict } from '../../../../webapp/shared/closecodes.js';
import { createTyping } from '../../../../webapp/shared/typing.js';
import { arrange } from '../../../../webapp/shared/grouping.js';
import { createMoments } from '../../../../webapp/shared/moments.js';
import { choose, createTexts } from '../../../../webapp/shared/i18n.js';

test('backoff doubles up to 30 seconds and is spread over the whole range', () => {
  assert.deepEqual([0, 1, 2, 5, 6, 60].map(attempt => backoff(attempt, () => 0.9999)), [499, 999, 1999, 15998, 29997, 29997]);
  assert.equal(backoff(3, () => 0), 0);
});

test('an agent is back before the server gives up on him after a restart', () => {
  const most = () => 0.9999;
  assert.equal(backoff(60, most, 'agent'), 9999);
  for (const code of [1001, 1006, 1011, 1012, 4008]) assert.equal(verdict(code, 'agent', 60, most).wait, 9999);
  assert.equal(verdict(1006, 'visitor', 60, most).wait, 29997);
});

test('close codes are obeyed', () => {
  const most = () => 0.9999;
  assert.deepEqual(verdict(4004, 'visitor', 0), { again: false, wait: 0, reason: 'refused', drop: false });
  assert.deepEqual(verdict(4009, 'visitor', 0), { again: false, wait: 0, reason: 'forgotten', drop: true });
  assert.equal(verdict(1008, 'agent', 0).reason, 'login');
  assert.equal(verdict(1008, 'agent', 0).again, false);
  assert.ok(verdict(1008, 'visitor', 0, () => 0).wait >= 30_000);
  for (const code of [1001, 1012]) {
    assert.equal(verdict(code, 'visitor', 0).reason, 'restart', String(code));
    assert.ok(verdict(code, 'visitor', 0, most).wait <= 3_000, String(code));
  }
  assert.ok(verdict(1013, 'visitor', 0, () => 0).wait >= 5_000);
  assert.equal(verdict(4008, 'visitor', 0, most).wait, 0);
  for (const code of [1000, 1001, 1002, 1003, 1006, 1007, 1009, 1011, 4001, 4010, 4999]) assert.ok(verdict(code, 'visitor', 2).again, String(code));
});

test('typing is forgotten after six seconds, at a message, and when taken back', () => {
  const typing = createTyping();
  const by = { kind: 'agent', id: 'a', name: 'Ada' };
  typing.apply({ type: 'typing', conversation: 'c', by }, 0);
  assert.equal(typing.who(5_999).length, 1);
  assert.equal(typing.next(1_000), 5_000);
  assert.equal(typing.who(6_000).length, 0);
  typing.apply({ type: 'typing', conversation: 'c', by }, 7_000);
  assert.equal(typing.apply({ type: 'posted', by }, 7_100), true);
  assert.equal(typing.who(7_200).length, 0);
  typing.apply({ type: 'typing', by }, 8_000);
  typing.apply({ type: 'typing', by, on: false }, 8_100);
  assert.equal(typing.who(8_200).length, 0);
});

test('typing is repeated every three seconds and taken back when the field is empty', () => {
  const typing = createTyping();
  assert.deepEqual([typing.mine('H', 0), typing.mine('He', 1_000), typing.mine('Hel', 3_000), typing.mine('', 3_500), typing.mine('', 3_600), typing.mine('x', 4_000)],
    [true, null, true, false, null, true]);
  typing.sent();
  assert.equal(typing.mine('', 4_100), null);
});

/** @param {number} seq @param {string} at @param {string} kind @param {object} [more] @returns {any} */
const said = (seq, at, kind, more = {}) => ({ type: 'posted', conversation: 'c', seq, at: `2026-11-${at}.000Z`, by: { kind, id: kind }, text: 't', ...more });
const dayOf = (/** @type {number} */ at) => new Date(at).toISOString().slice(0, 10);

test('rows have day lines, groups, events and the new line', () => {
  const entries = [said(1, '20T10:00:00', 'site'), said(2, '21T10:00:00', 'visitor', { ref: 'r2' }), said(3, '21T10:01:00', 'visitor', { ref: 'r3' }),
    { ...said(4, '21T10:01:30', 'agent'), type: 'claimed' }, said(5, '21T10:02:00', 'agent'), said(6, '21T10:09:00', 'agent')];
  const rows = arrange({ entries, me: 'visitor', newAfter: 4, dayOf });
  assert.deepEqual(rows.map(row => row.key), ['day:2026-11-20', 'seq:1', 'day:2026-11-21', 'ref:r2', 'ref:r3', 'seq:4', 'new', 'seq:5', 'seq:6']);
  const edges = rows.filter(row => row.kind === 'message').map(row => `${row.first ? '<' : '-'}${row.last ? '>' : '-'}`);
  assert.deepEqual(edges, ['<>', '<-', '->', '<>', '<>']);
});

test('a pending message keeps its place and its key when it is acknowledged', () => {
  const pending = [{ ref: 'r9', frame: { type: 'post', ref: 'r9', text: 'hi' }, at: Date.parse('2026-11-21T10:00:00Z'), state: /** @type {const} */ ('sending') }];
  assert.deepEqual(arrange({ entries: [], pending, me: 'visitor', dayOf }).map(row => row.key), ['day:2026-11-21', 'ref:r9']);
  const rows = arrange({ entries: [said(1, '21T10:00:00', 'visitor', { ref: 'r9' })], pending, me: 'visitor', dayOf });
  assert.deepEqual(rows.map(row => row.key), ['day:2026-11-21', 'ref:r9']);
});

test('the new line never stands before one’s own words', () => {
  assert.equal(arrange({ entries: [said(1, '21T10:00:00', 'agent'), said(2, '21T10:00:01', 'visitor')], me: 'visitor', newAfter: 1, dayOf }).filter(row => row.kind === 'new').length, 0);
});

test('times are relative near and absolute far', () => {
  const moments = createMoments('en-GB', { timeZone: 'UTC' });
  const now = Date.parse('2026-11-21T12:00:00Z');
  assert.equal(moments.near(now - 20_000, now), 'now');
  assert.match(moments.near(now - 120_000, now), /^2 min/);
  assert.equal(moments.near('2026-11-20T05:00:00Z', now), 'yesterday');
  assert.equal(moments.near('2026-03-03T05:00:00Z', now), '3 Mar');
  assert.equal(moments.day('2026-11-21T01:00:00Z', now), 'Today');
  assert.equal(moments.day('2026-11-20T23:00:00Z', now), 'Yesterday');
  assert.match(moments.day('2025-11-20T23:00:00Z', now), /2025/);
  assert.equal(moments.clock('2026-11-21T09:05:00Z'), '9:05');
  assert.equal(moments.waiting(125_000), '2 mins');
});

test('the language is chosen from what is wanted, base languages included', () => {
  const offered = ['en', 'zh', 'pt', 'he'];
  assert.equal(choose(['zh-Hant-TW'], offered), 'zh');
  assert.equal(choose([null, '', 'pt_BR', 'zh'], offered), 'pt');
  assert.equal(choose(['iw'], offered), 'he');
  assert.equal(choose(['xx'], offered), 'en');
});

test('texts fill in values, isolate names and pick plurals', () => {
  const t = createTexts('ru', { hello: 'Привет, {name}', unread: { one: '{n} сообщение', few: '{n} сообщения', many: '{n} сообщений', other: '{n} сообщения' } }, { only: 'fallback' });
  assert.equal(t('hello', { name: 'Ада' }), 'Привет, \u2068Ада\u2069');
  assert.deepEqual([1, 3, 11].map(n => t.count('unread', n)), ['1 сообщение', '3 сообщения', '11 сообщений']);
  assert.equal(t('only'), 'fallback');
  assert.equal(t('missing'), 'missing');
  assert.equal(createTexts('ar', {}).dir, 'rtl');
});

test('what is written and not sent goes with who types, and is gone with it', () => {
  const typing = createTyping();
  const by = { kind: 'visitor', id: 'v' };
  typing.apply({ type: 'typing', by, on: true, text: 'Where is' }, 0);
  typing.apply({ type: 'typing', by, on: true, text: 'Where is my' }, 1_000);
  assert.deepEqual(typing.who(1_000), [{ ...by, text: 'Where is my' }]);
  typing.apply({ type: 'typing', by, on: true }, 2_000);
  assert.equal(typing.who(2_000)[0].text, undefined);
  typing.apply({ type: 'typing', by, on: true, text: 'Where' }, 3_000);
  typing.apply({ type: 'posted', by, text: 'Where is my parcel?' }, 3_100);
  assert.deepEqual(typing.who(3_100), []);
});
