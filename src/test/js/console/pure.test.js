import assert from 'node:assert/strict';
import test from 'node:test';
import { DEFAULTS, rings, settingsFrom, soundOf } from '../../../../webapp/console/bell.js';
import { Commands } from '../../../../webapp/console/commands.js';
import { Drafts } from '../../../../webapp/console/drafts.js';
import { SHORTCUTS, command } from '../../../../webapp/console/keys.js';
import { Later } from '../../../../webapp/console/later.js';
import { hue, initials, safeAddress, shortAddress, shortId, visitorName } from '../../../../webapp/console/names.js';
import { refusal } from '../../../../webapp/console/refusals.js';
import { addressOf, conversationIn } from '../../../../webapp/console/route.js';
import { say } from '../../../../webapp/console/texts.js';
import { languageName, wallClock, waitingLevel } from '../../../../webapp/console/waiting.js';
import { facts } from '../../../../webapp/console/facts.js';

const NOWHERE = { writing: false, inList: false, dialog: false };
/** @param {any} more @returns {any} */
const summary = more => ({ conversation: 'c', status: 'open', unread: 1, visitor: { id: 'v' }, ...more });

test('a new conversation rings differently from a message in one that is known', () => {
  const found = rings([
    { before: undefined, after: summary({ conversation: 'new' }) },
    { before: summary({ unread: 1 }), after: summary({ unread: 2, owner: { id: '1', name: 'Ada' } }) },
  ], '1', null);
  assert.deepEqual(found.map(ring => ring.kind), ['conversation', 'message']);
  assert.equal(soundOf(found, DEFAULTS), 'conversation');
  assert.equal(soundOf(found, { ...DEFAULTS, newSound: false }), 'message');
  assert.equal(soundOf(found, { ...DEFAULTS, newSound: false, messageSound: false }), null);
});

test('no bell rings for what others own, what one looks at, or what only became read', () => {
  const mine = { id: '1', name: 'Ada' };
  assert.deepEqual(rings([{ before: summary({}), after: summary({ unread: 2, owner: { id: '2', name: 'Bo' } }) }], '1', null), []);
  assert.deepEqual(rings([{ before: summary({}), after: summary({ unread: 2, owner: mine }) }], '1', 'c'), []);
  assert.deepEqual(rings([{ before: summary({ unread: 3 }), after: summary({ unread: 0, owner: mine }) }], '1', null), []);
});

test('the bell rings for what one has joined', () => {
  const after = summary({ unread: 2, owner: { id: '2', name: 'Bo' }, joined: [{ id: '1', name: 'Ada' }] });
  assert.equal(rings([{ before: summary({ ...after, unread: 1 }), after }], '1', null)[0]?.kind, 'message');
  assert.deepEqual(rings([{ before: summary({ ...after, joined: undefined }), after: { ...after, unread: 1 } }], '1', null), []);
});

test('what one is given rings as new, also where nobody had it before, and what one took does not', () => {
  const ada = { id: '1', name: 'Ada' };
  for (const owner of [undefined, { id: '2', name: 'Bo' }]) {
    const change = { before: summary({ owner }), after: summary({ owner: ada }) };
    assert.deepEqual(rings([{ ...change, given: true }], '1', null).map(ring => ring.kind), ['conversation']);
    assert.deepEqual(rings([{ ...change, given: true }], '1', 'c'), []);
    assert.deepEqual(rings([change], '1', null), []);
  }
});

test('what a colleague gives back rings while its visitor waits', () => {
  const bo = { id: '2', name: 'Bo' };
  const waiting = { unread: 0, waitingSince: '2026-11-21T09:00:00.000Z' };
  assert.equal(rings([{ before: summary({ ...waiting, owner: bo }), after: summary(waiting) }], '1', null)[0]?.kind, 'conversation');
  assert.deepEqual(rings([{ before: summary({ unread: 0, owner: bo }), after: summary({ unread: 0 }) }], '1', null), []);
});

test('a closed conversation that opens again rings as new', () => {
  const found = rings([{ before: summary({ status: 'closed', unread: 1 }), after: summary({ unread: 1 }) }], '1', null);
  assert.equal(found[0].kind, 'conversation');
});

