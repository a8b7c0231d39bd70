import test, { mock } from 'node:test';
import assert from 'node:assert/strict';
import { createOutbox } from '../../../../webapp/shared/outbox.js';
import { createChannel, framesOf } from '../../../../webapp/shared/channel.js';
import { httpCarrier } from '../../../../webapp/shared/httpcarrier.js';
import { createTabs } from '../../../../webapp/shared/tabs.js';

/** @returns {Store & {kept: Map<string, string>}} */
function memory() {
  const kept = new Map();
  return { kept, getItem: name => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: name => void kept.delete(name) };
}

/** @param {(clock: any) => void | Promise<void>} work */
const withClock = work => async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    await work(mock.timers);
  } finally {
    mock.timers.reset();
  }
};
const settled = async () => { for (let i = 0; i < 20; i++) await Promise.resolve(); };

test('a message waits for the connection, is sent once ready, and is gone when acknowledged', withClock(() => {
  /** @type {Frame[]} */ const sent = [];
  const store = memory();
  const outbox = createOutbox({ send: frame => (sent.push(frame), true), store });
  const item = outbox.post({ text: 'hi' });
  assert.match(item.ref, /^[0-9a-z]+-[0-9a-f]{32}$/);
  assert.equal(sent.length, 0);
  outbox.ready(true);
  assert.deepEqual(sent, [{ type: 'post', ref: item.ref, text: 'hi' }]);
  outbox.frame({ type: 'posted', ref: item.ref, seq: 1 });
  assert.equal(outbox.items.length, 0);
  assert.equal(store.kept.size, 0);
}));

test('pending messages survive a reload and keep their ref', withClock(() => {
  const store = memory();
  const first = createOutbox({ send: () => false, store }).post({ text: 'hi' });
  /** @type {Frame[]} */ const sent = [];
  const outbox = createOutbox({ send: frame => (sent.push(frame), true), store });
  outbox.ready(true);
  assert.deepEqual(sent.map(frame => frame.ref), [first.ref]);
}));

test('after 30 seconds offline a message fails, can be retried, and goes by itself when the line is back', withClock(clock => {
  /** @type {Frame[]} */ const sent = [];
  const outbox = createOutbox({ send: frame => (sent.push(frame), true), store: memory() });
  const item = outbox.post({ text: 'hi' });
  clock.tick(30_000);
  assert.deepEqual([outbox.items[0].state, outbox.items[0].reason], ['failed', 'offline']);
  outbox.retry(item.ref);
  assert.equal(outbox.items[0].state, 'sending');
  clock.tick(30_000);
  outbox.ready(true);
  assert.equal(outbox.items[0].state, 'sending');
  assert.equal(sent.length, 1);
}));

test('a final refusal fails at once and stays; one with retryAfter is tried again then', withClock(clock => {
  /** @type {Frame[]} */ const sent = [];
  const outbox = createOutbox({ send: frame => (sent.push(frame), true), store: memory() });
  outbox.ready(true);
  const long = outbox.post({ text: 'long' });
  const soon = outbox.post({ text: 'soon' });
  outbox.frame({ type: 'refused', of: 'post', ref: long.ref, reason: 'too-long' });
  outbox.frame({ type: 'refused', of: 'post', ref: soon.ref, reason: 'storage', retryAfter: 5 });
  assert.deepEqual(outbox.items.map(item => item.state), ['failed', 'sending']);
  assert.equal(sent.length, 2);
  clock.tick(5_000);
  assert.equal(sent.length, 3);
  outbox.ready(false);
  outbox.ready(true);
  assert.equal(outbox.items[0].state, 'failed');
  outbox.discard(long.ref);
  assert.deepEqual(outbox.items.map(item => item.ref), [soon.ref]);
}));

test('a server that keeps putting a message off is believed for 30 seconds', withClock(clock => {
  const outbox = createOutbox({ send: frame => (outbox.frame({ type: 'refused', of: 'post', ref: frame.ref, reason: 'storage', retryAfter: 5 }), true), store: memory() });
  outbox.ready(true);
  outbox.post({ text: 'hi' });
  clock.tick(29_000);
  assert.equal(outbox.items[0].state, 'sending');
  for (let i = 0; i < 4; i++) clock.tick(5_000);
  assert.deepEqual([outbox.items[0].state, outbox.items[0].reason], ['failed', 'storage']);
}));

test('a store full of nonsense is an empty outbox', () => {
  for (const nonsense of ['{', '7', '[null,{"ref":1}]']) {
    const store = memory();
    store.setItem('out', nonsense);
    assert.deepEqual(createOutbox({ send: () => true, store }).items, []);
  }
});

/** A carrier in the hands of the test. */
class Fake {
  /** @type {any} */ onopen = null;
  /** @type {any} */ onmessage = null;
  /** @type {any} */ onclose = null;
  /** @type {any[]} */ sent = [];
  closed = false;
  /** @param {string} address */
  constructor(address) { this.address = address; }
  /** @param {string} text */
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.closed = true; }
  async open() { await this.onopen(); }
  /** @param {...object} frames */
  hear(...frames) { this.onmessage({ data: JSON.stringify(frames) }); }
  /** @param {number} code */
  end(code) { this.onclose({ code, reason: '' }); }
}

