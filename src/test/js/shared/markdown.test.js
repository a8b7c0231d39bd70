import test from 'node:test';
import assert from 'node:assert/strict';
import { parse, plain } from '../../../../webapp/shared/markdown.js';
import { inline, safeAddress } from '../../../../webapp/shared/inline.js';

/** @param {any[]} parts @returns {string} */
const show = parts => parts.map(part => part.type === 'text' ? part.text : part.type === 'break' ? '|'
  : part.type === 'code' ? `<code ${part.text}>` : part.type === 'link' ? `<link ${part.href} ${show(part.children)}>`
    : `<${part.type} ${show(part.children)}>`).join('');

test('marks become nodes and what is not a mark stays text', () => {
  assert.equal(show(inline('a **b** and *c* and _d_ and ~~e~~ and `f*g*`')), 'a <strong b> and <em c> and <em d> and <del e> and <code f*g*>');
  assert.equal(show(inline('**bold _both_ bold**')), '<strong bold <em both> bold>');
  assert.equal(show(inline('2*3*4 snake_case_name * alone ** alone')), '2*3*4 snake_case_name * alone ** alone');
  assert.equal(show(inline('这是**重点**内容')), '这是<strong 重点>内容');
  assert.equal(show(inline('**never closed')), '**never closed');
  assert.equal(show(inline('\\*not em\\*')), '*not em*');
  assert.equal(show(inline('one\ntwo')), 'one|two');
});

test('addresses become links, sentence marks after them do not', () => {
  assert.equal(show(inline('see https://example.com/a_b_c?x=1, ok')), 'see <link https://example.com/a_b_c?x=1 https://example.com/a_b_c?x=1>, ok');
  assert.equal(show(inline('(www.example.com).')), '(<link https://www.example.com/ www.example.com>).');
  assert.equal(show(inline('https://en.wikipedia.org/wiki/Bell_(instrument)')), '<link https://en.wikipedia.org/wiki/Bell_(instrument) https://en.wikipedia.org/wiki/Bell_(instrument)>');
  assert.equal(show(inline('[our shop](https://shop.example/)')), '<link https://shop.example/ our shop>');
  assert.equal(show(inline('[write](mailto:help@example.com)')), '<link mailto:help@example.com write>');
});

test('only http, https and mailto are ever linked', () => {
  const hostile = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'blob:https://x/y', 'file:///etc/passwd', 'javascript&colon;alert(1)',
    'https:javascript:alert(1)', '//evil.example', 'http:///x', 'https://bank.example@evil.example/'];
  for (const said of hostile) {
    assert.equal(safeAddress(said), null, said);
    for (const [, href] of show(inline(`[click](${said}) ${said}`)).matchAll(/<link (\S+)/g)) assert.match(href, /^https?:\/\/[a-z]/, said);
  }
});

test('blocks: code, lists, quotes and text in order', () => {
  const blocks = parse('hello\n\n- one\n- **two**\n3. three\n> said\n```\n**raw**\n  kept\n```\nend');
  assert.deepEqual(blocks.map(block => block.type), ['text', 'list', 'list', 'quote', 'code', 'text']);
  assert.equal(/** @type {any} */ (blocks[2]).start, 3);
  assert.equal(/** @type {any} */ (blocks[4]).text, '**raw**\n  kept');
});

test('a fence that never closes is text', () => {
  assert.equal(plain('```\nhello **you**'), '``` hello you');
});

test('plain text has no marks', () => {
  assert.equal(plain('**Hi** [shop](https://shop.example/)\n- a\n- b'), 'Hi shop a b');
});

test('nothing that is said is lost', () => {
  for (const said of ['* ', '**', '****', '_', '`', '``', '[', '[]()', '[a](', '~~~', 'a\\', '\\', '**a*b**c*', '*a **b* c**']) {
    const words = said.replace(/[*_`~\\]/g, '');
    assert.equal(plain(said).replace(/[*_`~\\]/g, ''), words.trim().replace(/\s+/g, ' '), said);
  }
});

test('hostile text of 64 KB is read in linear time', () => {
  const size = 65_536;
  const seeds = ['*', '**', '*a', '**a', '_a ', '[', '[a](', '`a', '`', '~~a ', 'www.', 'www.[', 'http://[', 'http://a', 'https://(', '(www.a.b)',
    '> ', '- a\n', '1. a\n', '```\n', '```\na\n', '\\', 'm', 'mailto:', '*a **b _c __d ~~e ', ' ', '\n', '[](', 'a!', '***a'];
  for (const seed of seeds) {
    const text = seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
    // The processor's time, the best of three: other work on the machine does not count.
    const took = Math.min(...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      parse(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }));
    // 50 ms on an idle machine (S55); something quadratic takes seconds even so.
    assert.ok(took < 150, `${JSON.stringify(seed)} took ${took.toFixed(0)} ms`);
  }
});