test('settings from storage are only taken where they make sense', () => {
  assert.deepEqual(settingsFrom(null), DEFAULTS);
  assert.deepEqual(settingsFrom({ volume: 7, repeat: 'yes', newSound: false, other: 1 }), { ...DEFAULTS, volume: 1, newSound: false });
});

test('letters are commands only outside of text fields', () => {
  assert.equal(command({ key: 'j' }, NOWHERE), 'next');
  assert.equal(command({ key: 'J', shiftKey: true }, NOWHERE), null);
  assert.equal(command({ key: 'j' }, { ...NOWHERE, writing: true }), null);
  assert.equal(command({ key: 'j', altKey: true }, NOWHERE), null);
  assert.equal(command({ key: 'r', ctrlKey: true }, NOWHERE), null);
  assert.equal(command({ key: '?', shiftKey: true }, NOWHERE), 'help');
  assert.equal(command({ key: 'e' }, { ...NOWHERE, dialog: true }), null);
});

test('arrows belong to the list, Ctrl or Command with Enter to the composer', () => {
  assert.equal(command({ key: 'ArrowDown' }, NOWHERE), null);
  assert.equal(command({ key: 'ArrowDown' }, { ...NOWHERE, inList: true }), 'down');
  assert.equal(command({ key: 'Enter', metaKey: true }, { ...NOWHERE, writing: true }), 'sendAndClose');
  assert.equal(command({ key: 'Enter', ctrlKey: true }, NOWHERE), null);
  assert.equal(command({ key: 'Enter', ctrlKey: true, isComposing: true }, { ...NOWHERE, writing: true }), null);
});

test('every key in the help has a text', () => {
  for (const [name] of SHORTCUTS) assert.ok(say.has(`key_${name}`), name);
});

test('a command runs only when it makes sense', () => {
  let done = 0;
  const commands = new Commands();
  commands.add({ name: 'claim', when: () => done === 0, run: () => { done++; } });
  assert.equal(commands.run('claim'), true);
  assert.equal(commands.run('claim'), false);
  assert.equal(commands.run('unknown'), false);
  assert.equal(done, 1);
});

/** @param {any} [start] @returns {any} */
function memory(start = {}) {
  const kept = new Map(Object.entries(start));
  return { getItem: (/** @type {string} */ name) => kept.get(name) ?? null, setItem: (/** @type {string} */ name, /** @type {string} */ value) => kept.set(name, value) };
}

test('what goes with one conversation only is not offered as long as several are selected, and its key says so', () => {
  const state = { selected: true, refused: 0, done: /** @type {string[]} */ ([]) };
  const commands = new Commands({ selected: () => state.selected, refused: () => { state.refused++; } });
  commands.add({ name: 'reply', single: true, run: () => state.done.push('reply') }, { name: 'close', run: () => state.done.push('close') });
  assert.deepEqual(commands.now().map(command => command.name), ['close']);
  assert.equal(commands.run('reply'), false);
  assert.equal(commands.run('close'), true);
  assert.equal(state.refused, 1);
  state.selected = false;
  assert.equal(commands.run('reply'), true);
  assert.deepEqual([state.refused, state.done], [1, ['close', 'reply']]);
});

test('a draft is there after a reload, per conversation and agent', () => {
  const storage = memory();
  const drafts = new Drafts(storage);
  drafts.of('1');
  drafts.set('a', 'Dear Lin');
  drafts.set('b', 'x');
  drafts.set('b', '  ');
  const again = new Drafts(storage);
  again.of('1');
  assert.equal(again.get('a'), 'Dear Lin');
  assert.equal(again.get('b'), '');
  again.of('2');
  assert.equal(again.get('a'), '');
});

test('broken storage costs no more than the drafts', () => {
  assert.equal(new Drafts(memory({ drafts: '{]' })).get('a'), '');
  assert.equal(new Drafts(memory({ drafts: '{"a":1}' })).get('a'), '');
});

