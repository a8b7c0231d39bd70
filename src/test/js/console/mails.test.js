import assert from 'node:assert/strict';
import test from 'node:test';
import { problemOf } from '../../../../webapp/console/mailsview.js';
import { USUAL } from '../../../../webapp/console/preferences.js';
import { ENGLISH } from '../../../../webapp/console/texts.js';

test('why no mail reaches an agent is said: first what is his own, then what the server lacks', () => {
  assert.equal(problemOf('', 'ben@example.com'), null);
  assert.equal(problemOf('', ''), 'mails_nameless');
  assert.equal(problemOf('session', ''), 'mails_nameless');
  for (const lack of ['session', 'address']) {
    const words = problemOf(lack, 'ben@example.com');
    assert.ok(words !== null && words in ENGLISH, lack);
  }
});

test('who chose nothing is told of what is his', () => {
  assert.equal(USUAL.mail, 'own');
});
