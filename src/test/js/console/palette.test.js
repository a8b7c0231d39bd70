import assert from 'node:assert/strict';
import test from 'node:test';
import { Boxes } from '../../../../webapp/console/boxes.js';
import { Commands } from '../../../../webapp/console/commands.js';
import { fold, match, words } from '../../../../webapp/console/fuzzy.js';
import { command, keysOf } from '../../../../webapp/console/keys.js';
import { recentFrom, remembered, searcher } from '../../../../webapp/console/palette.js';
import { paletteEntries } from '../../../../webapp/console/paletteentries.js';

/** @param {string} text @param {string} wanted @param {boolean} [loose] */
const score = (text, wanted, loose) => match(fold(text), words(wanted), loose)?.score ?? 0;
/** @param {string} id @param {any} kind @param {object} [more] @returns {any} */
const entry = (id, kind, more = {}) => ({ id, kind, title: id, run: () => {}, ...more });

test('the beginning of a text answers better than that of a word, an inside, and letters that are apart', () => {
  const scores = [score('close it', 'clo'), score('to close it', 'clo'), score('disclose', 'clo'), score('change lots of', 'clo')];
  assert.deepEqual([...scores].sort((one, two) => two - one), scores);
  assert.ok(scores[3] > 0);
  assert.equal(score('change lots of', 'clo', false), 0);
  assert.equal(score('close', 'closex'), 0);
});

test('case, accents and the marks around names do not count', () => {
  assert.ok(score('Zoë Müller', 'zoe mull') > 0);
  assert.ok(score('Set your status to \u2068Away\u2069', 'to away') > 0);
  assert.deepEqual(match(fold('Zoë 👍 Ångström'), words('ang'))?.at, [7, 8, 9]);
});

test('every word that was typed has to be there, in whatever order', () => {
  assert.ok(score('Hand back to the queue', 'queue hand') > 0);
  assert.equal(score('Hand back to the queue', 'queue close'), 0);
});

test('before anything is typed what was chosen last comes first, then commands and some conversations', () => {
  const entries = [entry('a', 'command'), entry('b', 'command'), ...Array.from({ length: 20 }, (_, n) => entry(`c${n}`, 'conversation')), entry('p', 'page')];
  const groups = searcher(entries)('', ['p', 'gone', 'b']);
  assert.deepEqual(groups.map(group => group.name), ['recent', 'command', 'conversation', 'page'].slice(0, groups.length));
  assert.deepEqual(groups[0].found.map(one => one.id), ['p', 'b']);
  assert.deepEqual(groups[1].found.map(one => one.id), ['a']);
  assert.equal(groups[2].found.length, 8);
});

test('conversations are found by their text as well, behind what is called so', () => {
  const entries = [
    entry('Lin', 'conversation', { also: 'Where is my parcel?' }), entry('Parcel desk', 'page'), entry('Sam', 'conversation', { also: 'Thanks' }),
  ];
  const groups = searcher(entries)('parcel', []);
  assert.deepEqual(groups.map(group => group.found.map(one => one.id)), [['Parcel desk'], ['Lin']]);
  assert.deepEqual(searcher(entries)('lin parcel', []).flatMap(group => group.found.map(one => one.id)), ['Lin']);
  assert.deepEqual(searcher(entries)('nobody', []), []);
});

test('a thousand conversations are searched, and forty are shown', () => {
  const entries = Array.from({ length: 1000 }, (_, n) => entry(`Visitor ${n}`, 'conversation'));
  assert.equal(searcher(entries)('visitor', []).flatMap(group => group.found).length, 40);
});

test('of two that answer alike the one that was chosen before comes first', () => {
  const groups = searcher([entry('Close one', 'command'), entry('Close two', 'command')])('close', ['Close two']);
  assert.deepEqual(groups[0].found.map(one => one.id), ['Close two', 'Close one']);
  assert.deepEqual(remembered(['a', 'b'], 'b'), ['b', 'a']);
  assert.deepEqual(recentFrom('{"a":1}'), []);
  assert.deepEqual(recentFrom('[1,"a"]'), ['a']);
  assert.deepEqual(recentFrom('['), []);
});

test('whatever commands there are is offered where it makes sense, by its text and key', () => {
  const commands = new Commands();
  const done = /** @type {string[]} */ ([]);
  commands.add(
    { name: 'claim', run: () => { done.push('claim'); } },
    { name: 'close', when: () => false, run: () => {} },
    { name: 'back', listed: false, run: () => {} },
    { name: 'unheard-of', run: () => {} },
    { name: 'label', title: () => 'Label it', run: () => {} },
  );
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: { id: '1', name: 'Ada' } });
  boxes.apply({ type: 'inbox', whole: true, items: [{ conversation: 'c', site: { key: 's', name: 'Shop' }, visitor: { id: 'v', name: 'Lin' }, status: 'open', seq: 1, unread: 0, startedAt: '2026-11-21T09:00:00.000Z', last: { seq: 1, at: '2026-11-21T09:00:00.000Z', by: 'visitor', text: 'Hello' } }] });
  const entries = paletteEntries({
    commands, keys: name => keysOf(name), boxes, views: [{ name: 'Late', box: 'all', label: null, filter: 'refund' }], look: view => { done.push(view.filter); }, choose: id => { done.push(id); }, pages: [{ title: 'Sites', href: '/console/sites' }], go: href => { done.push(href); },
  });
  assert.deepEqual(entries.map(one => one.title), ['Assign to me', 'Label it', 'Late', 'Lin', 'Sites']);
  assert.deepEqual(entries[0].keys, ['A']);
  assert.equal(entries[3].also, 'Hello · Shop');
  entries.forEach(one => one.run());
  assert.deepEqual(done, ['claim', 'refund', 'c', '/console/sites']);
});

test('Ctrl or Command with K opens it, also while one writes and on a keyboard of another script', () => {
  const writing = { writing: true, inList: false, dialog: false };
  assert.equal(command({ key: 'k', ctrlKey: true }, writing), 'palette');
  assert.equal(command({ key: 'K', metaKey: true }, { ...writing, writing: false }), 'palette');
  assert.equal(command({ key: 'л', code: 'KeyK', ctrlKey: true }, writing), 'palette');
  assert.equal(command({ key: 't', code: 'KeyK', ctrlKey: true }, writing), null);
  assert.equal(command({ key: 'k', ctrlKey: true, shiftKey: true }, writing), null);
  assert.equal(command({ key: 'k', ctrlKey: true, altKey: true }, writing), null);
  assert.equal(command({ key: 'k', ctrlKey: true }, { ...writing, dialog: true }), null);
});
