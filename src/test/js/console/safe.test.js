import assert from 'node:assert/strict';
import test from 'node:test';
import { createSafe } from '../../../../webapp/console/assist/safe.js';
import { safeCss } from '../../../../webapp/console/assist/safecss.js';
import { DEEPEST, MOST } from '../../../../webapp/console/assist/safetree.js';
import { createUrls, pageAddress } from '../../../../webapp/console/assist/safeurl.js';

const OWN = 'https://desk.example';
const T = 1_790_000_000_000;
let id = 100;
/** @param {string} tagName @param {object} [attributes] @param {any[]} [childNodes] @param {object} [more] @returns {any} */
const el = (tagName, attributes = {}, childNodes = [], more = {}) => ({ type: 2, id: ++id, tagName, attributes, childNodes, ...more });
/** @param {string} textContent @param {object} [more] */
const text = (textContent, more = {}) => ({ type: 3, id: ++id, textContent, ...more });
/** @param {any[]} body @param {any[]} [head] */
const page = (body, head = []) => ({
  type: 2, timestamp: T,
  data: {
    node: { type: 0, id: 1, childNodes: [{ type: 1, id: 2, name: 'html' }, el('html', {}, [{ ...el('head', {}, head), id: 4 }, { ...el('body', {}, body), id: 5 }])] },
    initialOffset: { top: 0, left: 0 },
  },
});
/** A page that stands, for changes to come. @param {any[]} body @param {any[]} [head] */
function standing(body, head = []) {
  const safe = createSafe({ own: OWN });
  const { event } = safe.clean(page(body, head));
  const [first, second] = event.data.node.childNodes[1].childNodes;
  return { safe, head: first.childNodes, body: second.childNodes };
}
/** What becomes of one node in a page's body. @param {any} node */
const cleaned = node => standing([node]).body[0];
/** @param {object} data */
const change = data => ({ type: 3, timestamp: T + 1, data });
/** @param {any} safe @param {object} data */
const mutated = (safe, data) => safe.clean(change({ source: 0, adds: [], removes: [], texts: [], attributes: [], ...data })).event.data;
/** @param {string} tag @param {object} [attributes] @param {any[]} [children] */
const svg = (tag, attributes = {}, children = []) => el(tag, attributes, children, { isSVG: true });
/** @param {string} css */
const css = css => safeCss(css, url => createUrls({ own: OWN }).resource(url));

test('scripts and everything that acts leave nothing but a place', () => {
  for (const tag of ['script', 'SCRIPT', 'noscript', 'base', 'meta', 'template', 'frameset', 'noembed']) {
    assert.deepEqual(Object.keys(cleaned(el(tag, { src: 'https://x.example/a.js' }, [text('alert(1)')]))), ['type', 'id', 'textContent'], tag);
    assert.equal(cleaned(el(tag, {}, [text('alert(1)')])).textContent, '');
  }
  assert.equal(cleaned(el('meta', { 'http-equiv': 'refresh', content: '0;url=https://x.example' })).type, 5);
});

test('frames and plug-ins become boxes without content, which keep their size', () => {
  for (const tag of ['iframe', 'frame', 'object', 'embed', 'applet', 'portal']) {
    const box = cleaned(el(tag, { src: 'https://x.example', srcdoc: '<script>', data: 'x', rr_width: '300px', rr_src: 'https://x.example' }, [el('p')]));
    assert.deepEqual([box.tagName, box.attributes, box.childNodes], ['div', { rr_width: '300px' }, []], tag);
  }
});

test('nothing can be put into a box later', () => {
  const frame = el('iframe');
  const { safe } = standing([frame]);
  const { adds } = mutated(safe, { adds: [{ parentId: frame.id, nextId: null, node: el('p') }] });
  assert.deepEqual(adds, []);
});

test('unknown elements become plain ones, and those of a page\'s own making stay plain too', () => {
  assert.equal(cleaned(el('blink')).tagName, 'div');
  assert.equal(cleaned(el('constructor')).tagName, 'div');
  assert.equal(cleaned(el('__proto__')).tagName, 'div');
  const own = cleaned(el('shop-cart', {}, [], { isCustom: true }));
  assert.deepEqual([own.tagName, own.isCustom], ['shop-cart', undefined]);
});

