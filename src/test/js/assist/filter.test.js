import test from 'node:test';
import assert from 'node:assert/strict';
import { Filter } from '../../../../webapp/widget/assist/page/filter.js';
import { attribute, change, comment, el, input, mutation, page, pageWith, text } from './tools.js';

const CANARY = 'Canary-47-Zq';

/** All that would be sent. @param {Filter} filter @param {...any} events */
const sent = (filter, ...events) => JSON.stringify(events.map(event => filter.clean(event)));
/** @param {string} found @param {string} [canary] */
const silent = (found, canary = CANARY) => assert.ok(!found.toLowerCase().includes(canary.toLowerCase()), found);

/** One page each, in which the canary stands where no agent may see it. @type {Record<string, () => any[]>} */
const fields = {
  password: () => [page(el('input', { type: 'password', value: CANARY }))],
  'hidden input': () => [page(el('input', { type: 'hidden', value: CANARY }))],
  'hidden input with show': () => [page(el('div', { 'data-deskbell': 'show' }, el('input', { type: 'hidden', value: CANARY })))],
  'file input with show': () => [page(el('input', { type: 'file', value: CANARY, 'data-deskbell': 'show' }))],
  'one-time code': () => [page(el('input', { autocomplete: 'one-time-code', value: CANARY, 'data-deskbell': 'show' }))],
  'card number by autocomplete': () => [page(el('input', { autocomplete: 'section-pay cc-number', value: CANARY, 'data-deskbell': 'show' }))],
  'new password by autocomplete': () => [page(el('input', { type: 'text', autocomplete: 'new-password', value: CANARY, 'data-deskbell': 'show' }))],
  ...Object.fromEntries(['cardNumber', 'card-no', 'cvv2', 'IBAN', 'user_ssn', 'otp1', 'pin', 'pinCode', 'csrf_token', 'passwort'].map(name =>
    [`field named ${name}`, () => [page(el('input', { name, value: CANARY, 'data-deskbell': 'show' }))]])),
  ...Object.fromEntries(['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'month', 'week', 'range', 'color', 'submit', 'button', 'image'].map(type =>
    [`input of type ${type}`, () => [page(el('input', { type, value: CANARY, placeholder: CANARY, alt: CANARY, title: CANARY }))]])),
  'input without type': () => [page(el('input', { value: CANARY }))],
  'checkbox value': () => [page(el('input', { type: 'checkbox', value: CANARY, checked: true }))],
  'radio value': () => [page(el('input', { type: 'radio', value: CANARY }))],
  'radio chosen': () => {
    const radio = el('input', { type: 'radio', value: CANARY });
    return [page(radio), input(radio, CANARY, true)];
  },
  'textarea value': () => [page(el('textarea', { value: CANARY }))],
  'textarea child': () => [page(el('textarea', {}, CANARY))],
  'select options': () => [page(el('select', { value: CANARY }, el('optgroup', { label: CANARY }, el('option', { value: CANARY, selected: true, label: CANARY }, CANARY))))],
  'datalist options': () => [page(el('datalist', { id: 'towns' }, el('option', { value: CANARY }, CANARY)))],
  contenteditable: () => [page(el('div', { contenteditable: '' }, el('p', {}, 'a', el('b', { title: CANARY }, CANARY), el('a', { href: `https://x.example/${CANARY}` }, CANARY))))],
  'contenteditable false within true': () => [page(el('div', { contenteditable: 'true' }, el('span', { contenteditable: 'false' }, CANARY)))],
  'an editor that draws its text': () => [page(el('div', { class: 'wide ace_editor ace-tm' }, el('div', {}, el('span', { title: CANARY }, CANARY))), el('div', { class: 'CodeMirror' }, CANARY))],
  'an editor made of an element': () => {
    const box = el('pre', { class: 'code' }, el('span', {}));
    return [page(box), attribute(box, { class: 'code monaco-editor' }), mutation({ adds: [{ parentId: box.id, nextId: null, node: el('i', {}, CANARY) }] })];
  },
  'contenteditable by mutation': () => {
    const words = text('Old');
    const box = el('div', {}, words);
    return [page(box), attribute(box, { contenteditable: 'plaintext-only' }), mutation({ texts: [{ id: words.id, value: CANARY }] })];
  },
  'added inside contenteditable': () => {
    const box = el('div', { contenteditable: 'true' });
    return [page(box), mutation({ adds: [{ parentId: box.id, nextId: null, node: text(CANARY) }] })];
  },
  'role textbox': () => [page(el('div', { role: 'textbox' }, CANARY))],
  'role listbox': () => [page(el('ul', { role: 'listbox' }, el('li', { role: 'option', 'aria-selected': 'true', title: CANARY }, CANARY)))],
  placeholder: () => [page(el('input', { placeholder: CANARY }), el('textarea', { placeholder: CANARY }))],
  'value by mutation': () => {
    const field = el('input', { type: 'text' });
    return [page(field), attribute(field, { value: CANARY })];
  },
  'placeholder by mutation': () => {
    const field = el('input', {});
    return [page(field), attribute(field, { placeholder: CANARY })];
  },
  'typed text': () => {
    const field = el('input', {});
    return [page(field), input(field, CANARY)];
  },
  'typed into select': () => {
    const field = el('select', {});
    return [page(field), input(field, CANARY)];
  },
  'show-password toggle': () => {
    const field = el('input', { type: 'password', 'data-deskbell': 'show' });
    return [page(field), input(field, CANARY), attribute(field, { type: 'text' }), input(field, CANARY), attribute(field, { value: CANARY })];
  },
  'password and then a new snapshot as text': () => {
    const field = el('input', { type: 'password', 'data-deskbell': 'show' });
    return [page(field), page({ ...field, attributes: { type: 'text', value: CANARY, 'data-deskbell': 'show' } })];
  },
  'another field in the place of a password': () => {
    const field = el('input', { type: 'password', name: 'mine' });
    const other = el('input', { type: 'text', name: 'mine', value: CANARY, 'data-deskbell': 'show' });
    const body = el('div', {}, field);
    return [page(body), mutation({ removes: [{ id: field.id, parentId: body.id }], adds: [{ parentId: body.id, nextId: null, node: other }] })];
  },
  'password inside shown': () => [page(el('form', { 'data-deskbell': 'show' }, el('input', { type: 'password', value: CANARY })))],
  'secret contenteditable': () => [page(el('div', { contenteditable: 'true', id: 'card-number', 'data-deskbell': 'show' }, CANARY))],
  'input in a shadow root': () => [page(el('my-field', {}, { ...el('input', { value: CANARY }), isShadow: true }))],
  'custom element attribute': () => [page(el('my-field', { value: CANARY, label2: CANARY, model: CANARY }))],
  'aria-valuetext': () => [page(el('div', { role: 'slider', 'aria-valuetext': CANARY, 'aria-valuenow': CANARY }))],
  'data attributes': () => [page(el('div', { 'data-user': CANARY, 'data-deskbell-x': CANARY }))],
  'data attribute by mutation': () => {
    const box = el('div', {});
    return [page(box), attribute(box, { 'data-user': CANARY })];
  },
  handlers: () => [page(el('div', { onclick: `go('${CANARY}')`, ONCLICK: CANARY }))],
  srcdoc: () => [page(el('iframe', { srcdoc: CANARY, rr_src: `https://x.example/${CANARY}`, src: CANARY, name: CANARY }, text(CANARY)))],
  object: () => [page(el('object', { data: CANARY }, text(CANARY)), el('embed', { src: CANARY }))],
  canvas: () => [page(el('canvas', { rr_dataURL: `data:image/png;base64,${CANARY}` }, CANARY))],
  'link query and fragment': () => [page(el('a', { href: `https://x.example/a?q=${CANARY}#${CANARY}`, ping: CANARY, download: CANARY }, 'A'))],
  'link with a user': () => [page(el('a', { href: `https://${CANARY}:${CANARY}@x.example/a` }, 'A'))],
  'javascript link': () => [page(el('a', { href: `javascript:go('${CANARY}')` }, 'A'))],
  'data link': () => [page(el('a', { href: `data:text/html,${CANARY}` }, 'A'))],
  'blob image': () => [page(el('img', { src: `blob:https://x.example/${CANARY}`, srcset: `blob:${CANARY} 2x` }))],
  'form action': () => [page(el('form', { action: `https://x.example/${CANARY}?a=${CANARY}`, name: CANARY }), el('button', { formaction: CANARY, value: CANARY, name: CANARY }, 'Go'))],
  'image with a signed address': () => [page(el('img', { src: `https://x.example/a.png?Signature=${CANARY}`, srcset: `https://x.example/a.png?sessionid=${CANARY} 2x, https://x.example/b.png?long=${'x'.repeat(60)}${CANARY} 3x` }))],
  'page address': () => [{ type: 4, timestamp: 1, data: { href: `https://x.example/a?reset=${CANARY}#${CANARY}`, width: 10, height: 10, more: CANARY } }],
  'meta content': () => [pageWith([el('meta', { name: 'csrf', content: CANARY }), el('meta', { 'http-equiv': 'refresh', content: CANARY }), el('meta', { property: CANARY })])],
  'link elements': () => [pageWith([el('link', { rel: 'canonical', href: `https://x.example/${CANARY}` }), el('link', { rel: 'stylesheet', href: `https://x.example/a.css?token=${CANARY}` })])],
  base: () => [pageWith([el('base', { href: `https://${CANARY}.example/` })])],
  script: () => [page(el('script', { src: CANARY, id: CANARY }, CANARY))],
  noscript: () => [page(el('noscript', { id: CANARY }, CANARY))],
  template: () => [page(el('template', {}, CANARY))],
  comment: () => [page(comment(CANARY))],
  'doctype ids': () => [{ ...page(), data: { ...page().data, node: { id: 9_000, type: 0, childNodes: [{ id: 9_001, type: 1, name: CANARY, publicId: CANARY, systemId: CANARY }] } } }],
  'style text loading data': () => [page(el('style', {}, `a { background: url("data:text/html,${CANARY}") } b { background: url(blob:${CANARY}) } @import url("data:text/css,${CANARY}"); /* ${CANARY} */`))],
  'inlined style text': () => [page(el('style', { _cssText: `@import "ftp://x.example/${CANARY}"; a { background: url(https://x.example/i.png?token=${CANARY}) }` }))],
  'hidden part': () => [page(el('section', { 'data-deskbell': 'hide', class: CANARY, title: CANARY }, CANARY, el('b', {}, CANARY)))],
  'hidden part recorded as a box': () => [page(el('section', { rr_width: '10px', rr_height: '10px', class: CANARY }))],
  'hidden input in a hidden part inside shown': () => [page(el('div', { 'data-deskbell': 'show' }, el('div', { 'data-deskbell': 'hide' }, el('input', { value: CANARY }))))],
  'added to a hidden part': () => {
    const box = el('div', { 'data-deskbell': 'hide' });
    return [page(box), mutation({ adds: [{ parentId: box.id, nextId: null, node: el('p', {}, CANARY) }] })];
  },
  'hidden later': () => {
    const words = text('Old');
    const box = el('div', {}, el('p', {}, words));
    return [page(box), attribute(box, { 'data-deskbell': 'hide', class: CANARY }), mutation({ texts: [{ id: words.id, value: CANARY }] })];
  },
  'nodes nobody told of': () => [page(), mutation({ texts: [{ id: 99_999, value: CANARY }], attributes: [{ id: 99_999, attributes: { title: CANARY } }], adds: [{ parentId: 99_999, nextId: null, node: text(CANARY) }] })],
  'what is inside an iframe': () => {
    const frame = el('iframe');
    return [page(frame), mutation({ adds: [{ parentId: frame.id, nextId: null, node: el('p', {}, CANARY) }] })];
  },
  'events of other types': () => [5, 6, 0, 1, 7, 8].map(type => ({ type, timestamp: 1, data: { tag: CANARY, plugin: CANARY, payload: CANARY } })),
  'sources that are not known': () => [9, 10, 11, 16, 17].map(source => change({ source, id: 1, text: CANARY, family: CANARY, commands: [CANARY], define: { name: CANARY } })),
  'more in known sources': () => {
    const box = el('p', {}, 'x');
    return [page(box), change({ source: 3, id: box.id, x: 1, y: 2, more: CANARY }), change({ source: 2, id: box.id, type: 2, x: 1, y: 1, more: CANARY }),
      change({ source: 1, positions: [{ id: box.id, x: 1, y: 1, timeOffset: 0, more: CANARY }] }), change({ source: 4, width: 1, height: CANARY }), change({ source: 7, id: box.id, type: 1, currentTime: CANARY })];
  },
  'a style sheet of a hidden part': () => [page(), change({ source: 8, id: 99_999, adds: [{ rule: CANARY }] })],
};