test('what is undone in time never happens, the rest happens once', () => {
  /** @type {(() => void)[]} */
  const timers = [];
  let stopped = 0;
  const later = new Later(run => { timers.push(run); return () => { stopped++; }; });
  const done = /** @type {string[]} */ ([]);
  later.plan({ key: 'a', kind: 'close', run: () => { done.push('a'); } });
  assert.equal(later.kind('a'), 'close');
  assert.equal(later.undo('a'), true);
  assert.equal(later.undo('a'), false);
  timers[0]();
  later.plan({ key: 'b', kind: 'close', run: () => { done.push('b'); } });
  later.plan({ key: 'c', kind: 'release', run: () => { done.push('c'); } });
  later.all();
  timers.forEach(run => run());
  assert.deepEqual(done, ['b', 'c']);
  assert.ok(stopped >= 3);
});

test('a visitor without a name has a short number one can say', () => {
  assert.match(visitorName({ id: 'v-9x_4f2k' }), /Visitor .*4F2K/);
  assert.equal(visitorName({ id: 'x', name: ' Lin ' }), 'Lin');
  assert.equal(shortId('--'), '?');
});

test('initials and hue are steady, whatever the script', () => {
  assert.equal(initials('Ada Byron'), 'AB');
  assert.equal(initials('דנה כהן'), 'דכ');
  assert.equal(initials('👍'), '?');
  assert.equal(hue('abc'), hue('abc'));
});

test('only web addresses become links', () => {
  assert.equal(safeAddress('javascript:alert(1)'), null);
  assert.equal(safeAddress('data:text/html,x'), null);
  assert.equal(safeAddress('nonsense'), null);
  assert.equal(safeAddress('https://shop.example/a?b=1'), 'https://shop.example/a?b=1');
  assert.equal(shortAddress('https://shop.example/a?secret=1'), 'shop.example/a');
  const page = facts({ id: 'v', page: { url: 'javascript:alert(1)', title: 'Hi' } }, { site: { name: 'S' } }, 0).find(one => one.key.startsWith('page'));
  assert.equal(page?.href, undefined);
  assert.equal(page?.text, 'Hi');
});

test('one conversation is one address, and nonsense is none', () => {
  assert.equal(conversationIn('?c=c-9hZKJ2qDCk0cAqkJm3Xy1g'), 'c-9hZKJ2qDCk0cAqkJm3Xy1g');
  assert.equal(conversationIn('?c=<b>'), null);
  assert.equal(conversationIn(''), null);
  assert.equal(conversationIn(new URL(addressOf('/x/console/inbox', 'c-1'), 'http://h').search), 'c-1');
  assert.equal(addressOf('/console/inbox', null), '/console/inbox');
});

test('waiting grows from calm to late', () => {
  const since = '2026-11-21T09:00:00.000Z';
  const at = (/** @type {number} */ minutes) => Date.parse(since) + minutes * 60_000;
  assert.equal(waitingLevel(undefined, at(0)), 'none');
  assert.deepEqual([1, 2, 5].map(minutes => waitingLevel(since, at(minutes))), ['calm', 'soon', 'late']);
});

test('an unknown zone or language is left out or shown as it is', () => {
  assert.equal(wallClock('Mars/Olympus', 0), null);
  assert.match(wallClock('Asia/Tokyo', Date.parse('2026-11-21T09:00:00Z')) ?? '', /06:00/);
  assert.equal(languageName('not a tag', 'en'), 'not a tag');
  assert.equal(languageName(undefined), null);
});

test('who lost the race for a conversation is told who has it', () => {
  assert.match(refusal({ type: 'refused', of: 'claim', reason: 'taken', by: { kind: 'agent', id: '2', name: 'Bo' } }, '1') ?? '', /Bo/);
  assert.equal(refusal({ type: 'refused', of: 'claim', reason: 'taken', by: { kind: 'agent', id: '1' } }, '1'), null);
  assert.equal(refusal({ type: 'refused', of: 'mark', reason: 'too-fast' }, '1'), null);
  assert.ok(refusal({ type: 'refused', of: 'close', reason: 'not-open' }, '1'));
});
