/**
 * What an agent saved of his list under a name: the box, the label and the filter. Kept among his preferences as lines of four parts,
 * apart by tabs. Pure.
 *
 * @typedef {{box: import('../boxes.js').Box, label: string | null, filter: string}} Shown
 * @typedef {Shown & {name: string}} View
 */
import { BOXES } from '../boxes.js';

/** So many views an agent can have. */
export const MOST = 20;
/** Characters of a name, and of a filter that is kept. */
export const NAME = 40;
const FILTER = 100;
/** Of all of them together, as the server takes it. */
const LONGEST = 2000;

/** @param {string} choice @returns {View[]} */
export function viewsFrom(choice) {
  return choice.split('\n').flatMap(line => {
    const [name, box, label, filter] = line.split('\t');
    const known = BOXES.find(one => one === box);
    return known && name ? [{ name, box: known, label: label || null, filter: filter ?? '' }] : [];
  });
}

/** @param {View[]} views */
export function choiceOf(views) {
  return views.map(({ name, box, label, filter }) => [name, box, label ?? '', filter].join('\t')).join('\n');
}

/** With this one, in the place of one of the same name. @param {View[]} views @param {View} view @returns {View[] | null} null: there is no room */
export function withView(views, view) {
  const saved = { ...view, name: line(view.name, NAME), filter: line(view.filter, FILTER) };
  const at = views.findIndex(one => same(one.name, saved.name));
  const all = at < 0 ? [...views, saved] : views.with(at, saved);
  return all.length > MOST || choiceOf(all).length > LONGEST ? null : all;
}

/** @param {View[]} views @param {string} name */
export function withoutView(views, name) {
  return views.filter(one => one.name !== name);
}

/** The saved view that is what is shown. @param {View[]} views @param {Shown} shown */
export function viewOf(views, shown) {
  const filter = line(shown.filter, FILTER);
  return views.find(one => one.box === shown.box && one.label === shown.label && same(one.filter, filter));
}

/** @param {string} one @param {string} other */
const same = (one, other) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** @param {string} text @param {number} most */
const line = (text, most) => [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('').trim();