test('attributes that act are not there', () => {
  const bad = {
    onclick: 'x()', ONLOAD: 'x()', onerror: 'x()', 'on-tap': 'x', srcdoc: '<p>', formaction: 'https://x.example', action: 'https://x.example',
    target: '_top', ping: 'https://x.example', autofocus: '', tabindex: '1', contenteditable: '', accesskey: 's', is: 'x-a', nonce: 'n',
    background: 'https://x.example/a.png', 'xml:base': 'https://x.example', 'http-equiv': 'refresh', popovertarget: 'x', sandbox: '', 'a b': '1', '"': '1',
  };
  for (const tag of ['div', 'img', 'form', 'button', 'body', 'input']) assert.deepEqual(cleaned(el(tag, bad)).attributes, {}, tag);
  assert.deepEqual(cleaned(svg('g', bad)).attributes, {});
});

test('what makes a page look as it does stays', () => {
  const good = { class: 'a b', id: 'x', lang: 'de', dir: 'rtl', 'aria-label': 'Basket', role: 'button', 'data-v-1a2b': '', _ngcontent: '', disabled: '' };
  assert.deepEqual(cleaned(el('button', { ...good, disabled: true })).attributes, good);
  assert.deepEqual(cleaned(svg('path', { d: 'M0 0', fill: 'none', 'stroke-width': 2 })).attributes, { d: 'M0 0', fill: 'none', 'stroke-width': '2' });
});

test('links look like links, lead nowhere, and say where they would', () => {
  assert.deepEqual(cleaned(el('a', { href: 'https://shop.example/a' })).attributes, { href: '#', 'data-goes': 'https://shop.example/a' });
  for (const href of ['javascript:alert(1)', ' java\nscript:x', 'data:text/html,x', 'vbscript:x', 'file:///x', 'blob:x']) {
    assert.deepEqual(cleaned(el('a', { href })).attributes, { href: '#', 'data-goes': '' }, href);
  }
  assert.deepEqual(cleaned(el('p', { 'data-goes': 'https://shop.example', 'data-modal': '' })).attributes, {});
});

test('pictures come from the web or from the page itself, by no other way', () => {
  const src = (/** @type {string} */ url) => cleaned(el('img', { src: url })).attributes.src;
  assert.equal(src('https://cdn.example/a.png?v=1'), 'https://cdn.example/a.png?v=1');
  assert.equal(src('data:image/png;base64,AAAA'), 'data:image/png;base64,AAAA');
  for (const url of ['javascript:x', 'java\tscript:x', 'data:text/html,<script>', 'blob:https://x/1', 'file:///etc', 'ftp://x/y', '/console/logout', '//x.example/a', 'a.png',
    'https://user:pass@x.example/a.png', 'https://', 'about:blank']) assert.equal(src(url), undefined, url);
  assert.equal(cleaned(el('video', { src: 'https://x.example/a.mp4', poster: 'https://x.example/a.jpg' })).attributes.src, undefined);
  assert.equal(cleaned(el('div', { src: 'https://x.example/a.png' })).attributes.src, undefined);
});

test('of the console\'s own server only plain files are loaded: the log-in would go with the request', () => {
  const { resource } = createUrls({ own: OWN });
  assert.equal(resource(`${OWN}/demo/pictures/a.webp`), `${OWN}/demo/pictures/a.webp`);
  for (const path of ['/logout', '/console/inbox', '/a.png?do=delete', '/a.png/../logout', '/logout;.css/']) assert.equal(resource(OWN + path), null, path);
});

test('a set of pictures stays whole or goes', () => {
  const { candidates } = createUrls({ own: OWN });
  assert.equal(candidates('https://x.example/a.png 1x, https://x.example/b.png 2x'), 'https://x.example/a.png 1x, https://x.example/b.png 2x');
  assert.equal(candidates('https://x.example/a.png 1x, javascript:x 2x'), null);
  assert.equal(candidates('/logout 1x'), null);
});

