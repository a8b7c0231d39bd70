import test from 'node:test';
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { createRequests } from '../../../../webapp/widget/assist/requests.js';
import { createSender } from '../../../../webapp/widget/assist/sender.js';
import { pieces, stored } from '../../../../webapp/widget/assist/stream.js';
import { sentence } from '../../../../webapp/widget/assist/sentences.js';
import { createTab } from '../../../../webapp/widget/assist/tab.js';
import { createTexts } from '../../../../webapp/shared/i18n.js';
import { readFileSync, readdirSync } from 'node:fs';

const START = Date.parse('2026-11-21T10:00:00Z');
/** @param {string} id @param {object} [more] */
const request = (id, more) => ({ request: id, agent: { id: '1', name: 'Ada' }, kinds: ['see'], state: 'asked', minutes: 30, until: new Date(START + 300_000).toISOString(), ...more });

test('one question at a time, the oldest, and each is new once', () => {
  const requests = createRequests(() => START);
  requests.take({ type: 'assistance', requests: [request('a'), request('b')] });
  assert.equal(requests.open?.request, 'a');
  assert.ok(requests.isNew('a'));
  assert.ok(!requests.isNew('a'));
  requests.answered('a');
  assert.equal(requests.open?.request, 'b');
});

test('what the visitor stops is over here before the server has heard of it', () => {
  const requests = createRequests(() => START);
  requests.take({ type: 'assistance', requests: [request('a', { state: 'allowed' }), request('b', { state: 'allowed' })] });
  assert.deepEqual(requests.live.map(one => one.request), ['a', 'b']);
  requests.stopped('a');
  assert.deepEqual(requests.live.map(one => one.request), ['b']);
  requests.take({ type: 'assistance', requests: [request('a', { state: 'allowed' }), request('b', { state: 'allowed' })] });
  assert.deepEqual(requests.live.map(one => one.request), ['b'], 'an older word of the server brings nothing back');
  requests.stopped();
  assert.deepEqual(requests.live, []);
});

test('the way of a call is the one the server says', () => {
  const requests = createRequests(() => START);
  const servers = [{ urls: ['turn:x'] }];
  requests.take({ type: 'assistance', requests: [request('a', { state: 'allowed' })], ice: servers });
  assert.deepEqual(requests.ice, { iceServers: servers, iceTransportPolicy: 'all' });
  requests.take({ type: 'assistance', requests: [request('a', { state: 'allowed' })], ice: servers, relay: true });
  assert.deepEqual(requests.ice, { iceServers: servers, iceTransportPolicy: 'relay' });
});

test('what is past its time is neither open nor live, and the next end is known', () => {
  let now = START;
  const requests = createRequests(() => now);
  requests.take({ type: 'assistance', requests: [request('a'), request('b', { state: 'allowed', until: new Date(START + 60_000).toISOString() })] });
  assert.equal(requests.nextEnd(), 60_000);
  now += 60_001;
  assert.deepEqual(requests.live, []);
  now += 240_000;
  assert.equal(requests.open, null);
  assert.equal(requests.nextEnd(), 0);
});

test('a stop that could not be said is said with the next connection, once', () => {
  const requests = createRequests(() => START);
  requests.owe({ type: 'stop', ref: 'r' });
  assert.equal(requests.owed().length, 1);
  assert.equal(requests.owed().length, 0);
});

/** @param {string} text */
const inflate = text => JSON.parse(String(inflateRawSync(Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0)))));

test('pieces are short, and together they are the batch', async () => {
  const batch = { events: Array.from({ length: 3_000 }, (_, index) => ({ type: 3, data: { text: `${Math.sin(index)}` } })) };
  const cut = await pieces(batch);
  assert.ok(cut.length > 1);
  assert.ok(cut.every(piece => piece.length <= 16_000 && /^[\w-]+$/.test(piece)));
  assert.deepEqual(inflate(cut.join('')), batch);
});

test('a browser that cannot compress sends blocks every reader understands', () => {
  for (const size of [0, 1, 65_535, 65_536, 200_000]) {
    const bytes = new Uint8Array(size).map((_, index) => index % 251);
    assert.deepEqual(new Uint8Array(inflateRawSync(stored(bytes))), bytes);
  }
});

/** @param {number} [waiting] @param {number} [most] */
function line(waiting = 0, most = 100_000) {
  const state = { waiting, looked: 0, tried: 0, sent: /** @type {any[]} */ ([]), isOpen: true, anew: 0 };
  const send = (/** @type {any} */ frame) => {
    state.tried++;
    if (state.isOpen) state.sent.push(frame);
    return state.isOpen;
  };
  const look = () => {
    state.looked++;
    return state.waiting;
  };
  return { state, sender: createSender({ send, waiting: look, anew: () => { state.anew++; }, most }) };
}
/** @param {() => boolean} done */
async function until(done) {
  for (let turn = 0; turn < 1_000 && !done(); turn++) await new Promise(go => setTimeout(go, 2));
  assert.ok(done());
}

