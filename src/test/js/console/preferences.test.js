import assert from 'node:assert/strict';
import test from 'node:test';
import { settingsFrom, switches, written } from '../../../../webapp/console/bell.js';
import { command, keysOf, shortcuts } from '../../../../webapp/console/keys.js';
import { oldChoices } from '../../../../webapp/console/oldchoices.js';
import { keyFrom, lettersOf, ownKeys, writtenKeys } from '../../../../webapp/console/ownkeys.js';
import { Preferences } from '../../../../webapp/console/preferences.js';

/** @param {Record<string, string>} [start] */
function memory(start = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept, getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => { kept.set(name, value); },
    removeItem: (/** @type {string} */ name) => { kept.delete(name); },
  };
}

function set(store = memory()) {
  const state = { sent: /** @type {Frame[]} */ ([]), timers: /** @type {(() => void)[]} */ ([]), refused: 0, changed: 0 };
  const prefs = new Preferences({
    send: frame => state.sent.push(frame) > 0, store, timer: run => { state.timers.push(run); },
    changed: () => { state.changed++; }, refused: () => { state.refused++; },
  });
  return { prefs, state, store, take: () => state.sent.splice(0) };
}

/** @param {Record<string, string> | undefined} preferences @returns {Frame} */
const welcome = (preferences, id = '1') => ({ type: 'welcome', agent: { id }, epoch: 'e', preferences });

test('what is chosen holds at once, and is told to the server', () => {
  const { prefs, take, state } = set();
  prefs.apply(welcome({ order: 'recent' }));
  assert.equal(prefs.get('order'), 'recent');
  assert.equal(prefs.get('scheme'), 'auto');
  prefs.choose('scheme', 'dark');
  assert.equal(prefs.get('scheme'), 'dark');
  const [frame] = take();
  assert.deepEqual({ ...frame, ref: '' }, { type: 'prefer', ref: '', name: 'scheme', choice: 'dark' });
  prefs.choose('scheme', 'dark');
  assert.deepEqual(take(), []);
  assert.ok(state.changed > 0);
});

test('the answer to an older choice does not undo a newer one, and another device is heard', () => {
  const { prefs, take } = set();
  prefs.apply(welcome({}));
  prefs.choose('density', 'compact');
  prefs.choose('density', 'comfortable');
  const [first, second] = take();
  prefs.apply({ type: 'preferred', preferences: { density: 'compact' }, ref: first.ref });
  assert.equal(prefs.get('density'), 'comfortable');
  prefs.apply({ type: 'preferred', preferences: { density: 'comfortable' }, ref: second.ref });
  prefs.apply({ type: 'preferred', preferences: { density: 'normal', scheme: 'light' } });
  assert.equal(prefs.get('density'), 'normal');
  assert.equal(prefs.get('scheme'), 'light');
});

test('what was chosen without a connection is told when it is back, also after a reload', () => {
  const store = memory();
  const before = set(store);
  before.prefs.apply(welcome({}));
  before.prefs.choose('enter', 'newline');
  const after = set(store);
  assert.equal(after.prefs.get('enter'), 'newline');
  after.prefs.apply(welcome({}));
  assert.equal(after.take()[0].choice, 'newline');
});

test('another agent at the same device begins with his own', () => {
  const store = memory();
  const ada = set(store);
  ada.prefs.apply(welcome({ scheme: 'dark' }));
  ada.prefs.choose('density', 'compact');
  const bo = set(store);
  bo.prefs.apply(welcome({}, '2'));
  assert.equal(bo.prefs.get('scheme'), 'auto');
  assert.equal(bo.prefs.get('density'), 'normal');
  assert.deepEqual(bo.take(), []);
});

test('what the server will not have goes back, what it cannot keep now is told again', () => {
  const { prefs, take, state } = set();
  prefs.apply(welcome({}));
  prefs.choose('scheme', 'pink');
  const [pink] = take();
  prefs.apply({ type: 'refused', of: 'prefer', ref: pink.ref, reason: 'bad-preference' });
  assert.equal(prefs.get('scheme'), 'auto');
  assert.equal(state.refused, 1);
  prefs.choose('scheme', 'dark');
  const [dark] = take();
  prefs.apply({ type: 'refused', of: 'prefer', ref: dark.ref, reason: 'too-fast', retryAfter: 2 });
  assert.equal(prefs.get('scheme'), 'dark');
  state.timers.forEach(run => run());
  assert.deepEqual(take(), [dark]);
});

test('a server from before it kept such things is not bothered', () => {
  const { prefs, take } = set();
  prefs.apply(welcome(undefined));
  prefs.choose('scheme', 'dark');
  assert.deepEqual(take(), []);
  assert.equal(prefs.get('scheme'), 'dark');
});

