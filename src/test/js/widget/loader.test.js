import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const source = readFileSync(new URL('../../../../webapp/widget/deskbell.js', import.meta.url), 'utf8');
const SITE = { key: 'demo', base: 'https://chat.example/app', name: 'Shop', accent: '#2f6f5e', onAccent: '#ffffff', side: 'right', icon: 'chat', scheme: 'auto', label: '' };

/** A page as far as the loader looks at it. @param {{site?: object, dataset?: Record<string, string>, kept?: string, queue?: any[]}} [given] */
function page({ site = SITE, dataset = {}, kept, queue } = {}) {
  /** @type {any[]} */ const made = [];
  /** @type {any[]} */ const posted = [];
  /** @type {Map<string, (event: any) => void>} */ const hearers = new Map();
  /** @type {string[]} */ const events = [];
  /** @type {string[]} */ const warned = [];
  /** @type {Record<string, string>} */
  const storage = kept ? { 'deskbell.demo': kept } : {};
  /** @param {string} name @returns {any} */
  const element = name => {
    const node = {
      localName: name, children: /** @type {any[]} */ ([]), dataset: {}, style: {}, hidden: false, attributes: {},
      append(/** @type {any[]} */ ...nodes) { this.children.push(...nodes); }, before(/** @type {any} */ other) { made.push(other); }, remove() {}, focus() {},
      setAttribute(/** @type {string} */ key, /** @type {string} */ value) { /** @type {any} */ (this.attributes)[key] = value; },
      attachShadow() { return Object.assign(element('shadow'), { activeElement: null }); },
      contentWindow: { postMessage: (/** @type {any} */ message, /** @type {string} */ origin) => posted.push([message, origin]) },
    };
    made.push(node);
    return node;
  };
  const window = {
    DeskbellSite: site, Deskbell: queue, location: { href: 'https://shop.example/p' }, navigator: { language: 'en' }, URL, Object, CustomEvent, Number, Math, Array,
    CSSStyleSheet: class { replaceSync() {} }, matchMedia: () => ({ matches: false }), setInterval: () => 0, clearInterval() {}, structuredClone, console: { warn: (/** @type {string} */ text) => warned.push(text) },
    localStorage: storage,
    addEventListener: (/** @type {string} */ name, /** @type {any} */ hear) => hearers.set(name, hear), removeEventListener() {},
    dispatchEvent: (/** @type {any} */ event) => events.push(event.type),
    document: {
      currentScript: { src: 'https://chat.example/app/widget/deskbell.js?site=demo', dataset }, createElement: element, createElementNS: (/** @type {any} */ _, /** @type {string} */ name) => element(name),
      documentElement: { lang: '', style: {} }, body: element('body'), head: element('head'), title: 'Shop', referrer: '', cookie: '', addEventListener() {},
    },
  };
  /** @type {any} */ const self = window;
  self.window = self;
  made.length = 0;
  runInContext(source, createContext(self));
  return { self, made, posted, events, warned, storage, frames: () => made.filter(node => node.localName === 'iframe'), hear: (/** @type {any} */ event) => hearers.get('message')?.(event) };
}

test('before the click there is a button, no frame and nothing stored', () => {
  const { made, frames, storage } = page();
  assert.ok(made.some(node => node.localName === 'button'));
  assert.equal(frames().length, 0);
  assert.deepEqual(storage, {});
});

test('with the consent gate closed nothing is done at all', () => {
  const { self, made } = page({ dataset: { consent: 'wait' } });
  assert.equal(made.length, 0);
  self.Deskbell.consent(true);
  assert.ok(made.some(node => node.localName === 'button'));
});

test('a tag that names its site asks once more with the key', () => {
  const { made } = page({ site: /** @type {any} */ (null), dataset: { site: 'demo', consent: 'wait' } });
  assert.equal(made.length, 1);
  assert.equal(made[0].src, 'https://chat.example/app/widget/deskbell.js?site=demo');
  assert.equal(made[0].dataset.consent, 'wait');
});

test('a running conversation loads the window at once, one that is over does not', () => {
  assert.equal(page({ kept: '2' }).frames().length > 0, true);
  assert.equal(page({ kept: '1' }).frames().length, 0);
});

test('while nobody is there a site may have no button, but who is in a conversation keeps it', () => {
  const site = { ...SITE, hide: true };
  assert.equal(page({ site }).made.length, 0);
  assert.equal(page({ site, kept: '1' }).made.length, 0);
  assert.equal(page({ site, kept: '2' }).frames().length > 0, true);
});

