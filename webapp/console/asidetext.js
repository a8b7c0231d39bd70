/**
 * What agents did with a conversation among themselves, as a line of the thread. Pure.
 */
import { say } from './texts.js';
import { untilText } from './untiltext.js';

/**
 * @param {Entry} entry `labelled`, `snoozed` or `woken`
 * @param {{me: string | undefined, visitorName: string, now: number}} thread
 */
export function asideText(entry, { me, visitorName, now }) {
  const mine = entry.by?.kind === 'agent' && entry.by.id === me ? '_me' : '';
  const name = entry.by?.kind === 'visitor' ? visitorName : entry.by?.name ?? say('somebody');
  if (entry.type === 'labelled') return say(`labelled_${entry.on ? 'on' : 'off'}${mine}`, { name, label: entry.label.name || say('label_gone') });
  if (entry.type === 'woken') return say(`woken_${entry.why}${mine}`, { name });
  return entry.until ? say(`snoozed${mine}`, { name, until: untilText(entry.until, now) }) : say(`snoozed_open${mine}`, { name });
}
