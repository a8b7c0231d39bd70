import assert from 'node:assert/strict';
import test from 'node:test';
import { fitted, fractions, offset, within } from '../../../../webapp/console/assist/fit.js';
import { createPen } from '../../../../webapp/console/assist/pen.js';
import { described, judged, labelFrom, sameSite, siteAddress } from '../../../../webapp/console/assist/target.js';
import { throttle } from '../../../../webapp/console/assist/throttle.js';
import { FIRST, SILENCE, viewState } from '../../../../webapp/console/assist/viewstate.js';
import { BEAT, LATE, createWatch } from '../../../../webapp/console/assist/watching.js';
import { ENGLISH } from '../../../../webapp/console/texts.js';

const SHOP = 'https://shop.example/cart';
/** @param {object} more @returns {any} */
const traits = more => ({ tag: 'button', type: '', inForm: false, words: '', goes: null, download: false, value: '', page: SHOP, ...more });

test('a page fits its room, keeps its ratio and is never blown up', () => {
  assert.deepEqual(fitted({ width: 1000, height: 2000 }, { width: 800, height: 500 }, 'fit'), { scale: 0.25, width: 250, height: 500 });
  assert.equal(fitted({ width: 400, height: 300 }, { width: 800, height: 600 }, 'fit').scale, 1);
  assert.deepEqual(fitted({ width: 1000, height: 2000 }, { width: 800, height: 500 }, 'full'), { scale: 1, width: 1000, height: 2000 });
  assert.ok(fitted({ width: 1000, height: 1000 }, { width: 0, height: 0 }, 'fit').scale > 0);
});

test('a place is told as parts of the element it is on, also beside it', () => {
  const box = { left: 100, top: 50, width: 200, height: 100 };
  assert.deepEqual(fractions({ x: 200, y: 75 }, box), { x: 0.5, y: 0.25 });
  assert.deepEqual(fractions({ x: 50, y: 250 }, box), { x: -0.25, y: 2 });
  assert.deepEqual(fractions({ x: 1, y: 1 }, { left: 0, top: 0, width: 0, height: 0 }), { x: 0.5, y: 0.5 });
  assert.deepEqual(offset({ x: 110.4, y: 49 }, box), [10, -1]);
  assert.deepEqual(within({ x: -5, y: 900 }, { width: 400, height: 300 }), { x: 0, y: 299 });
});

/** A clock with timers that run when it is moved. */
function clock() {
  const state = { at: 0, timers: /** @type {{run: () => void, at: number}[]} */ ([]) };
  return {
    now: () => state.at,
    timer: (/** @type {() => void} */ run, /** @type {number} */ delay) => {
      const one = { run, at: state.at + delay };
      state.timers.push(one);
      return () => { state.timers = state.timers.filter(other => other !== one); };
    },
    /** @param {number} to */
    move(to) {
      state.at = to;
      const due = state.timers.filter(one => one.at <= to);
      state.timers = state.timers.filter(one => one.at > to);
      due.forEach(one => one.run());
    },
  };
}

test('of many calls the first goes at once, then the latest once a pause', () => {
  const time = clock();
  const out = /** @type {number[]} */ ([]);
  const limited = throttle((/** @type {number} */ value) => out.push(value), time);
  [1, 2, 3].forEach(limited.call);
  assert.deepEqual(out, [1]);
  time.move(50);
  assert.deepEqual(out, [1, 3]);
  limited.call(4);
  limited.flush();
  assert.deepEqual(out, [1, 3, 4]);
  limited.call(5);
  limited.drop();
  time.move(500);
  assert.deepEqual(out, [1, 3, 4]);
});