test('where the window is loaded without being asked for, what it keeps is wiped on a later page as well', () => {
  const looking = page({ site: /** @type {any} */ ({ ...SITE, load: true }) });
  assert.equal(looking.frames().length > 0, true);
  assert.equal(looking.storage['deskbell.demo'], 1);

  for (const wipe of [['reset'], ['consent', false]]) {
    const later = page({ kept: '1', dataset: { consent: 'wait' }, queue: [wipe] });
    const [frame] = later.frames();
    frame.onload();
    assert.equal(later.posted.at(-1)[0].wipe, true);
    later.hear({ source: frame.contentWindow, origin: 'https://chat.example', data: { deskbell: 'gone' } });
    assert.equal(later.storage['deskbell.demo'], 0);
  }
});

test('the note in a cookie of the sub-domains says it too, and nothing is kept before the consent', () => {
  const dataset = { domain: 'shop.example', consent: 'wait' };
  const { self } = page({ site: /** @type {any} */ ({ ...SITE, load: true }), dataset });
  assert.equal(self.document.cookie, '');
  self.Deskbell.consent(true);
  assert.match(self.document.cookie, /^deskbell\.demo=1;domain=shop\.example;/);
});

test('what was queued before the script came is done', () => {
  const { frames, events } = page({ queue: [['identify', '42', { name: 'Lin' }], ['open'], ['nonsense']] });
  assert.ok(frames().length > 0);
  assert.ok(events.includes('deskbell:open'));
});

test('the address of the window names the site and nothing about the visitor; messages go to our origin only', () => {
  const { self, frames, posted } = page();
  self.Deskbell.identify('42', { name: 'Lin' }, 'proof');
  self.Deskbell.open();
  const [frame] = frames();
  assert.equal(frame.src, 'https://chat.example/app/widget/window?site=demo');
  assert.equal(posted.length, 0);
  frame.onload();
  assert.deepEqual(posted.map(([, origin]) => origin), ['https://chat.example']);
  assert.equal(posted[0][0].open, true);
});

test('only the window is heard: not others, not another origin, not another shape, and a flood does no harm', () => {
  const { self, frames, hear, events } = page();
  self.Deskbell.open();
  const [frame] = frames();
  const source = frame.contentWindow;
  const data = { deskbell: 'unread', count: 3 };
  hear({ source: {}, origin: 'https://chat.example', data });
  hear({ source, origin: 'https://evil.example', data });
  for (const shape of [null, 7, {}, { deskbell: 'toString' }, { deskbell: '__proto__' }, { deskbell: 'unread', count: 'x' }, { deskbell: 'unread', count: 1.5 }]) {
    for (let i = 0; i < 1_000; i++) hear({ source, origin: 'https://chat.example', data: shape });
  }
  assert.equal(events.filter(name => name === 'deskbell:unread').length, 0);
  assert.equal(self.document.title, 'Shop');
  hear({ source, origin: 'https://chat.example', data });
  assert.equal(self.document.title, '(3) Shop');
  hear({ source, origin: 'https://chat.example', data: { deskbell: 'unread', count: 0 } });
  assert.equal(self.document.title, 'Shop');
});

test('what the page says of the customer and of the conversation is told with everything else, and stays', () => {
  const { self, frames, posted, hear, warned } = page({ queue: [['setConversationAttributes', { order: 4711 }]] });
  self.Deskbell.setAttributes({ plan: 'gold' });
  self.Deskbell.identify('42', { seats: 5 });
  self.Deskbell.setAttributes({ trial: true, seats: null });
  self.Deskbell.open();
  const [frame] = frames();
  frame.onload();
  assert.deepEqual(JSON.parse(JSON.stringify(posted.at(-1)[0].who)), { id: '42', attributes: { seats: null, trial: true }, about: { order: 4711 } });
  self.Deskbell.setConversationAttributes({ order: 4712, step: 'paid' });
  assert.deepEqual({ ...posted.at(-1)[0].who.about }, { order: 4712, step: 'paid' });
  assert.throws(() => self.Deskbell.setAttributes({ done() {} }));
  assert.equal(posted.at(-1)[0].who.attributes.done, undefined);
  hear({ source: frame.contentWindow, origin: 'https://chat.example', data: { deskbell: 'warn', text: 'left out' } });
  assert.deepEqual(warned, ['left out']);
  self.Deskbell.reset();
  assert.deepEqual({ ...posted.at(-1)[0].who }, {});
});
