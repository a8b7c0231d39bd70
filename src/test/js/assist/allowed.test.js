import test from 'node:test';
import assert from 'node:assert/strict';
import { mayChoose, mayClick, mayFill, mayGo } from '../../../../webapp/widget/assist/page/allowed.js';

const HERE = 'https://shop.example/cart';
const page = [{ tag: 'main' }, { tag: 'body' }, { tag: 'html' }];

/** @param {any} part */
const click = part => mayClick([part, ...page], HERE);

test('plain things may be clicked', () => {
  for (const part of [{ tag: 'div' }, { tag: 'button' }, { tag: 'button', type: 'button', inForm: true }, { tag: 'button', type: 'reset', inForm: true }, { tag: 'a', href: '/tea' }, { tag: 'a', href: 'https://shop.example/tea#x' }, { tag: 'a', href: '#x' }, { tag: 'summary' }, { tag: 'input', type: 'checkbox', inForm: true }]) {
    assert.equal(click(part), true, JSON.stringify(part));
  }
});

test('nothing that sends a form, pays, leads away or is hidden may be clicked', () => {
  for (const part of [
    { tag: 'button', inForm: true }, { tag: 'button', type: 'submit' }, { tag: 'button', type: 'nonsense', inForm: true }, { tag: 'input', type: 'submit' }, { tag: 'input', type: 'image' }, { tag: 'input', type: 'file' },
    { tag: 'input', masked: true }, { tag: 'input', secret: true }, { tag: 'div', hidden: true }, { tag: 'deskbell-chat', ours: true }, { tag: 'iframe' },
    { tag: 'a', href: 'javascript:void(0)' }, { tag: 'a', href: ' java\nscript:void(0)' }, { tag: 'a', href: 'https://other.example/' }, { tag: 'a', href: '//other.example/' }, { tag: 'a', href: 'http://shop.example/' }, { tag: 'a', href: 'mailto:a@b.example' },
    { tag: 'a', href: 'blob:https://shop.example/1' }, { tag: 'a', href: '/tea', download: true }, { tag: 'label', control: { tag: 'input', masked: true } }, { tag: 'label', control: { tag: 'input', type: 'submit' } },
  ]) assert.equal(click(part), false, JSON.stringify(part));
});

test('what stands around counts as well', () => {
  assert.equal(mayClick([{ tag: 'span' }, { tag: 'button', inForm: true }, ...page], HERE), false);
  assert.equal(mayClick([{ tag: 'b' }, { tag: 'a', href: 'https://other.example/' }, ...page], HERE), false);
  assert.equal(mayClick([{ tag: 'b' }, { tag: 'section', hidden: true }, ...page], HERE), false);
  assert.equal(mayClick([{ tag: 'b' }, { tag: 'div', masked: true }, ...page], HERE), false);
  assert.equal(mayClick([], HERE), false);
});

test('only fields the site opted in may be filled', () => {
  assert.equal(mayFill([{ tag: 'input' }, ...page]), true);
  assert.equal(mayFill([{ tag: 'textarea' }, ...page]), true);
  for (const part of [{ tag: 'input', masked: true }, { tag: 'input', secret: true }, { tag: 'input', disabled: true }, { tag: 'input', type: 'password' }, { tag: 'input', type: 'file' }, { tag: 'input', type: 'hidden' }, { tag: 'input', type: 'checkbox' }, { tag: 'div' }, { tag: 'select' }]) {
    assert.equal(mayFill([part, ...page]), false, JSON.stringify(part));
  }
  assert.equal(mayFill([{ tag: 'input' }, { tag: 'form', hidden: true }, ...page]), false);
});

test('only selects the site opted in may be chosen from', () => {
  assert.equal(mayChoose([{ tag: 'select' }, ...page]), true);
  for (const part of [{ tag: 'select', masked: true }, { tag: 'select', disabled: true }, { tag: 'input' }]) assert.equal(mayChoose([part, ...page]), false);
});

test('the way may lead to pages of the same origin only', () => {
  for (const address of ['/tea', 'https://shop.example/a?b#c', '?page=2']) assert.equal(mayGo(address, HERE), true, address);
  for (const address of ['https://other.example/', 'https://shop.example.other.example/', 'javascript:alert(1)', 'data:text/html,x', 'https://a:b@shop.example/', 'https://shop.example:444/', 'http://[', '//other.example']) assert.equal(mayGo(address, HERE), false, address);
});
