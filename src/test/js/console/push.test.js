import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';
import { bytesOf, sameBytes } from '../../../../webapp/console/push/bytes.js';
import { Push } from '../../../../webapp/console/push/push.js';

/** @param {Partial<{permission: string, answer: string, key: string | null, keep: number, sent: boolean, kept: string, subscribed: string}>} [as] */
function browser(as = {}) {
  /** @type {Map<string, string>} */
  const kept = new Map(as.kept ? [['push', as.kept]] : []);
  /** @type {string[]} */
  const asked = [];
  let permission = as.permission ?? 'default';
  /** @type {any} */
  let subscription = null;
  /** @param {Uint8Array} key */
  const made = key => ({
    endpoint: 'https://push.example/1', options: { applicationServerKey: key.buffer },
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
    unsubscribe: async () => { asked.push('unsubscribe'); subscription = null; return true; },
  });
  if (as.subscribed) subscription = made(bytesOf(as.subscribed));
  const registration = {
    pushManager: {
      getSubscription: async () => subscription,
      subscribe: async (/** @type {any} */ options) => { asked.push('subscribe'); return subscription ??= made(options.applicationServerKey); },
    },
  };
  const workers = { register: async (/** @type {string} */ url) => { asked.push(`register ${url}`); }, ready: Promise.resolve(registration), getRegistration: async () => registration };
  const get = async (/** @type {string} */ url, /** @type {any} */ init) => {
    if (init.method !== 'POST') {
      if (as.key === null) return { ok: true, status: 204 };
      return { ok: true, status: 200, json: async () => ({ key: as.key ?? 'AQID' }) };
    }
    asked.push(`${init.body.get('do')} ${url}`);
    const status = init.body.get('do') === 'keep' ? as.keep ?? 204 : 200;
    return { ok: status < 300, status, json: async () => ({ sent: as.sent ?? true }) };
  };
  /** @type {string[]} */
  const states = [];
  const given = {
    base: '/d', changed: () => void states.push(push.state),
    store: { getItem: (/** @type {string} */ name) => kept.get(name) ?? null, setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value), removeItem: (/** @type {string} */ name) => void kept.delete(name) },
    around: { workers, pushes: true, permission: () => permission, ask: async () => { asked.push('ask'); return permission = as.answer ?? 'granted'; }, get },
  };
  const push = new Push(/** @type {any} */ (given));
  return { push, asked, states, kept, given };
}

test('nothing is asked of the browser before the agent presses', async () => {
  const { push, asked } = browser();
  await push.begin('7');
  await push.look();
  assert.equal(push.state, 'off');
  assert.deepEqual(asked, []);
});

test('switched on it is kept for this agent, and his next console goes on with it', async () => {
  const { push, asked, states, kept } = browser();
  await push.begin('7');
  await push.on();
  assert.deepEqual(asked, ['ask', 'register /d/console/push-sw.js', 'subscribe', 'keep /d/console/push']);
  assert.deepEqual(states, ['busy', 'on']);
  assert.equal(kept.get('push'), '7');

  const next = browser({ permission: 'granted', kept: '7', subscribed: 'AQID' });
  await next.push.begin('7');
  await next.push.begin('7');
  assert.deepEqual(next.asked, ['register /d/console/push-sw.js', 'subscribe', 'keep /d/console/push']);
  assert.equal(next.push.state, 'on');
});

test('what a colleague switched on in this browser ends when somebody else comes', async () => {
  const { push, asked, kept } = browser({ permission: 'granted', kept: '6', subscribed: 'AQID' });
  await push.begin('7');
  assert.deepEqual(asked, ['drop /d/console/push', 'unsubscribe']);
  assert.equal(kept.has('push'), false);
  await push.look();
  assert.equal(push.state, 'off');
});

test('it says what is in the way', async () => {
  const denied = browser({ permission: 'denied' });
  await denied.push.look();
  assert.equal(denied.push.state, 'denied');
  const said = browser({ answer: 'denied' });
  await said.push.on();
  assert.equal(said.push.state, 'denied');
  const dismissed = browser({ answer: 'default' });
  await dismissed.push.on();
  assert.equal(dismissed.push.state, 'off');
  const unset = browser({ key: null });
  await unset.push.look();
  assert.equal(unset.push.state, 'unset');
  const unknown = browser({ keep: 422 });
  await unknown.push.on();
  assert.equal(unknown.push.state, 'unknown');
  assert.ok(unknown.asked.includes('unsubscribe'));
  const failed = browser({ keep: 503 });
  await failed.push.on();
  assert.equal(failed.push.state, 'failed');
  assert.equal(failed.kept.has('push'), false);
  const old = browser();
  old.given.around.workers = /** @type {any} */ (undefined);
  await old.push.look();
  assert.equal(old.push.state, 'unsupported');
});

