import assert from 'node:assert/strict';
import test from 'node:test';
import { Alerts, keyOf } from '../../../../webapp/console/alerts.js';
import { Attendance } from '../../../../webapp/console/attendance.js';
import { written, DEFAULTS } from '../../../../webapp/console/bell.js';
import { createTabs } from '../../../../webapp/shared/tabs.js';

const { setInterval, setTimeout } = globalThis;
const { now } = Date;
test.afterEach(() => {
  Object.assign(globalThis, { setInterval, setTimeout });
  Date.now = now;
});

/** @param {any} [more] @returns {any} */
const ring = (more = {}) => {
  const summary = { conversation: 'c', seq: 5, unread: 1, visitor: { id: 'v', name: 'Lin' }, last: { seq: 5, text: 'Where is **my** parcel?' }, ...more.summary };
  return { kind: 'message', conversation: summary.conversation, ...more, summary };
};

/** Who asks first has the lock, for ever. */
function sharedLocks() {
  const held = new Set();
  return {
    /** @param {string} name @param {any} options @param {any} run */
    request: async (name, options, run) => {
      if (held.has(name)) return options.ifAvailable ? run(null) : new Promise(() => {});
      held.add(name);
      run({});
    },
  };
}

/** What a page is, as far as it rings. @param {{focus?: boolean, permission?: string}} [given] */
function page({ focus = false, permission = 'granted' } = {}) {
  const ticking = /** @type {{run: () => void, every: number}[]} */ ([]);
  const around = {
    now: 0,
    /** @param {number} time */
    pass(time) {
      const before = around.now;
      around.now += time;
      for (const { run, every } of ticking) for (let n = Math.floor(before / every); n < Math.floor(around.now / every); n++) run();
    },
    focus, icon: '', shown: /** @type {any[]} */ ([]), asked: 0, permission, signs: new EventTarget(),
    document: {
      title: '', hasFocus: () => around.focus,
      querySelector: () => ({ getAttribute: () => around.icon, setAttribute: (/** @type {string} */ _, /** @type {string} */ value) => { around.icon = value; } }),
    },
  };
  class Notification {
    static get permission() { return around.permission; }
    static async requestPermission() { around.asked++; return around.permission = 'granted'; }
    /** @param {string} title @param {object} options */
    constructor(title, options) { around.shown.push({ title, ...options }); }
  }
  Date.now = () => around.now;
  Object.assign(globalThis, {
    setInterval: (/** @type {() => void} */ run, /** @type {number} */ every) => ticking.push({ run, every }), setTimeout: (/** @type {() => void} */ run) => queueMicrotask(run),
    document: around.document, Notification, addEventListener: around.signs.addEventListener.bind(around.signs),
  });
  return around;
}

/** One tab. @param {{locks?: any, channel?: any, alerts?: string, desktop?: boolean}} [given] */
function tab({ locks = sharedLocks(), channel = Object.assign(new EventTarget(), { postMessage: () => {} }), alerts = written(DEFAULTS), desktop = true } = {}) {
  const kept = new Map([['alerts', JSON.stringify({ volume: 0.5, desktop })]]);
  const state = { played: /** @type {string[]} */ ([]), alerts, blocked: false };
  const made = new Alerts({
    store: { getItem: name => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: name => kept.delete(name) },
    prefs: /** @type {any} */ ({ get: () => state.alerts, choose: (/** @type {string} */ _, /** @type {string} */ choice) => { state.alerts = choice; } }),
    tabs: createTabs('t', { locks, channel }),
    sound: /** @type {any} */ ({ volume: 0, get blocked() { return state.blocked; }, play: (/** @type {string} */ kind) => state.played.push(kind) }),
    choose: () => {},
  });
  return { alerts: made, state, kept };
}

test('of several tabs one rings, and none where one of them shows it', async () => {
  page();
  const locks = sharedLocks();
  const tabs = [tab({ locks }), tab({ locks })];
  await Promise.all(tabs.map(one => one.alerts.ring([ring()], [])));
  assert.deepEqual(tabs.flatMap(one => one.state.played), ['message']);

  const watched = ring({ summary: { conversation: 'd', last: { seq: 9, text: 'seen' } } });
  const rung = [tabs[1].alerts.ring([], [keyOf(watched.summary)]), tabs[0].alerts.ring([watched], [])];
  await Promise.all(rung);
  assert.deepEqual(tabs.flatMap(one => one.state.played), ['message']);
});

