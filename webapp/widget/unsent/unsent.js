/**
 * Agents of this site see what the visitor writes before he sends it: the line that tells him so, and what is told. Comes where the server
 * says so, and tells nothing before he could read the line. Entry.
 *
 *   const unsent = await createUnsent({chat, announce, sized, isInView});   unsent.show();   unsent.type(text)
 */

import { addIcons, icon } from '../../shared/icons.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { createPace, toldOf } from './pace.js';

addIcons({ look: 'M2.8 12C4.8 8.2 8.1 6.2 12 6.2s7.2 2 9.2 5.8c-2 3.8-5.3 5.8-9.2 5.8S4.8 15.8 2.8 12ZM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z' });

/** @param {{chat: import('../chat.js').Chat, announce: (text: string) => void, sized: () => void, isInView: () => boolean}} given */
export async function createUnsent({ chat, announce, sized, isInView }) {
  const words = await partWords('unsent', show);
  const pace = createPace();
  const field = /** @type {HTMLTextAreaElement} */ (part('text'));
  const text = el('span', {});
  const line = el('p', { className: 'unsent', hidden: true }, icon('look'), text);
  part('composer').before(line);
  let isRead = false;
  /** Agents have something of it before them. */
  let isOut = false;
  /** What another server said before the connection was lost. @type {object | null} */
  let before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  const isOn = () => chat.state.presence?.unsent === true;
  const isSeen = () => isOn() && isInView() && !document.hidden;
  const mayTell = () => isSeen() && chat.state.channel === 'open' && chat.state.presence !== before && chat.transcript.conversation !== null;

  function show() {
    if (chat.state.channel !== 'open') before = chat.state.presence;
    const said = words.t('unsent');
    if (text.textContent !== said) text.textContent = said;
    if (line.hidden === isOn()) {
      line.hidden = !isOn();
      sized();
    }
    if (!isOn()) pace.unseen();
    if (isSeen()) {
      pace.seen(Date.now());
      if (!isRead) announce(said);
      isRead = true;
    }
    if (isOut && !mayTell()) takeBack();
  }

  function takeBack() {
    rest();
    chat.typing.sent();
    chat.channel.send({ type: 'typing', on: false });
  }

  function rest() {
    clearTimeout(later);
    later = undefined;
    isOut = false;
  }

  function tell() {
    later = undefined;
    const told = toldOf(field.value);
    if (!told || !mayTell() || !chat.channel.send({ type: 'typing', on: true, text: told })) return;
    isOut = true;
    pace.told(Date.now());
  }

  document.addEventListener('visibilitychange', show);
  return {
    show,
    /** @param {string} value */
    type(value) {
      show();
      const now = Date.now();
      const wait = pace.wait(now);
      if (!value.trim()) rest();
      // Until something may be told, only that he types is.
      if (!value.trim() || !mayTell() || wait === null) return chat.type(value);
      if (isOut) chat.typing.mine(value, now);
      else chat.type(value);
      later ??= setTimeout(tell, wait);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createUnsent>>} Unsent */