test('a server that does not answer for a moment ends nothing', async () => {
  const { push, asked, kept } = browser({ permission: 'granted', kept: '7', subscribed: 'AQID', keep: 503 });
  await push.begin('7');
  assert.equal(kept.get('push'), '7');
  assert.equal(asked.includes('unsubscribe'), false);
});

test('where the house has other keys now, the browser subscribes anew', async () => {
  const { push, asked } = browser({ permission: 'granted', kept: '7', subscribed: 'BBBB' });
  await push.begin('7');
  assert.deepEqual(asked.slice(1), ['unsubscribe', 'subscribe', 'keep /d/console/push']);
});

test('a try says whether the push service took it', async () => {
  for (const sent of [true, false]) {
    const { push } = browser({ permission: 'granted', kept: '7', subscribed: 'AQID', sent });
    assert.equal(await push.test(), sent);
  }
  assert.equal(await browser().push.test(), false);
});

test('keys are compared byte by byte', () => {
  assert.deepEqual([...bytesOf('-_8')], [251, 255]);
  assert.equal(sameBytes(bytesOf('AQID').buffer, bytesOf('AQID')), true);
  assert.equal(sameBytes(bytesOf('AQIE').buffer, bytesOf('AQID')), false);
  assert.equal(sameBytes(null, bytesOf('AQID')), false);
});

/** The service worker as a browser runs it. @param {any[]} windows those that are open */
function worker(windows = []) {
  /** @type {Record<string, (event: any) => void>} */
  const on = {};
  /** @type {any[]} */
  const done = [];
  const self = {
    location: { href: 'https://desk.example/d/console/push-sw.js' },
    addEventListener: (/** @type {string} */ name, /** @type {any} */ run) => { on[name] = run; },
    skipWaiting: () => {},
    registration: {
      showNotification: (/** @type {string} */ title, /** @type {any} */ more) => done.push(['show', title, more]),
      pushManager: { subscribe: async (/** @type {any} */ options) => ({ toJSON: () => ({ endpoint: `new ${options.key}`, keys: { p256dh: 'p', auth: 'a' } }) }) },
    },
    clients: { matchAll: async () => windows, openWindow: (/** @type {string} */ url) => done.push(['open', url]) },
  };
  const fetch = async (/** @type {URL} */ url, /** @type {any} */ init) => done.push(['post', url.href, init.body.toString()]);
  vm.runInContext(readFileSync(new URL('../../../../webapp/console/push-sw.js', import.meta.url), 'utf8'), vm.createContext({ self, URL, URLSearchParams, fetch }));
  const fire = async (/** @type {string} */ name, /** @type {any} */ event) => {
    const waits = /** @type {any[]} */ ([]);
    on[name]({ ...event, waitUntil: (/** @type {any} */ promise) => waits.push(promise) });
    await Promise.all(waits);
    return done;
  };
  return { fire, done, on };
}

const clicked = (/** @type {string} */ conversation) => ({ notification: { close: () => {}, data: { conversation } } });

test('a notification takes the place of the earlier one of its conversation', async () => {
  const { fire } = worker();
  const [[, title, more]] = await fire('push', { data: { json: () => ({ title: 'New', body: 'Shop', conversation: 'c1', lang: 'de', dir: 'ltr' }) } });
  assert.equal(title, 'New');
  assert.equal(more.tag, 'c1');
  assert.equal(more.renotify, true);
  assert.equal(more.data.conversation, 'c1');
  assert.equal(more.icon, 'https://desk.example/d/shared/deskbell.svg');
});

test('what cannot be read still shows something', async () => {
  assert.equal((await worker().fire('push', { data: null }))[0][1], 'Deskbell');
});

test('a click opens the conversation in a new console under the context path', async () => {
  const other = { url: 'https://desk.example/d/console/sites' };
  assert.deepEqual(await worker([other]).fire('notificationclick', clicked('c/1')), [['open', 'https://desk.example/d/console/inbox?c=c%2F1']]);
  assert.deepEqual(await worker().fire('notificationclick', clicked('')), [['open', 'https://desk.example/d/console/inbox']]);
});

test('a console that is open shows it and comes to the front', async () => {
  /** @type {any[]} */
  const said = [];
  const inbox = { url: 'https://desk.example/d/console/inbox?c=x', postMessage: (/** @type {any} */ what) => said.push(what.conversation), focus: () => said.push('focus') };
  assert.deepEqual(await worker([inbox]).fire('notificationclick', clicked('c1')), []);
  assert.deepEqual(said, ['c1', 'focus']);
});

test('a browser with another address tells the house, and which one it had', async () => {
  const { fire } = worker();
  const done = await fire('pushsubscriptionchange', { oldSubscription: { endpoint: 'old', options: { key: 'k' } } });
  assert.deepEqual(done, [['post', 'https://desk.example/d/console/push', 'do=keep&endpoint=new+k&p256dh=p&auth=a&was=old']]);
});

test('it answers no request: every page comes from the server', () => {
  assert.equal('fetch' in worker().on, false);
});