for (const [name, events] of Object.entries(fields)) {
  test(`nothing is sent of: ${name}`, () => silent(sent(new Filter(), ...events())));
}

/** Where a page repeats what somebody typed elsewhere. @type {Record<string, (canary: string) => any>} */
const echoes = {
  text: canary => el('p', {}, `Hello ${canary}s, welcome`),
  'text in other case': canary => el('p', {}, canary.toUpperCase()),
  title: canary => el('p', { title: canary }, 'x'),
  alt: canary => el('img', { alt: `Picture of ${canary}` }),
  'aria-label': canary => el('p', { 'aria-label': canary }, 'x'),
  class: canary => el('p', { class: `user-${canary}` }),
  id: canary => el('p', { id: `u${canary}` }),
  path: canary => el('a', { href: `https://x.example/users/${canary}/home` }, 'x'),
  'image path': canary => el('img', { src: `https://x.example/${canary}.png` }),
  style: canary => el('p', { style: `--who: ${canary}; background: url("https://x.example/${canary}.png")` }),
  'style text': canary => el('style', {}, `p::before { content: "Hi ${canary}" } .${canary} { color: red }`),
  'shown field': canary => el('input', { value: canary, 'data-deskbell': 'show' }),
};
for (const [name, echo] of Object.entries(echoes)) {
  test(`what was typed is not sent from: ${name}`, () => {
    const filter = new Filter();
    const field = el('input', { type: 'email' });
    sent(filter, page(field), input(field, CANARY));
    silent(sent(filter, page(field, echo(CANARY))));
  });
}