test('of links to files only style sheets stay', () => {
  const link = (/** @type {object} */ attributes) => cleaned(el('link', attributes));
  assert.deepEqual(link({ rel: 'stylesheet', href: 'https://x.example/a.css' }).attributes, { rel: 'stylesheet', href: 'https://x.example/a.css' });
  assert.equal(link({ rel: 'stylesheet', _cssText: 'p { color: red }' }).tagName, 'link');
  for (const rel of ['preload', 'modulepreload', 'import', 'prefetch', 'preconnect', 'dns-prefetch', 'manifest', 'icon', 'stylesheet preload', 'alternate stylesheet']) {
    assert.equal(link({ rel, href: 'https://x.example/a', as: 'script' }).type, 5, rel);
  }
  assert.equal(link({ rel: 'stylesheet', href: 'javascript:x' }).type, 5);
});

test('a style sheet cannot become another kind of link later', () => {
  const link = el('link', { rel: 'stylesheet', href: 'https://x.example/a.css' });
  const { safe } = standing([], [link]);
  const { attributes } = mutated(safe, { attributes: [{ id: link.id, attributes: { rel: 'import', href: 'javascript:x', onload: 'x' } }] });
  assert.deepEqual(attributes[0].attributes, {});
});

test('drawings neither run, nor move, nor refer to other files', () => {
  for (const tag of ['script', 'foreignObject', 'animate', 'set', 'animateTransform', 'iframe', 'handler']) assert.equal(cleaned(svg(tag)).type, 5, tag);
  assert.deepEqual(cleaned(svg('use', { href: 'https://x.example/a.svg#x', 'xlink:href': 'data:image/svg+xml,x#y' })).attributes, {});
  assert.deepEqual(cleaned(svg('use', { href: '#tick', 'xlink:href': '#tick' })).attributes, { href: '#tick', 'xlink:href': '#tick' });
  assert.deepEqual(cleaned(svg('a', { href: 'javascript:x', 'xlink:href': 'javascript:x' })).attributes, {});
  assert.deepEqual(cleaned(svg('image', { href: 'javascript:x' })).attributes, {});
  assert.equal(cleaned(svg('rect', { fill: 'url(javascript:x)' })).attributes.fill, 'url("data:,")');
});

test('style sheets import nothing, whichever way it is written', () => {
  for (const rule of ['@import "https://x.example/a.css";', '@import url(https://x.example/a.css) screen;', '@IMPORT \'x\';', '@\\69mport "x";', '@\\000069 mport "x";',
    '@im\\port "x";', '@import/**/"x";', '@import url("a;b") layer(x);', '@import "x"']) {
    const out = css(`${rule}\np { color: red }`);
    assert.doesNotMatch(out, /x\.example|mport|"x"/i, rule);
  }
  assert.equal(css('@import "x"; p { color: red }').trim(), 'p { color: red }');
  assert.equal(css('/* @import "x"; */ p::before { content: "@import" }'), '/* @import "x"; */ p::before { content: "@import" }');
});