test('what this device kept before is taken over once, and not over what the server has', () => {
  const store = memory({ order: 'recent', alerts: JSON.stringify({ newSound: true, messageSound: false, repeat: true, preview: true, volume: 0.3, desktop: true }) });
  const { prefs, take } = set(store);
  prefs.apply(welcome({ order: 'waiting' }));
  prefs.takeOver(oldChoices(store));
  assert.deepEqual(take().map(({ name, choice }) => [name, choice]), [['alerts', 'newSound repeat preview']]);
  assert.equal(prefs.get('order'), 'waiting');
  assert.deepEqual(JSON.parse(store.kept.get('alerts') ?? ''), { volume: 0.3, desktop: true });
  assert.deepEqual(oldChoices(store), { order: null, alerts: null });
  assert.deepEqual(oldChoices(memory({ alerts: '{]' })), { order: null, alerts: null });
});

test('broken storage costs no more than the first look', () => {
  assert.equal(set(memory({ preferences: '{]' })).prefs.get('scheme'), 'auto');
  assert.equal(set(memory({ preferences: 'null' })).prefs.get('scheme'), 'auto');
});

test('the switches of the alerts survive being written', () => {
  const settings = settingsFrom({ newSound: false, repeat: true });
  assert.equal(written(settings), 'messageSound repeat preview');
  assert.deepEqual(settingsFrom(switches(written(settings))), settings);
});

const NOWHERE = { writing: false, inList: false, dialog: false };

test('an own key replaces the usual one, and what is switched off does nothing', () => {
  const letters = lettersOf('claim=q close= settings=,');
  assert.equal(command({ key: 'q' }, NOWHERE, { letters }), 'claim');
  assert.equal(command({ key: 'a' }, NOWHERE, { letters }), null);
  assert.equal(command({ key: 'e' }, NOWHERE, { letters }), null);
  assert.equal(command({ key: ',' }, NOWHERE, { letters }), 'settings');
  assert.equal(command({ key: 'r' }, NOWHERE, { letters }), 'reply');
  assert.deepEqual(keysOf('claim', letters), ['Q']);
  assert.deepEqual(keysOf('close', letters), []);
});

test('only what differs from the usual is kept', () => {
  const own = ownKeys('claim=q close= nonsense reply==');
  assert.deepEqual([...own], [['claim', 'q'], ['close', ''], ['reply', '=']]);
  own.set('claim', 'a');
  assert.equal(writtenKeys(own), 'close= reply==');
});

test('a sign that needs Shift can be a key, a letter with Shift cannot', () => {
  assert.deepEqual(keyFrom({ key: '!', shiftKey: true }), { key: '!' });
  assert.deepEqual(keyFrom({ key: 'Q' }), { key: 'q' });
  assert.deepEqual(keyFrom({ key: 'Q', shiftKey: true }), { problem: 'other' });
  assert.deepEqual(keyFrom({ key: 'q', altKey: true }), { problem: 'alt' });
  assert.deepEqual(keyFrom({ key: 'q', ctrlKey: true }), { problem: 'control' });
  assert.deepEqual(keyFrom({ key: ' ' }), { problem: 'other' });
  assert.deepEqual(keyFrom({ key: 'F5' }), { problem: 'other' });
  assert.equal(keyFrom({ key: 'Shift', shiftKey: true }), null);
  assert.equal(command({ key: '!', shiftKey: true }, NOWHERE, { letters: { '!': 'claim' } }), 'claim');
});

test('where Enter makes a new line, Ctrl or Command with it sends', () => {
  const writing = { ...NOWHERE, writing: true };
  assert.equal(command({ key: 'Enter', ctrlKey: true }, writing, { enter: 'newline' }), 'send');
  assert.equal(command({ key: 'Enter', metaKey: true, shiftKey: true }, writing, { enter: 'newline' }), 'sendAndClose');
  assert.equal(command({ key: 'Enter', ctrlKey: true }, writing, { enter: 'send' }), 'sendAndClose');
});

test('the help tells the keys as the agent has them', () => {
  const help = new Map(shortcuts({ letters: lettersOf('claim=q close= box2=o'), enter: 'newline' }));
  assert.deepEqual(help.get('claim'), ['Q']);
  assert.equal(help.has('close'), false);
  assert.deepEqual(help.get('box1'), ['1', 'O', '3', '4', '5']);
  assert.deepEqual(help.get('newline'), ['Enter']);
  assert.deepEqual(help.get('palette'), ['Ctrl / ⌘', 'K']);
});
