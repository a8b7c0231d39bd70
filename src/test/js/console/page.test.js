import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

test('each id of the inbox is there once: what is found by it is the first', () => {
  const page = readFileSync(new URL('../../../../webapp/console/inbox.xhtml', import.meta.url), 'utf8');
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.ok(ids.length > 50);
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
});
