/**
 * The calm line above the composer: one's place in the queue, or before the first message how soon somebody usually answers. Comes
 * when there is something to say. Entry.
 *
 *   const queue = await createQueue({chat, announce, sized});   queue.show()
 */

import { icon } from '../../shared/icons.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { lineOf } from './lineof.js';

/** @param {{chat: import('../chat.js').Chat, announce: (text: string) => void, sized: () => void}} given */
export async function createQueue({ chat, announce, sized }) {
  const words = await partWords('queue', show);
  const text = el('span', {});
  const line = el('p', { className: 'queue', hidden: true }, icon('clock'), text);
  part('composer').before(line);
  /** The place that was read out last: minutes come and go in silence. */
  let read = '';

  function show() {
    const { state, transcript } = chat;
    const parts = lineOf(state.queue, transcript, state.channel === 'open' && state.presence?.online === true);
    const said = parts.map(({ text: key, n }) => words.t.count(key, n)).join(' · ');
    if (text.textContent !== said) text.textContent = said;
    if (line.hidden !== !said) {
      line.hidden = !said;
      sized();
    }
    const [place] = parts;
    const now = place && state.queue?.position ? `${place.n} ${transcript.conversation}` : '';
    if (now && now !== read) announce(said);
    if (now || state.channel === 'open') read = now;
  }

  return { show };
}

/** @typedef {Awaited<ReturnType<typeof createQueue>>} Queue */
