/**
 * The sentence for each step of the help on a page, as it stands in the conversation. Pure.
 *
 * @typedef {{me: string | undefined, visitorName: string, entries: () => Frame[], clock: (at: number) => string}} Reader
 *   `entries`: the conversation around it, for what was suggested or asked before
 */
import { KINDS } from './assistance.js';
import { say } from '../texts.js';

const LIST = new Intl.ListFormat(say.language, { type: 'conjunction' });
const CALL_STATES = new Set(['started', 'ended', 'failed']);
const ANSWERS = new Set(['done', 'form', 'no', 'never', 'failed']);
const ACTIONS = new Set(['click', 'fill', 'choose', 'go']);
const WHYS = new Set(['visitor', 'agent', 'expired', 'owner', 'closed', 'unanswered']);

/** @param {unknown} kinds @param {'to' | 'the'} form */
export function kindWords(kinds, form = 'to') {
  const known = KINDS.filter(kind => Array.isArray(kinds) && kinds.includes(kind));
  return LIST.format(known.map(kind => say(`assist_${form}_${kind}`)));
}

/** @param {Frame} entry @param {Reader} reader @returns {string} */
export function assistedText(entry, reader) {
  const mine = entry.agent?.id === reader.me;
  const agent = entry.agent?.name || say('somebody');
  const visitor = reader.visitorName;
  const who = mine ? '_me' : '';
  switch (entry.event) {
    case 'asked': return asked(entry, who, agent);
    case 'allowed': return say(`assisted_allowed${who}`, {
      visitor, agent, kinds: kindWords(entry.kinds), until: reader.clock(Date.parse(entry.until)),
    });
    case 'declined': return say(`assisted_declined${who}`, { visitor, agent, kinds: kindWords(entry.kinds) });
    case 'stopped': return stopped(entry, reader, mine, agent);
    case 'proposed': return ACTIONS.has(entry.action)
      ? say(`assisted_proposed_${entry.action}${who}`, { agent, label: entry.label ?? '', value: entry.value ?? '' }) : say('assisted_other');
    case 'settled': return ANSWERS.has(entry.answer)
      ? say(`assisted_settled_${entry.answer}`, { visitor, label: labelOf(entry, reader.entries()) || say('assist_suggestion') }) : say('assisted_other');
    case 'called': return CALL_STATES.has(entry.state) ? say(`assisted_called_${entry.state}`) : say('assisted_other');
    default: return say('assisted_other');
  }
}

/** @param {Frame} entry @param {string} who @param {string} agent */
function asked(entry, who, agent) {
  const said = say(`assisted_asked${who}`, { agent, kinds: kindWords(entry.kinds), n: entry.minutes ?? 0 });
  return entry.purpose ? say('assisted_purpose', { said: said, purpose: entry.purpose }) : said;
}

/** @param {Frame} entry @param {Reader} reader @param {boolean} mine @param {string} agent */
function stopped(entry, reader, mine, agent) {
  const why = WHYS.has(entry.why) ? entry.why : 'expired';
  if (why === 'agent' && isQuestion(entry, reader.entries())) return say(`assisted_taken_back${mine ? '_me' : ''}`, { agent });
  const key = `assisted_stopped_${why}${why === 'agent' && mine ? '_me' : ''}`;
  return say(key, { visitor: reader.visitorName, agent, kinds: kindWords(entry.kinds, 'the') });
}

/** What was asked and never allowed. @param {Frame} entry @param {Frame[]} entries */
function isQuestion(entry, entries) {
  const steps = entries.filter(one => one.type === 'assisted' && one.request === entry.request).map(one => one.event);
  return steps.includes('asked') && !steps.includes('allowed');
}

/** What the answer `settled` is about. @param {Frame} entry @param {Frame[]} entries */
export function labelOf(entry, entries) {
  const proposed = entries.find(one => one.type === 'assisted' && one.event === 'proposed' && one.proposal === entry.proposal);
  return proposed?.label ?? '';
}

/** The last word about my suggestions, for the viewer: an answer, or one that has none yet. @param {Frame[]} entries @param {string | undefined} me @returns {Frame | null} */
export function lastWord(entries, me) {
  const own = (/** @type {Frame} */ one) => one.type === 'assisted' && one.agent?.id === me && (one.event === 'proposed' || one.event === 'settled');
  return entries.findLast(own) ?? null;
}