test('a line goes out in parts without a point lost, and ends once', () => {
  const time = clock();
  const sent = /** @type {any[]} */ ([]);
  const drawn = /** @type {any[]} */ ([]);
  const pen = createPen({ send: line => sent.push(line), marks: { line: (id, on, points, done) => drawn.push([id, points.length, done]) }, clock: time });
  pen.move({ x: 1, y: 1 });
  pen.set({ x: 110, y: 60 }, { id: 7, element: /** @type {any} */ ({ getBoundingClientRect: () => ({ left: 100, top: 50 }) }) });
  pen.move({ x: 120, y: 60 });
  pen.move({ x: 130, y: 60 });
  time.move(50);
  pen.move({ x: 90, y: 40 });
  pen.lift();
  pen.lift();
  time.move(500);
  assert.deepEqual(sent, [
    { id: 's1', node: 7, points: [[10, 10]], done: false }, { id: 's1', node: 7, points: [[20, 10], [30, 10]], done: false },
    { id: 's1', node: 7, points: [[-10, -10]], done: true },
  ]);
  assert.deepEqual(drawn.at(-1), ['s1', 4, true]);
});

test('what stays with the customer is said before it is suggested', () => {
  assert.equal(judged(traits({})), '');
  assert.equal(judged(traits({ inForm: true })), 'submit');
  assert.equal(judged(traits({ inForm: true, type: 'button' })), '');
  assert.equal(judged(traits({ tag: 'input', type: 'submit' })), 'submit');
  assert.equal(judged(traits({ tag: 'input', type: 'image' })), 'submit');
  assert.equal(judged(traits({ tag: 'input', type: 'file' })), 'file');
  assert.equal(judged(traits({ tag: 'input', words: 'x y cc-number' })), 'payment');
  assert.equal(judged(traits({ tag: 'input', words: 'cardNumber' })), 'payment');
  assert.equal(judged(traits({ tag: 'input', type: 'password' })), 'masked');
  assert.equal(judged(traits({ tag: 'textarea', value: '•••••' })), 'masked');
  assert.equal(judged(traits({ tag: 'input', type: 'text', value: 'Bern' })), '');
});

test('links lead to the same site, or they stay with the customer', () => {
  const link = (/** @type {string} */ goes, download = false) => judged(traits({ tag: 'a', goes, download }));
  assert.equal(link('https://shop.example/help'), '');
  assert.equal(link('https://other.example/'), 'elsewhere');
  assert.equal(link('http://shop.example/'), 'elsewhere');
  assert.equal(link(''), 'elsewhere');
  assert.equal(link('https://shop.example/a.pdf', true), 'elsewhere');
  assert.equal(sameSite('https://shop.example:8443/', SHOP), false);
});

test('an address to go to is one of the same site', () => {
  assert.equal(siteAddress(' /help ', SHOP), 'https://shop.example/help');
  assert.equal(siteAddress('https://shop.example/a?b=1', SHOP), 'https://shop.example/a?b=1');
  for (const bad of ['', 'https://other.example', '//other.example/a', 'javascript:alert(1)', 'data:text/html,x', `/${'a'.repeat(1001)}`]) {
    assert.equal(siteAddress(bad, SHOP), null, bad);
  }
  assert.equal(siteAddress('/help', ''), null);
});

test('a label is one line, and not too long', () => {
  assert.equal(labelFrom([null, '  ', '\n Add   to\tbasket\u0000 \u202e', 'x']), 'Add to basket');
  assert.equal(labelFrom(['a'.repeat(300)]).length, 200);
  assert.equal(labelFrom([undefined]), '');
});

/** As much of an element as is looked at. @param {string} tag @param {Record<string, string>} attributes @param {object} [more] @returns {any} */
const element = (tag, attributes, more = {}) => ({
  tagName: tag.toUpperCase(), textContent: '', getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
  hasAttribute: (/** @type {string} */ name) => name in attributes, closest: () => null, querySelector: () => null, querySelectorAll: () => [],
  ownerDocument: { getElementById: () => null, querySelectorAll: () => [] }, ...more,
});