test('what was typed is not sent from a text that comes before the field, later, nor from a rule', () => {
  const filter = new Filter();
  const words = text('Old');
  const field = el('input', { value: CANARY });
  silent(sent(filter, page(el('p', {}, CANARY, words), field), mutation({ texts: [{ id: words.id, value: `Hi ${CANARY}` }] }),
    change({ source: 8, styleId: 1, adds: [{ rule: `p::after { content: "${CANARY}" }` }] }), change({ source: 13, styleId: 1, index: [0], set: { property: '--a', value: CANARY } }),
    change({ source: 15, id: undefined, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: `a { --b: ${CANARY} }` }] }] })));
});

test('what was typed is not sent at any of its states', () => {
  const filter = new Filter();
  const field = el('input', {});
  sent(filter, page(field), input(field, 'Zebr'), input(field, 'Zebra'), input(field, 'Zebraxy'), input(field, ''));
  const found = sent(filter, page(el('p', {}, 'Zebr and Zebra and Zebraxyq')));
  silent(found, 'zebr');
  assert.match(found, /••••• and ••••• and •••••q/);
});

test('a mask tells nothing of the length', () => {
  const [short, long] = ['ab', 'a'.repeat(300)].map(value => {
    const clean = new Filter().clean(page({ ...el('input', { value }), id: 7_000 }));
    return JSON.stringify(clean).match(/"value":"[^"]*"/)?.[0];
  });
  assert.equal(short, '"value":"•••••"');
  assert.equal(long, short);
});

