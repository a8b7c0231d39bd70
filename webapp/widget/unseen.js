/**
 * What has arrived here and what has been looked at. Pure.
 *
 *   const unseen = createUnseen();
 *   unseen.take(transcript, isInView) → {count, mark}: how many messages of agents wait to be seen, and the marks to
 *     send now ({delivered, seen}) or null;  unseen.line → where the "new messages" line stands, or 0;  unseen.leave(), unseen.clear()
 */

export function createUnseen() {
  let seen = 0;
  let line = 0;
  let sent = { delivered: 0, seen: 0 };
  let conversation = '';
  let wasLooking = false;

  return {
    get line() { return line; },
    /** The visitor has gone away or has answered: what was new is no longer. */
    leave() { line = 0; },
    /** After a reconnect marks that were on their way may be lost. */
    again() { sent = { delivered: 0, seen: 0 }; },
    /** @param {ReturnType<typeof import('../shared/transcript.js').createTranscript>} transcript @param {boolean} isInView */
    take(transcript, isInView) {
      // As long as the log is still coming in, nobody has read it.
      const isLooking = isInView && transcript.live;
      if (conversation !== (transcript.conversation ?? '')) {
        conversation = transcript.conversation ?? '';
        seen = line = 0;
        sent = { delivered: 0, seen: 0 };
      }
      seen = Math.max(seen, transcript.marks.visitor.seen);
      const others = transcript.entries.filter(entry => entry.type === 'posted' && entry.by?.kind !== 'visitor');
      const last = others.at(-1)?.seq ?? 0;
      const fresh = others.filter(entry => entry.by?.kind === 'agent' && entry.seq > seen);
      if (isLooking) {
        const [first] = fresh;
        // No line above what came in while he was writing himself.
        if (first && !wasLooking && !transcript.entries.some(entry => entry.by?.kind === 'visitor' && entry.seq > first.seq)) line = first.seq - 1;
        seen = Math.max(seen, last);
      }
      wasLooking = isLooking;
      const known = transcript.marks.visitor;
      const mark = { delivered: Math.max(last, known.delivered), seen: Math.min(seen, Math.max(last, known.seen)) };
      const isNews = last > 0 && (mark.delivered > Math.max(known.delivered, sent.delivered) || mark.seen > Math.max(known.seen, sent.seen));
      if (isNews) sent = mark;
      return { count: isLooking ? 0 : fresh.length, mark: isNews ? mark : null };
    },
  };
}
