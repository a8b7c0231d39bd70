/**
 * What the command palette offers, and in which order. Pure.
 *
 * @typedef {'command' | 'view' | 'conversation' | 'page'} Kind
 * @typedef {{id: string, kind: Kind, title: string, also?: string, besides?: string, keys?: string[], icon?: string, run: () => void}} Entry
 *   `also`: shown beside the title; `besides`: what is searched too, if that is something else
 * @typedef {Entry & {at: number[]}} Found `at`: which letters of the title were typed
 * @typedef {{name: 'recent' | Kind, found: Found[]}} Group
 */
import { flat, fold, match, words } from './fuzzy.js';

const MOST = 40;
const CONVERSATIONS = 8;
const RECENT = 6;
const KEPT = 20;
/** A message, a site or an owner says less about what is meant than a name. */
const BESIDES = 0.4;

/**
 * @param {Entry[]} entries
 * @returns {(wanted: string, recent: string[]) => Group[]} `recent`: the ids of what was chosen last, the newest first
 */
export function searcher(entries) {
  const known = entries.map(entry => ({ entry, title: fold(entry.title), all: /** @type {string | null} */ (null) }));
  return (wanted, recent) => {
    if (wanted.trim() === '') return everything(entries, recent);
    const found = [];
    const typed = words(wanted);
    for (const one of known) {
      const { entry, title } = one;
      const named = match(title, typed);
      if (!named) one.all ??= flat(`${entry.title} ${entry.besides ?? entry.also ?? ''}`);
      const besides = named ? null : match({ text: one.all ?? '', at: null }, typed, false);
      if (!named && !besides) continue;
      const last = recent.indexOf(entry.id);
      const score = (named?.score ?? BESIDES * (besides?.score ?? 0)) + (last < 0 ? 0 : Math.max(1, 10 - last));
      found.push({ score, entry, at: named?.at ?? [] });
    }
    found.sort((one, two) => two.score - one.score);
    return grouped(found.slice(0, MOST).map(({ entry, at }) => ({ ...entry, at })));
  };
}

/** Nothing was typed yet. @param {Entry[]} entries @param {string[]} recent @returns {Group[]} */
function everything(entries, recent) {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const last = recent.flatMap(id => byId.get(id) ?? []).slice(0, RECENT);
  const rest = entries.filter(entry => !last.includes(entry));
  let conversations = 0;
  const shown = rest.filter(entry => entry.kind !== 'conversation' || conversations++ < CONVERSATIONS);
  const groups = grouped(shown.map(entry => ({ ...entry, at: [] })));
  return last.length === 0 ? groups : [{ name: 'recent', found: last.map(entry => ({ ...entry, at: [] })) }, ...groups];
}

/** Kinds in the order of their best. @param {Found[]} found @returns {Group[]} */
function grouped(found) {
  /** @type {Map<Kind, Found[]>} */
  const groups = new Map();
  for (const one of found) groups.set(one.kind, [...groups.get(one.kind) ?? [], one]);
  return [...groups].map(([name, all]) => ({ name, found: all }));
}

/** @param {string[]} recent @param {string} id @returns {string[]} */
export function remembered(recent, id) {
  return [id, ...recent.filter(one => one !== id)].slice(0, KEPT);
}

/** @param {string | null} kept what storage held @returns {string[]} */
export function recentFrom(kept) {
  try {
    const read = JSON.parse(kept ?? '[]');
    return Array.isArray(read) ? read.filter(id => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}