test('scrolling and selecting in a masked field are not told', () => {
  const field = el('div', { contenteditable: 'true', rr_scrollLeft: 40 }, 'abc');
  const filter = new Filter();
  const [snapshot, ...rest] = [page(field), change({ source: 3, id: field.id, x: 5, y: 0 }), change({ source: 14, ranges: [{ start: field.childNodes[0].id, startOffset: 3, end: field.childNodes[0].id, endOffset: 3 }] })].map(event => filter.clean(event));
  assert.ok(!JSON.stringify(snapshot).includes('rr_scrollLeft'));
  assert.deepEqual(rest, [null, null]);
});

test('what the page alone can tell is asked for', () => {
  const field = el('input', { type: 'text', value: CANARY, 'data-deskbell': 'show' });
  const part = el('p', {}, CANARY);
  const live = { secret: (/** @type {number} */ id) => id === field.id, hidden: (/** @type {number} */ id) => id === part.id, editing: () => false };
  silent(sent(new Filter(live), page(field, part)));
  silent(sent(new Filter({ secret: () => false, hidden: () => false, editing: () => true }), page(el('p', {}, CANARY))));
});

test('the page itself goes through', () => {
  const found = new Filter().clean(page(el('main', { class: 'shop', style: 'color: red', role: 'main' }, el('h1', { title: 'Shop' }, 'Tea and coffee'),
    el('img', { src: 'https://x.example/tea.png?w=200', alt: 'A cup' }), el('a', { href: 'https://x.example/tea/green?utm=1' }, 'Green tea'),
    el('svg', { viewBox: '0 0 1 1' }, el('path', { d: 'M0 0', fill: 'url(#a)' })), el('progress', { value: '3', max: '5' }))));
  for (const part of ['Tea and coffee', 'tea.png?w=200', 'A cup', 'https://x.example/tea/green"', 'Green tea', 'M0 0', 'url(\\"#a\\")', '"value":"3"', 'color: red']) assert.ok(JSON.stringify(found).includes(part), part);
});

