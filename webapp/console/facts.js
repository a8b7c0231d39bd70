/**
 * What is known about a visitor, as lines to read. Pure.
 *
 * @typedef {{key: string, label: string, text: string, href?: string, title?: string}} Fact
 */
import { moments } from './moments.js';
import { safeAddress, shortAddress, shortId } from './names.js';
import { say } from './texts.js';
import { languageName, wallClock } from './waiting.js';

/**
 * @param {any} visitor
 * @param {{site: {name: string}, department?: {name: string}}} summary
 * @param {number} now
 * @returns {Fact[]}
 */
export function facts(visitor, summary, now) {
  const clock = wallClock(visitor.zone, now, say.language);
  return [
    address('page', say('page'), visitor.page?.url, visitor.page?.title),
    address('referrer', say('referrer'), visitor.referrer ?? visitor.page?.referrer),
    fact('time', say('local_time'), clock, visitor.zone),
    fact('language', say('language'), languageName(visitor.language, say.language), visitor.language),
    fact('browser', say('browser'), visitor.browser),
    fact('site', say('site_label'), summary.site.name),
    fact('department', say('department'), summary.department?.name),
    fact('email', say('email'), visitor.email),
    fact('customer', say('customer_id'), visitor.externalId),
    fact('first', say('first_seen'), visitor.firstSeen && moments.near(visitor.firstSeen, now), visitor.firstSeen && moments.full(visitor.firstSeen)),
    fact('id', say('visitor_id'), shortId(visitor.id), visitor.id),
  ].filter(one => one !== null);
}

/** What a page says, by its names; the whole address where it is one. @param {Record<string, unknown> | undefined} said @returns {Fact[]} */
export function attributes(said) {
  return Object.entries(said ?? {}).sort(([one], [other]) => one.localeCompare(other)).map(([label, value]) => {
    const text = String(value);
    const href = /^https?:/i.test(text) ? safeAddress(text) : null;
    return { key: `${href ? 'link' : 'text'} ${label}`, label, text, ...(href ? { href } : {}) };
  });
}

/** @param {string} key @param {string} label @param {string | null | undefined} text @param {string} [title] @returns {Fact | null} */
function fact(key, label, text, title) {
  return text ? { key, label, text, ...(title ? { title } : {}) } : null;
}

/** Only http and https become links. @param {string} key @param {string} label @param {string | undefined} url @param {string} [title] @returns {Fact | null} */
function address(key, label, url, title) {
  if (!url) return null;
  const href = safeAddress(url);
  const text = title?.trim() || shortAddress(url);
  return { key: `${key}${href ? '' : '-plain'}`, label, text, title: url, ...(href ? { href } : {}) };
}