test('pieces of one stream are numbered without a gap, and a new picture is a new stream', async () => {
  const { state, sender } = line();
  sender.put({ events: [1] }, true);
  sender.put({ events: [2] });
  await until(() => state.sent.length === 2);
  sender.put({ events: [3] }, true);
  await until(() => state.sent.length === 3);
  assert.deepEqual(state.sent.map(frame => frame.n), [1, 2, 1]);
  assert.equal(state.sent[0].stream, state.sent[1].stream);
  assert.notEqual(state.sent[1].stream, state.sent[2].stream);
  assert.deepEqual(inflate(state.sent[2].data), { events: [3] });
});

test('while the line is full nothing is put into it', async () => {
  const { state, sender } = line(100_000);
  sender.put({ events: [1] }, true);
  await until(() => state.looked > 4);
  assert.equal(state.tried, 0);
  state.waiting = 0;
  await until(() => state.sent.length === 1);
});

test('without a connection nothing waits; whoever finds it again begins a new stream', async () => {
  const { state, sender } = line();
  state.isOpen = false;
  sender.put({ events: [1] }, true);
  await until(() => state.tried === 1);
  state.isOpen = true;
  sender.put({ events: [2] });
  sender.put({ events: [3] }, true);
  await until(() => state.sent.length === 1);
  assert.equal(state.sent[0].n, 1);
  assert.deepEqual(inflate(state.sent[0].data), { events: [3] });
});

test('where too much waits it is dropped, and a new picture is wanted once the line is free', async () => {
  const { state, sender } = line(100_000, 500);
  sender.put({ events: Array.from({ length: 1_000 }, () => Math.random()) }, true);
  await until(() => state.looked > 3);
  assert.deepEqual([state.tried, state.anew], [0, 0]);
  state.waiting = 0;
  await until(() => state.anew === 1);
  assert.equal(state.sent.length, 0);
});

test('the log has a sentence for everything that can happen, in every language', () => {
  const folder = new URL('../../../../webapp/widget/assist/texts/', import.meta.url);
  const about = { type: 'assisted', conversation: 'c', seq: 1, at: '', agent: { id: '1', name: 'Ada' }, kinds: ['see', 'point'], label: 'Basket', value: 'Red' };
  const happened = [
    { event: 'asked' }, { event: 'allowed' }, { event: 'declined' },
    ...['visitor', 'agent', 'expired', 'owner', 'closed', 'unanswered'].map(why => ({ event: 'stopped', why })),
    ...['click', 'fill', 'choose', 'go'].map(action => ({ event: 'proposed', action })),
    ...['done', 'form', 'no', 'never', 'failed'].map(answer => ({ event: 'settled', answer })),
    ...['started', 'ended', 'failed'].map(state => ({ event: 'called', state })),
  ];
  const languages = readdirSync(folder);
  for (const file of languages) {
    const t = createTexts(file.slice(0, 2), JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    for (const what of happened) {
      const said = sentence(t, /** @type {any} */ ({ ...about, ...what }));
      assert.ok(said && !said.startsWith('said_') && !said.includes('{'), `${file} ${JSON.stringify(what)}: ${said}`);
    }
  }
});

/** Locks of one browser, for several tabs. */
function locksOf() {
  /** @type {((problem: Error) => void) | null} */
  let holder = null;
  return {
    denied: false,
    /** @param {string} _ @param {any} how @param {(lock: object | null) => Promise<void> | null} work */
    request(_, how, work) {
      if (this.denied) return Promise.reject(new Error('denied'));
      if (holder && how.ifAvailable) return Promise.resolve(work(null));
      holder?.(new Error('stolen'));
      return new Promise((done, fail) => {
        const mine = holder = fail;
        void Promise.resolve(work({})).then(value => {
          if (holder === mine) holder = null;
          done(value);
        });
      });
    },
  };
}

test('the tab with the newest yes shares, and the one before it learns that it does not', async () => {
  const locks = locksOf();
  const lost = { one: 0, two: 0 };
  const one = createTab('k1', { isEmbedded: true, lost: () => lost.one++, locks: /** @type {any} */ (locks) });
  const two = createTab('k2', { isEmbedded: true, lost: () => lost.two++, locks: /** @type {any} */ (locks) });
  one.shares = true;
  one.shares = true;
  await until(() => one.shares);
  two.shares = true;
  await until(() => lost.one === 1);
  assert.deepEqual([one.shares, two.shares, lost.two], [false, true, 0]);
  two.shares = false;
  assert.equal(two.shares, false);
  assert.equal(lost.two, 0, 'it has given it up by itself');
});

test('where locks are denied there is no other tab', async () => {
  const locks = locksOf();
  locks.denied = true;
  const tab = createTab('k3', { isEmbedded: true, lost: () => assert.fail('lost'), locks: /** @type {any} */ (locks) });
  tab.shares = true;
  await until(() => tab.shares);
});
