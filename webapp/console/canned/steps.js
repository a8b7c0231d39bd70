/**
 * What is done once an answer was sent: labels are put on, and the conversation is closed or snoozed. Pure: the present is passed in.
 *
 * @typedef {'close' | 'snooze-tomorrow' | 'snooze-week' | 'snooze-visitor'} Then
 * @typedef {{labels?: string[], then?: Then}} Steps
 */
import { say } from '../texts.js';
import { choices } from '../sleep.js';

const THENS = ['close', 'snooze-tomorrow', 'snooze-week', 'snooze-visitor'];

/** Null where there are none, also because their labels are gone. @param {Steps} answer @param {{id: string}[]} labels those there are @returns {Steps | null} */
export function stepsOf(answer, labels) {
  const there = (answer.labels ?? []).filter(id => labels.some(label => label.id === id));
  const then = THENS.includes(answer.then ?? '') ? answer.then : undefined;
  return there.length > 0 || then ? { labels: there, then } : null;
}

/** Of two answers in one message: all labels, and what the later one says becomes of it. @param {Steps | null | undefined} before @param {Steps | null} after @returns {Steps | null} */
export function both(before, after) {
  if (!before || !after) return before ?? after;
  return { labels: [...new Set([...before.labels ?? [], ...after.labels ?? []])], then: after.then ?? before.then };
}

/** As they are kept beside a draft. @param {Steps | null} steps */
export const written = steps => (steps ? JSON.stringify(steps) : '');

/** @param {string} kept @returns {Steps | null} */
export function read(kept) {
  try {
    const { labels, then } = JSON.parse(kept);
    return { labels: Array.isArray(labels) ? labels.map(String) : [], then };
  } catch {
    return null;
  }
}

/** In words, in the order in which they are done. @param {Steps} steps @param {{id: string, name: string}[]} labels */
export function stepsText({ labels: chosen = [], then }, labels) {
  const names = chosen.map(id => labels.find(label => label.id === id)?.name ?? '');
  return [
    ...names.map(name => say('steps_label', { name })),
    ...(then === undefined ? [] : [then === 'close' ? say('steps_close') : say('steps_snooze', { until: say(`snooze_${sleepOf(then)}`) })]),
  ].join(' · ');
}

/** @param {Then} then */
function sleepOf(then) {
  return then.slice('snooze-'.length);
}

/** Until when it is snoozed; null: until the visitor writes. @param {Then} then @param {number} now @returns {Date | null} */
export function until(then, now) {
  return choices(now).find(choice => choice.key === sleepOf(then))?.at ?? null;
}