/** @param {object} [more] */
function wired(more = {}) {
  /** @type {Fake[]} */ const carriers = [];
  /** @type {string[]} */ const states = [];
  /** @type {Frame[]} */ const heard = [];
  const page = new EventTarget();
  /** @param {string} address */
  const make = address => { const one = new Fake(address); carriers.push(one); return one; };
  const channel = createChannel({
    base: 'https://host/app', path: 'chat', side: 'visitor', hello: () => ({ type: 'hello', site: 'demo' }),
    onFrame: frame => heard.push(frame), onState: (state, reason) => states.push(`${state} ${reason}`),
    webSocket: make, http: make, random: () => 0.5, page, ...more,
  });
  return { channel, carriers, states, heard, page };
}
const WELCOME = { type: 'welcome', epoch: 'e' };

test('hello goes first, welcome opens, and frames are heard joined or alone', withClock(async () => {
  const { channel, carriers, states, heard } = wired();
  channel.start();
  assert.equal(carriers[0].address, 'wss://host/app/chat');
  await carriers[0].open();
  assert.deepEqual(carriers[0].sent, [{ type: 'hello', site: 'demo' }]);
  assert.equal(channel.send({ type: 'ping' }), false);
  carriers[0].hear(WELCOME, { type: 'presence' });
  assert.equal(channel.send({ type: 'ping' }), true);
  assert.deepEqual(heard.map(frame => frame.type), ['welcome', 'presence']);
  assert.deepEqual(states, ['connecting start', 'open welcome']);
  assert.deepEqual(framesOf('nonsense').concat(framesOf('[1,null,{}]')), []);
}));

test('a lost connection comes back with backoff and says hello again', withClock(async clock => {
  const { channel, carriers, states } = wired();
  channel.start();
  await carriers[0].open();
  carriers[0].hear(WELCOME);
  carriers[0].end(1006);
  assert.equal(states.at(-1), 'waiting lost');
  clock.tick(250);
  assert.equal(carriers.length, 2);
  await carriers[1].open();
  assert.equal(carriers[1].sent[0].type, 'hello');
}));

test('45 seconds of silence are the end of a connection', withClock(async clock => {
  const { channel, carriers, states } = wired();
  channel.start();
  await carriers[0].open();
  carriers[0].hear(WELCOME);
  clock.tick(40_000);
  carriers[0].hear({ type: 'beat' });
  clock.tick(44_999);
  assert.equal(channel.state, 'open');
  clock.tick(1);
  assert.equal(states.at(-1), 'waiting silent');
  assert.ok(carriers[0].closed);
}));

test('a page that wakes up asks, and reconnects when nobody answers', withClock(async clock => {
  const { channel, carriers, states, page } = wired();
  channel.start();
  await carriers[0].open();
  carriers[0].hear(WELCOME);
  page.dispatchEvent(new Event('online'));
  assert.deepEqual(carriers[0].sent.at(-1), { type: 'ping' });
  carriers[0].hear({ type: 'pong' });
  clock.tick(5_000);
  assert.equal(channel.state, 'open');
  page.dispatchEvent(new Event('pageshow'));
  clock.tick(5_000);
  assert.equal(states.at(-1), 'waiting no-pong');
}));

test('waking up shortens the wait, but not one the server asked for', withClock(async () => {
  const { channel, carriers, page } = wired();
  channel.start();
  await carriers[0].open();
  carriers[0].hear(WELCOME);
  carriers[0].end(1006);
  page.dispatchEvent(new Event('online'));
  assert.equal(carriers.length, 2);
  await carriers[1].open();
  carriers[1].hear(WELCOME);
  carriers[1].end(1008);
  page.dispatchEvent(new Event('online'));
  assert.equal(carriers.length, 2);
  assert.equal(channel.state, 'waiting');
}));

test('no welcome in time is no connection', withClock(async clock => {
  const { channel, carriers, states } = wired();
  channel.start();
  await carriers[0].open();
  clock.tick(15_000);
  assert.equal(states.at(-1), 'waiting no-welcome');
}));

test('after two WebSockets that never opened HTTP is tried, and the other way round', withClock(async clock => {
  const { channel, carriers } = wired();
  channel.start();
  carriers[0].end(1006);
  clock.tick(30_000);
  carriers[1].end(1006);
  clock.tick(30_000);
  assert.equal(carriers[2].address, 'https://host/app/carrier/chat');
  assert.equal(channel.carrier, 'http');
  carriers[2].end(1006);
  clock.tick(30_000);
  assert.equal(carriers[3].address, 'wss://host/app/chat');
}));

test('a WebSocket that opened once is never given up for HTTP', withClock(async clock => {
  const { channel, carriers } = wired();
  channel.start();
  await carriers[0].open();
  carriers[0].hear(WELCOME);
  for (let i = 0; i < 5; i++) {
    carriers[i].end(1006);
    clock.tick(30_000);
  }
  assert.ok(carriers.every(carrier => carrier.address.startsWith('wss:')));
  assert.equal(channel.carrier, 'websocket');
}));

