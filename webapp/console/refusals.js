/**
 * What an agent is told when the server says no. Pure.
 */
import { say } from './texts.js';

/** Refused messages say so themselves, in the thread; these are not the agent's business. */
const SILENT = new Set(['post', 'open', 'mark', 'typing', 'leave', 'hello', 'before', 'ping', 'assist', 'called', 'prefer', 'view', 'note', 'heed', 'parting']);

/** @param {Frame} frame a `refused` @param {string | undefined} me @returns {string | null} */
export function refusal(frame, me) {
  if (frame.reason === 'taken') {
    if (frame.by?.id === me) return null;
    return say('taken', { name: frame.by?.name || say('somebody') });
  }
  if (SILENT.has(frame.of)) return null;
  if (frame.of === 'label' && frame.reason === 'too-many') return say('refused_labels');
  switch (frame.reason) {
    case 'unknown-label': return say('refused_unknown_label');
    case 'bad-time': return say('refused_bad_time');
    case 'already-removed': return frame.of === 'edit' ? say('message_removed') : null;
    case 'not-yours': return say('refused_not_yours');
    case 'still-online': return say('refused_still_online');
    case 'not-online': return say('refused_not_online');
    case 'not-in-department': return say('refused_not_in_department');
    case 'unknown-agent': case 'unknown-department': return say('refused_unknown_target');
    case 'unowned': return say('refused_unowned');
    case 'full': return say('refused_full');
    case 'moved': return say('refused_moved');
    case 'not-open': return say('refused_not_open');
    case 'busy': case 'too-fast': return say('refused_later');
    case 'not-allowed': return say('refused_not_allowed');
    case 'needs-see': return say('refused_needs_see');
    case 'already': return say('refused_already');
    case 'too-many': return say('refused_too_many');
    case 'not-asked': return say('refused_not_asked');
    case 'storage': return say('refused_storage');
    default: return say('refused_other', { reason: frame.reason });
  }
}