test('what is new sounds otherwise than a message, and each can be switched off', async () => {
  page();
  const one = tab();
  await one.alerts.ring([ring({ kind: 'conversation' })], []);
  one.state.alerts = 'newSound';
  await one.alerts.ring([ring({ summary: { conversation: 'd' } })], []);
  assert.deepEqual(one.state.played, ['ring']);
});

test('a notification says who and what, what only if that is wished, and nothing while one looks', async () => {
  const around = page();
  const one = tab();
  await one.alerts.ring([ring()], []);
  one.state.alerts = 'messageSound';
  await one.alerts.ring([ring({ summary: { conversation: 'd' }, kind: 'conversation' })], []);
  assert.deepEqual(around.shown.map(({ title, body, tag }) => [title, body, tag]), [['Lin', 'Where is my parcel?', 'c'], ['New conversation: Lin', 'New message', 'd']]);
  around.focus = true;
  await one.alerts.ring([ring({ summary: { conversation: 'e' } })], []);
  const without = tab({ desktop: false });
  around.focus = false;
  await without.alerts.ring([ring()], []);
  assert.equal(around.shown.length, 2);
});

test('the number stands in the title and changes the icon', () => {
  const around = page();
  const { alerts } = tab();
  alerts.count(0);
  assert.equal(around.document.title, 'Inbox · Deskbell');
  assert.match(around.icon, /shared\/deskbell\.svg$/);
  alerts.count(3);
  assert.equal(around.document.title, '(3) Inbox · Deskbell');
  assert.match(around.icon, /icon-unread\.svg$/);
  alerts.count(100);
  assert.equal(around.document.title, '(99+) Inbox · Deskbell');
});

test('it rings again until somebody has looked, also in a window that has the focus and nobody before it', async () => {
  const around = page({ focus: true });
  const one = tab({ alerts: 'messageSound repeat' });
  await Promise.resolve();
  one.alerts.count(1);
  around.pass(15_000);
  assert.deepEqual(one.state.played, ['message']);
  around.signs.dispatchEvent(new Event('pointermove'));
  around.pass(14_000);
  around.signs.dispatchEvent(new Event('keydown'));
  around.pass(1_000);
  assert.equal(one.state.played.length, 1);
  around.pass(15_000);
  assert.equal(one.state.played.length, 2);
  one.alerts.count(0);
  around.pass(15_000);
  one.alerts.count(1);
  one.state.alerts = 'messageSound';
  around.pass(15_000);
  assert.equal(one.state.played.length, 2);
});

test('one tab alone rings again, and not while one works in another', async () => {
  const around = page();
  const locks = sharedLocks();
  const channel = Object.assign(new EventTarget(), { postMessage: () => {} });
  const tabs = [tab({ locks, channel, alerts: 'messageSound repeat' }), tab({ locks, channel, alerts: 'messageSound repeat' })];
  await Promise.resolve();
  tabs.forEach(one => one.alerts.count(1));
  around.pass(15_000);
  assert.deepEqual(tabs.map(one => one.state.played.length), [1, 0]);
  channel.dispatchEvent(Object.assign(new Event('message'), { data: { here: true } }));
  around.pass(14_999);
  around.pass(1);
  assert.deepEqual(tabs.map(one => one.state.played.length), [2, 0]);
});

test('whatever keeps it from ringing is told, the worst first, and asked for once', async () => {
  const around = page({ permission: 'default' });
  const { alerts, state, kept } = tab({ desktop: false });
  state.blocked = true;
  assert.equal(alerts.obstacle(), 'sound');
  state.blocked = false;
  assert.equal(alerts.obstacle(), 'ask');
  assert.equal(await alerts.allow(), true);
  assert.equal(around.asked, 1);
  assert.deepEqual(JSON.parse(kept.get('alerts') ?? ''), { volume: 0.5, desktop: true });
  assert.equal(alerts.obstacle(), null);
});

test('who does something tells the other tabs now and then', () => {
  const attendance = new Attendance();
  assert.equal(attendance.isHere(0), false);
  assert.deepEqual([0, 1, 2_999, 3_000].map(at => attendance.did(at)), [true, false, false, true]);
  assert.equal(attendance.isHere(17_999), true);
  assert.equal(attendance.isHere(18_000), false);
  attendance.heard(18_000);
  assert.equal(attendance.isHere(18_001), true);
});