test('style sheets run nothing, and load only what is allowed', () => {
  assert.doesNotMatch(css('p { width: expression(alert(1)); -moz-binding: url(x); behavior: url(x.htc) }'), /expression|binding:|behavior:/);
  assert.doesNotMatch(css('p { w: e\\78pression(1); beh\\61vior: url(x.htc) }'), /pression|vior/);
  assert.equal(css('html { scroll-behavior: smooth }'), 'html { scroll-behavior: smooth }');
  assert.equal(css('p { background: url(https://x.example/a.png) }'), 'p { background: url("https://x.example/a.png") }');
  for (const url of ['javascript:x', '"javascript:x"', '/logout', '\'/logout\'', `${OWN}/logout`, '\\6a avascript:x', 'blob:x']) {
    assert.equal(css(`p { background: url(${url}) }`), 'p { background: url("data:,") }', url);
  }
  assert.doesNotMatch(css('p { background: u\\72l(/logout) }'), /logout/);
  assert.doesNotMatch(css('p { background: url(https://x.example/a"b) }'), /url\(h/);
});

test('style is checked wherever it comes', () => {
  const style = el('style', { _cssText: '@import "https://x.example/a.css"; p {}' });
  const words = el('style', {}, [text('@import "https://x.example/b.css"; p {}')]);
  const { safe, head } = standing([el('p', { id: 'p', style: 'background: url(javascript:x)' })], [style, words]);
  assert.doesNotMatch(JSON.stringify(head), /x\.example/);
  const sheet = { id: style.id, adds: [{ rule: '@import "https://x.example/a";', index: 0 }, { rule: 'p { color: red }', index: [1, 2] }], removes: [{ index: 3 }, { index: -1 }, { index: 'a' }] };
  assert.deepEqual(safe.clean(change({ source: 8, ...sheet })).event.data, {
    source: 8, id: style.id, adds: [{ rule: '.-removed {}', index: 0 }, { rule: 'p { color: red }', index: [1, 2] }], removes: [{ index: 3 }],
  });
  const put = { id: 1, styles: [{ styleId: 7, rules: [{ rule: 'a { behavior: x }' }] }], styleIds: [7, 'x'] };
  assert.deepEqual(safe.clean(change({ source: 15, ...put })).event.data, { source: 15, id: 1, styles: [{ styleId: 7, rules: [{ rule: 'a { -removed: x }' }] }], styleIds: [7] });
  const set = { id: style.id, index: [0], set: { property: 'background', value: 'url(/logout)', priority: 'important' } };
  assert.deepEqual(safe.clean(change({ source: 13, ...set })).event.data.set, { property: 'background', value: 'url("data:,")', priority: 'important' });
  assert.equal(safe.clean(change({ source: 13, id: style.id, index: ['x'], set: { property: 'a', value: 'b' } })).event, null);
});

test('changed texts of a style sheet are checked as such, others are texts', () => {
  const inside = text('p {}');
  const plain = text('hello');
  const { safe } = standing([plain], [el('style', {}, [inside])]);
  const { texts } = mutated(safe, { texts: [{ id: inside.id, value: '@import "x";' }, { id: plain.id, value: '<script>' }, { id: 9999, value: 'x' }, { id: plain.id, value: {} }] });
  assert.deepEqual(texts, [{ id: inside.id, value: '' }, { id: plain.id, value: '<script>' }]);
});

test('changed attributes are judged by the element they belong to', () => {
  const picture = el('img', { src: 'https://x.example/a.png' });
  const { safe } = standing([picture, el('p', { id: 'x' })]);
  const { attributes } = mutated(safe, {
    attributes: [
      { id: picture.id, attributes: { src: 'javascript:x', onerror: 'x', alt: 'A', title: null, style: { color: 'red', behavior: 'url(x)', width: ['1px', 'important'], height: false, 'a;b': '1' } } },
      { id: 9999, attributes: { id: 'x' } },
    ],
  });
  assert.deepEqual(attributes, [{ id: picture.id, attributes: { alt: 'A', title: null, style: { color: 'red', width: ['1px', 'important'], height: false } } }]);
});

test('kinds of events and sources that are not on the list do not pass', () => {
  const { safe } = standing([]);
  for (const type of [0, 1, 5, 6, 7, 8, 99, '3', null]) assert.equal(safe.clean({ type, timestamp: T, data: { source: 3, id: 1, x: 0, y: 0 } }).event, null, `${type}`);
  for (const source of [7, 9, 10, 11, 14, 16, 99, '__proto__', 'constructor', null]) assert.equal(safe.clean(change({ source, id: 1, x: 1, y: 1 })).event, null, `${source}`);
  for (const junk of [null, undefined, 1, 'x', [], {}, { type: 3, timestamp: T }, { type: 2, timestamp: T, data: {} }]) assert.equal(safe.clean(junk).event, null);
});

test('events without a sane time do not pass', () => {
  const { safe } = standing([]);
  for (const timestamp of [NaN, Infinity, '1', null, T - 120_000, T + 86_400_000]) {
    assert.equal(safe.clean({ type: 4, timestamp, data: { href: '', width: 800, height: 600 } }).event, null, `${timestamp}`);
  }
});

test('a tree that is too deep ends where it is too deep', () => {
  let deep = el('b');
  for (let n = 0; n < DEEPEST + 50; n++) deep = el('div', {}, [deep]);
  let depth = 0;
  for (let node = cleaned(deep); node; node = node.childNodes[0]) depth++;
  assert.ok(depth > 400 && depth <= DEEPEST, `${depth}`);
});

test('a tree that is too large is not shown', () => {
  const safe = createSafe({ own: OWN });
  safe.clean(page(Array.from({ length: MOST + 10 }, () => el('i'))));
  assert.equal(safe.crowded, true);
  assert.equal(standing([el('i')]).safe.crowded, false);
});

test('a tree that grows too large by changes is not shown either, and what goes makes room', () => {
  const { safe } = standing([]);
  for (let round = 0; round < 4; round++) {
    const nodes = Array.from({ length: 20_000 }, () => el('i'));
    mutated(safe, { adds: nodes.map(node => ({ parentId: 5, nextId: null, node })) });
    if (round < 2) mutated(safe, { removes: nodes.map(node => ({ parentId: 5, id: node.id })) });
  }
  assert.equal(safe.crowded, false);
  mutated(safe, { adds: Array.from({ length: 20_001 }, () => ({ parentId: 5, nextId: null, node: el('i') })) });
  assert.equal(safe.crowded, true);
});

test('texts that are too long are left out', () => {
  assert.equal(cleaned(text('a'.repeat(1_000_001))).textContent, '');
  assert.deepEqual(cleaned(el('p', { title: 'a'.repeat(1_000_001) })).attributes, {});
  assert.deepEqual(cleaned(el('p', { style: 'a'.repeat(1_000_001) })).attributes, {});
});

test('an id that stands twice is taken once, and no node is inside itself', () => {
  const twice = el('p');
  assert.equal(standing([twice, { ...el('b'), id: twice.id }]).body.length, 1);
  const outer = el('div', {}, [el('p')]);
  const inner = outer.childNodes[0];
  const { safe } = standing([outer]);
  const { adds } = mutated(safe, { adds: [{ parentId: inner.id, nextId: null, node: { ...outer, childNodes: [] } }, { parentId: outer.id, nextId: null, node: { ...outer } }] });
  assert.deepEqual(adds, []);
});

test('a node that moves is first taken away, then put elsewhere', () => {
  const moving = el('p', {}, [text('a')]);
  const to = el('div');
  const { safe } = standing([moving, to]);
  const { adds, removes } = mutated(safe, {
    removes: [{ parentId: 5, id: moving.id }],
    adds: [{ parentId: moving.id, nextId: null, node: moving.childNodes[0] }, { parentId: to.id, nextId: null, node: { ...moving, childNodes: [] } }],
  });
  assert.deepEqual(removes, [{ parentId: 5, id: moving.id }]);
  assert.deepEqual(adds.map((/** @type {any} */ one) => one.node.id), [moving.id, moving.childNodes[0].id]);
});

test('neighbours that are not there are not waited for', () => {
  const { safe } = standing([el('p')]);
  const { adds } = mutated(safe, { adds: [{ parentId: 5, nextId: 777777, previousId: 888888, node: el('p') }, { parentId: 4711, nextId: null, node: el('p') }, { parentId: 5 }, null] });
  assert.deepEqual([adds.length, adds[0].nextId, adds[0].previousId], [1, null, undefined]);
});

test('ids and nodes of no known kind do not pass', () => {
  for (const bad of [-1, 0, 1.5, '7', 2 ** 31, null, {}, NaN]) assert.equal(standing([{ ...el('p'), id: bad }]).body.length, 0, `${bad}`);
  for (const type of [0, 9, '2', null]) assert.equal(cleaned({ ...el('p'), type }).type, 5, `${type}`);
  assert.equal(cleaned({ ...text('x'), type: 4 }).type, 3);
  assert.equal(cleaned({ type: 5, id: 5555, textContent: 'x' }).textContent, '');
  assert.equal(standing([null, 'x', 7]).body.length, 0);
});

test('keys that reach for the prototype do not', () => {
  const evil = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "x", "hasOwnProperty": "x", "class": "a"}');
  const out = cleaned(el('p', evil)).attributes;
  assert.deepEqual(Object.entries(out), [['class', 'a']]);
  assert.equal(Object.getPrototypeOf(out), Object.prototype);
  const { safe, body } = standing([el('p', { id: 'x' })]);
  const { attributes } = mutated(safe, { attributes: [{ id: body[0].id, attributes: JSON.parse('{"__proto__": null, "style": {"__proto__": "x"}}') }] });
  assert.equal(Object.getPrototypeOf(attributes[0].attributes), Object.prototype);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test('only page and root may stand at the top, so that the player does not stumble', () => {
  const safe = createSafe({ own: OWN });
  const top = page([]);
  top.data.node.childNodes.unshift(/** @type {any} */ (text('x')), el('p'), svg('html'));
  const { event } = safe.clean(top);
  assert.deepEqual(event.data.node.childNodes.map((/** @type {any} */ node) => node.type), [5, 5, 5, 1, 2]);
  assert.deepEqual(mutated(safe, { removes: [{ parentId: 0, id: 1 }] }).removes, []);
});

test('shadow trees only where the platform has them', () => {
  assert.equal(cleaned(el('input', {}, [], { isShadowHost: true })).isShadowHost, undefined);
  const host = cleaned(el('x-a', {}, [el('p', {}, [], { isShadow: true })], { isShadowHost: true }));
  assert.deepEqual([host.isShadowHost, host.childNodes[0].isShadow], [true, true]);
  assert.equal(cleaned(el('div', {}, [el('p', {}, [], { isShadow: true })])).childNodes[0].isShadow, undefined);
});

test('a modal dialog is drawn as one, but not opened as one', () => {
  assert.deepEqual(cleaned(el('dialog', { open: '', rr_open_mode: 'modal' })).attributes, { open: '', 'data-modal': '' });
});

test('pointer, scrolling, size and entries pass as numbers and texts', () => {
  const { safe } = standing([]);
  const take = (/** @type {object} */ data) => safe.clean(change(data)).event?.data;
  assert.deepEqual(take({ source: 1, positions: [{ x: 1, y: 2, id: 3 }, { x: 4, y: 5, id: 6, timeOffset: -5 }] }), { source: 1, positions: [{ x: 4, y: 5, id: 1, timeOffset: 0 }] });
  assert.equal(take({ source: 1, positions: [{ x: '1', y: 2 }] }), undefined);
  assert.deepEqual(take({ source: 2, type: 2, id: 5, x: 1, y: 2 }), { source: 2, type: 2, id: 1, x: 1, y: 2 });
  assert.equal(take({ source: 2, type: 5, id: 5, x: 1, y: 2 }), undefined);
  assert.deepEqual(take({ source: 3, id: 5, x: 0, y: 300, extra: 1 }), { source: 3, id: 5, x: 0, y: 300 });
  assert.equal(take({ source: 3, id: 999_999, x: 0, y: 1 }), undefined);
  assert.equal(take({ source: 4, width: 1e9, height: 10 }), undefined);
  assert.deepEqual(take({ source: 5, id: 5, text: '•••••', isChecked: 'yes' }), { source: 5, id: 5, text: '•••••', isChecked: false });
});

test('a page\'s address is one of the web, or none', () => {
  assert.equal(pageAddress('https://shop.example/a'), 'https://shop.example/a');
  for (const bad of ['javascript:x', 'data:text/html,x', 7, null, 'https://']) assert.equal(pageAddress(bad), '');
});

test('how much an event changes is counted before anything is left out', () => {
  const { safe } = standing([]);
  assert.equal(safe.clean(change({ source: 0, adds: [1, 2], removes: [3], texts: 'x', attributes: [{}] })).changes, 5);
});