test('refused for good stays closed; refused for now waits as told', withClock(async clock => {
  const refused = wired();
  refused.channel.start();
  await refused.carriers[0].open();
  refused.carriers[0].hear({ type: 'refused', of: 'hello', reason: 'unknown-site' });
  refused.carriers[0].end(4004);
  clock.tick(100_000);
  assert.equal(refused.carriers.length, 1);
  assert.equal(refused.states.at(-1), 'closed refused');

  const busy = wired();
  busy.channel.start();
  await busy.carriers[0].open();
  busy.carriers[0].hear({ type: 'refused', of: 'hello', reason: 'storage', retryAfter: 7 });
  clock.tick(6_999);
  assert.equal(busy.carriers.length, 1);
  clock.tick(1);
  assert.equal(busy.carriers.length, 2);
}));

test('the HTTP carrier opens a link, joins what is sent, hears what comes, and ends with the code of a 410', async () => {
  /** @type {{path: string, body: string, link: string}[]} */ const asked = [];
  /** @type {((answer: any) => void)[]} */ const polls = [];
  /** @param {any} input @param {any} init */
  const fetching = async (input, init) => {
    const path = String(input).replace('https://host/carrier/chat', '');
    asked.push({ path, body: init.body, link: init.headers['Deskbell-Link'] });
    if (path === '') return new Response('{"link":"L"}', { status: 201 });
    if (path === '/up') return new Response(null, { status: 204 });
    return new Promise(answer => polls.push(answer));
  };
  const carrier = httpCarrier('https://host/carrier/chat', /** @type {any} */ (fetching));
  /** @type {any[]} */ const seen = [];
  carrier.onopen = () => { seen.push('open'); carrier.send('{"a":1}'); carrier.send('{"b":2}'); carrier.send('{"c":3}'); };
  carrier.onmessage = event => seen.push(event.data);
  carrier.onclose = event => seen.push(event.code);
  await settled();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(asked.filter(one => one.path === '/up').map(one => one.body), ['[{"a":1}]', '[{"b":2},{"c":3}]']);
  assert.ok(asked.slice(1).every(one => one.link === 'L'));
  polls[0](new Response('[{"type":"beat"}]'));
  await new Promise(resolve => setTimeout(resolve, 5));
  polls[1](new Response('{"code":4009,"reason":"forgotten"}', { status: 410 }));
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(seen, ['open', '[{"type":"beat"}]', 4009]);
});

test('over HTTP no message has more frames than the server takes', async () => {
  /** @type {string[]} */ const bodies = [];
  const fetching = async (/** @type {string} */ address, /** @type {any} */ init) => {
    if (address.endsWith('/up')) bodies.push(init.body);
    if (address.endsWith('/down')) return new Promise((_, gone) => init.signal.addEventListener('abort', gone));
    return address.endsWith('/up') ? new Response(null, { status: 204 }) : new Response('{"link":"L"}', { status: 201 });
  };
  const carrier = httpCarrier('https://host/carrier/chat', /** @type {any} */ (fetching));
  carrier.onopen = () => { for (let i = 0; i < 200; i++) carrier.send(`{"n":${i}}`); };
  await new Promise(resolve => setTimeout(resolve, 20));
  const sent = bodies.map(body => JSON.parse(body));
  assert.deepEqual(sent.flat().map(frame => frame.n), Array.from({ length: 200 }, (_, i) => i));
  assert.ok(Math.max(...sent.map(frames => frames.length)) <= 64);
  // Its poll would hold up the end of the tests.
  carrier.close();
});

test('without Web Locks a tab is alone and everything happens in it', async () => {
  const tabs = createTabs('t', { locks: /** @type {any} */ (undefined), channel: /** @type {any} */ ({ close() {} }) });
  assert.equal(await tabs.once('x'), true);
  assert.equal(await tabs.alone('y', async () => 5), 5);
  tabs.close();
});

test('a frame that is denied locks goes on alone', async () => {
  const denied = { request: () => Promise.reject(new Error('The request was denied.')) };
  const tabs = createTabs('t', { locks: /** @type {any} */ (denied), channel: /** @type {any} */ ({ close() {} }) });
  assert.equal(await tabs.once('x'), true);
  assert.equal(await tabs.alone('y', async () => 5), 5);
  assert.equal(tabs.leader, true);
  tabs.close();
});

test('work that fails under a lock is not done twice', async () => {
  let times = 0;
  const locks = { request: async (/** @type {string} */ name, /** @type {any} */ options, /** @type {any} */ held) => name.endsWith('.leader') ? held() : options() };
  const tabs = createTabs('t', { locks: /** @type {any} */ (locks), channel: /** @type {any} */ ({ close() {} }) });
  await assert.rejects(tabs.alone('y', async () => { times++; throw new Error('no'); }), /no/);
  assert.equal(times, 1);
  tabs.close();
});