test('an element is called what people read on it', () => {
  assert.equal(described(element('button', {}, { textContent: ' Add ' }), SHOP).label, 'Add');
  assert.equal(described(element('button', { 'aria-label': 'Close' }, { textContent: '×' }), SHOP).label, 'Close');
  const label = element('label', { for: 'town' }, { textContent: 'Town' });
  const field = element('input', { id: 'town', name: 'adr3' }, { ownerDocument: { getElementById: () => null, querySelectorAll: () => [label] }, value: '' });
  assert.deepEqual(described(field, SHOP), { label: 'Town', why: '', field: 'text', options: [] });
  const options = ['Small', 'Large'].map(text => element('option', {}, { textContent: text }));
  const choice = described(element('select', { name: 'size' }, { querySelectorAll: () => options, value: 'Small' }), SHOP);
  assert.deepEqual(choice, { label: 'size', why: '', field: 'choice', options: ['Small', 'Large'] });
  const masked = described(element('select', {}, { querySelectorAll: () => [element('option', {}, { textContent: '•••••' })] }), SHOP);
  assert.equal(masked.why, 'masked');
});

test('every reason and every state has its words', () => {
  for (const why of ['submit', 'payment', 'file', 'masked', 'elsewhere', 'field', 'unnamed']) assert.ok(ENGLISH[`suggest_${why}`], why);
  for (const state of ['waiting', 'away', 'too_large', 'too_fast', 'flood', 'broken', 'lost', 'ended']) {
    assert.ok(ENGLISH[`view_${state}`] && ENGLISH[`view_${state}_hint`], state);
  }
});

/** @param {object} more */
const state = more => viewState({ seeing: true, online: true, there: true, stopped: '', page: 'fine', shown: true, quiet: 0, ...more });

test('the viewer says why there is no picture', () => {
  assert.equal(state({}), 'live');
  assert.equal(state({ shown: false }), 'waiting');
  assert.equal(state({ shown: false, quiet: FIRST + 1 }), 'away');
  assert.equal(state({ quiet: SILENCE + 1 }), 'away');
  assert.equal(state({ page: 'left' }), 'away');
  assert.equal(state({ there: false }), 'away');
  assert.equal(state({ page: 'too-large' }), 'too_large');
  assert.equal(state({ stopped: 'crowded' }), 'too_large');
  assert.equal(state({ page: 'too-fast' }), 'too_fast');
  assert.equal(state({ stopped: 'flood' }), 'flood');
  assert.equal(state({ stopped: 'broken' }), 'broken');
  assert.equal(state({ online: false, page: 'left' }), 'lost');
  assert.equal(state({ seeing: false, online: false }), 'ended');
});

test('watching is said again before the other side gives up, and is taken back', () => {
  const sent = /** @type {string[]} */ ([]);
  let online = true;
  const watch = createWatch({ send: ({ conversation, request }, on, fresh) => online && sent.push(`${conversation}/${request} ${on}${fresh ? ' fresh' : ''}`) > 0 });
  const page = { conversation: 'c', request: 'r' };
  watch.update(page, 0);
  watch.update(page, BEAT - 1);
  assert.deepEqual(sent.splice(0), ['c/r true fresh']);
  watch.update(page, BEAT);
  assert.deepEqual(sent.splice(0), ['c/r true']);
  watch.update({ conversation: 'd', request: 'q' }, BEAT + 1);
  assert.deepEqual(sent.splice(0), ['c/r false', 'd/q true fresh']);
  watch.update(null, BEAT + 2);
  watch.update(null, 9 * BEAT);
  watch.renew(9 * BEAT);
  assert.deepEqual(sent.splice(0), ['d/q false']);
});

test('a picture on its way is not interrupted by the next word too soon', () => {
  let sent = 0;
  const watch = createWatch({ send: () => ++sent > 0 });
  const page = { conversation: 'c', request: 'r' };
  watch.update(page, 0);
  watch.update(page, LATE - 1, true);
  assert.equal(sent, 1);
  watch.update(page, LATE, true);
  assert.equal(sent, 2);
});

test('what could not be said to the other side is said when the line is back', () => {
  const sent = /** @type {boolean[]} */ ([]);
  let online = false;
  const watch = createWatch({ send: (_, on) => online && sent.push(on) > 0 });
  const page = { conversation: 'c', request: 'r' };
  watch.update(page, 100_000);
  online = true;
  watch.update(page, 100_001);
  assert.deepEqual(sent, [true]);
  watch.lost();
  watch.update(page, 100_002);
  assert.deepEqual(sent, [true, true]);
});