test('a field that the site opted in is shown as it is', () => {
  const field = el('input', { type: 'text', name: 'town', value: 'Bath', placeholder: 'Town' });
  const box = el('input', { type: 'checkbox', checked: true });
  const choice = el('select', { value: 'tea' }, el('option', { value: 'tea' }, 'Tea'));
  const filter = new Filter();
  const found = sent(filter, page(el('form', { 'data-deskbell': 'show' }, field, box, choice)), input(field, 'Bathford'), input(box, 'on', true), input(choice, 'tea'));
  for (const part of ['"value":"Bath"', '"placeholder":"Town"', '"checked":true', '"textContent":"Tea"', '"text":"Bathford"', '"isChecked":true', '"text":"tea"']) assert.ok(found.includes(part), part);
});

test('a masked field still tells that there is something in it', () => {
  const field = el('input', { type: 'text' });
  const filter = new Filter();
  filter.clean(page(field));
  assert.deepEqual(filter.clean(input(field, 'Bath')).data, { source: 5, id: field.id, text: '•••••', isChecked: false });
  assert.equal(filter.clean(input(field, '')).data.text, '');
});

test('a change of what is shown or hidden asks for a new snapshot', () => {
  const box = el('div', {}, 'x');
  const filter = new Filter();
  filter.clean(page(box));
  filter.clean(attribute(box, { class: 'a' }));
  assert.equal(filter.stale, false);
  filter.clean(attribute(box, { 'data-deskbell': 'hide' }));
  assert.equal(filter.stale, true);
  filter.clean(page(box));
  assert.equal(filter.stale, false);
});

test('removals and moves keep what is known', () => {
  const one = el('p', {}, 'one');
  const box = el('div', {}, one);
  const filter = new Filter();
  filter.clean(page(box));
  const moved = filter.clean(mutation({ removes: [{ id: one.id, parentId: box.id }], adds: [{ parentId: box.id, nextId: null, node: { ...one, childNodes: [] } }, { parentId: one.id, nextId: null, node: one.childNodes[0] }] }));
  assert.equal(moved.data.removes.length, 1);
  assert.equal(moved.data.adds[1].node.textContent, 'one');
  filter.clean(mutation({ removes: [{ id: box.id, parentId: filter.clean(page(box)).data.node.childNodes[0].childNodes[1].id }] }));
  assert.equal(filter.clean(mutation({ texts: [{ id: one.childNodes[0].id, value: 'two' }] })), null);
});

test('ten thousand nodes are filtered in a blink', () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => el('tr', { class: 'row' }, el('td', { title: `Row ${at}` }, `Some words about row ${at}`)));
  const field = el('input', { value: 'Something else that was typed' });
  const filter = new Filter();
  const whole = page(field, el('table', {}, ...rows));
  filter.clean(whole);
  const began = performance.now();
  filter.clean(whole);
  assert.ok(performance.now() - began < 500);
});
