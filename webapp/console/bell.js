/**
 * When to ring: decides from what changed whether an agent hears or sees an alert. Pure.
 *
 * @typedef {import('./boxes.js').Summary} Summary
 * @typedef {import('./boxes.js').Change} Change
 * @typedef {{newSound: boolean, messageSound: boolean, repeat: boolean, volume: number, desktop: boolean, preview: boolean}} BellSettings
 * @typedef {{kind: 'conversation' | 'message' | 'mention' | 'woken', conversation: string, summary: Summary}} Ring
 */
import { isMine } from './company.js';

/** @type {BellSettings} */
export const DEFAULTS = {newSound: true, messageSound: true, repeat: false, volume: 0.6, desktop: false, preview: true};

/**
 * @param {Change[]} changes
 * @param {string} me the agent's id
 * @param {string | null} looking the conversation the agent has before his eyes, null if he looks elsewhere
 * @returns {Ring[]} one per conversation that deserves attention
 */
export function rings(changes, me, looking) {
  return changes
    .filter(({after}) => after.conversation !== looking)
    .filter(change => isMentioned(change, me) || (concerns(change, me) && (wroteAgain(change) || cameBack(change, me) || change.given === true || wokeUp(change))))
    .map(change => ({ kind: kindOf(change, me), conversation: change.after.conversation, summary: change.after }));
}

/** One of mine or nobody's. @param {Change} change @param {string} me */
function concerns({ after }, me) {
  return after.status === 'open' && (after.owner === undefined || isMine(after, me));
}

/** Whoever has it, and also when it is closed. @param {Change} change @param {string} me */
function isMentioned({ before, after }, me) {
  return mentions(after, me) && (before === undefined || !mentions(before, me));
}

/** Whether an agent was mentioned and has not looked yet. @param {Summary} summary @param {string | undefined} me */
export function mentions(summary, me) {
  return me !== undefined && summary.mentioned?.includes(me) === true;
}

/** Out of its snooze. @param {Change} change */
function wokeUp({ before, after }) {
  return before?.snoozed !== undefined && after.snoozed === undefined;
}

/** @param {Change} change @param {string} me @returns {Ring['kind']} */
function kindOf(change, me) {
  if (isMentioned(change, me)) return 'mention';
  if (wokeUp(change) && !wroteAgain(change)) return 'woken';
  return isNew(change.before, change.after) || change.given ? 'conversation' : 'message';
}

/** @param {Change} change */
function wroteAgain({ before, after }) {
  return after.unread > (before?.status === 'open' ? before.unread : 0);
}

/** A colleague gave it back or dropped out, and the visitor is still waiting. @param {Change} change @param {string} me */
function cameBack({ before, after }, me) {
  return before?.owner !== undefined && before.owner.id !== me && after.owner === undefined && after.waitingSince !== undefined;
}

/** @param {Summary | undefined} before @param {Summary} after */
function isNew(before, after) {
  return before === undefined || before.status === 'closed' || (before.owner !== undefined && after.owner === undefined);
}

/** The sound for several rings at once: a new conversation outranks a message. @param {Ring[]} found @param {BellSettings} settings */
export function soundOf(found, settings) {
  if (settings.newSound && found.some(ring => ring.kind === 'conversation')) return 'conversation';
  return settings.messageSound && found.some(ring => ring.kind !== 'conversation') ? 'message' : null;
}

/** The switches that are the same on every device of an agent, as a preference. @type {('newSound' | 'messageSound' | 'repeat' | 'preview')[]} */
const EVERYWHERE = ['newSound', 'messageSound', 'repeat', 'preview'];

/** @param {BellSettings} settings */
export function written(settings) {
  return EVERYWHERE.filter(name => settings[name]).join(' ');
}

/** @param {string} preference @returns {Partial<BellSettings>} */
export function switches(preference) {
  const on = preference.split(' ');
  return /** @type {Partial<BellSettings>} */ (Object.fromEntries(EVERYWHERE.map(name => [name, on.includes(name)])));
}

/** @param {unknown} kept what storage held @returns {BellSettings} only known switches of the right type */
export function settingsFrom(kept) {
  const given = /** @type {Record<string, unknown>} */ (kept !== null && typeof kept === 'object' ? kept : {});
  const settings = /** @type {Record<string, unknown>} */ ({...DEFAULTS});
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (typeof given[name] === typeof value) settings[name] = given[name];
  }
  settings.volume = Math.min(1, Math.max(0, Number(settings.volume)));
  return /** @type {BellSettings} */ (/** @type {unknown} */ (settings));
}
