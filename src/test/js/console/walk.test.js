import assert from 'node:assert/strict';
import test from 'node:test';
import { Walk } from '../../../../webapp/console/walk.js';

const NONE = () => false;

test('one walks from row to row and stops at either end', () => {
  const walk = new Walk();
  walk.see('mine', ['a', 'b', 'c'], ['b']);
  assert.equal(walk.neighbour('b', 1), 'c');
  assert.equal(walk.neighbour('b', -1), 'a');
  assert.equal(walk.neighbour('c', 1), 'c');
  assert.equal(walk.neighbour(null, 1), 'a');
  assert.equal(walk.neighbour(null, -1), 'c');
});

test('what has left the list is walked on from where it was', () => {
  const walk = new Walk();
  walk.see('mine', ['a', 'b', 'c', 'd'], ['b', null]);
  walk.see('mine', ['a', 'c', 'd'], ['b']);
  walk.see('mine', ['a', 'c', 'd'], ['b']);
  assert.equal(walk.neighbour('b', 1), 'c');
  assert.equal(walk.neighbour('b', -1), 'a');
  walk.see('mine', ['a'], ['b']);
  assert.equal(walk.neighbour('b', 1), 'a');
  walk.see('mine', [], ['b']);
  assert.equal(walk.neighbour('b', 1), null);
});

test('in another list it begins at its end', () => {
  const walk = new Walk();
  walk.see('mine', ['a', 'b', 'c'], ['c']);
  walk.see('all', ['x', 'y', 'z'], ['c']);
  assert.equal(walk.neighbour('c', 1), 'x');
});

test('behind what is dealt with comes the next that is not, at the end the one before', () => {
  const walk = new Walk();
  walk.see('mine', ['a', 'b', 'c', 'd'], []);
  assert.equal(walk.onward('b', NONE), 'c');
  assert.equal(walk.onward('b', id => id === 'c'), 'd');
  assert.equal(walk.onward('d', NONE), 'c');
  assert.equal(walk.onward('d', id => id !== 'a'), 'a');
  assert.equal(walk.onward('a', () => true), null);
  assert.equal(walk.onward('elsewhere', NONE), 'a');
});
