import test from 'node:test';
import assert from 'node:assert/strict';
import { imageAddress, imageAddresses, linkAddress } from '../../../../webapp/widget/assist/page/addresses.js';
import { cleanStyle } from '../../../../webapp/widget/assist/page/css.js';

test('links keep scheme, host and path', () => {
  assert.equal(linkAddress('https://x.example:8443/a/b.html?c=d#e'), 'https://x.example:8443/a/b.html');
  assert.equal(linkAddress('mailto:desk@x.example?body=hi'), 'mailto:desk@x.example');
  for (const bad of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'blob:https://x.example/1', 'data:text/html,x', 'file:///etc/passwd', '/relative', '', null]) assert.equal(linkAddress(bad), '', String(bad));
});

test('long random parts of a path become an ellipsis, words stay', () => {
  assert.equal(linkAddress('https://x.example/reset/0123456789abcdef0123456789abcdef/now'), 'https://x.example/reset/…/now');
  assert.equal(linkAddress('https://x.example/o/550e8400-e29b-41d4-a716-446655440000'), 'https://x.example/o/…');
  assert.equal(linkAddress('https://x.example/t/aB3-dE5_gH7-jK9_mN1-pQ2'.replace('pQ2', 'pQ2xY')), 'https://x.example/t/…');
  assert.equal(linkAddress('https://x.example/how-to-bake-a-rather-nice-cake-in-2024'), 'https://x.example/how-to-bake-a-rather-nice-cake-in-2024');
});

test('images keep a short and harmless query', () => {
  assert.equal(imageAddress('https://x.example/a.png?w=100&v=3#f'), 'https://x.example/a.png?w=100&v=3');
  assert.equal(imageAddress('https://x.example/a.png?apiKey=1'), 'https://x.example/a.png');
  assert.equal(imageAddress(`https://x.example/a.png?w=${'1'.repeat(70)}`), 'https://x.example/a.png');
  assert.equal(imageAddress('data:image/png;base64,AAAA'), 'data:image/png;base64,AAAA');
  assert.equal(imageAddress(`data:image/png;base64,${'A'.repeat(40_000)}`), '');
  assert.equal(imageAddress('data:text/html,x'), '');
  assert.equal(imageAddresses('https://x.example/a.png 1x, https://x.example/b.png?token=1 2x, blob:x 3x'), 'https://x.example/a.png 1x, https://x.example/b.png 2x');
});

test('styles lose what runs or loads from elsewhere than the web', () => {
  assert.equal(cleanStyle('a { background: url(javascript:alert(1)) }').includes('alert'), false);
  assert.equal(cleanStyle('a { width: expression(alert(1)) } b { -moz-binding: url(x) } c { behavior: url(x.htc) }').match(/expression|binding|behavior/), null);
  assert.equal(cleanStyle('@import "http://x.example/a.css?v=1"; @import url(ftp://x.example/b.css); a { color: red }'), '@import url("http://x.example/a.css?v=1");  a { color: red }');
  assert.equal(cleanStyle('a { background: \\75 rl(javascript:x) }'), 'a { background: url("") }');
});

test('styles keep what makes a page look as it does', () => {
  for (const same of ['html { scroll-behavior: smooth }', 'i::before { content: "\\e61b" }', 'a { background: url("https://x.example/a.png?v=3") }', 'p { fill: url("#a") }', '@font-face { src: url("data:font/woff2;base64,AAAA") }', 'a {} /* rr_split */ b {}']) assert.equal(cleanStyle(same), same);
});
