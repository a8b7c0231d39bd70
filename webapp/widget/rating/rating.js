/**
 * How it was: stars and a comment after the end, which can be changed for a day. Comes when a conversation ends. Entry.
 *
 *   const rating = await createRating({chat, announce, sized});   rating.take(frame), rating.show()
 */

import { addIcons, icon } from '../../shared/icons.js';
import { newRef } from '../../shared/outbox.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { rateable, ratingOf } from './rateable.js';

addIcons({ star: 'M12 4l2.5 5.2 5.7.7-4.2 4 1.1 5.6-5.1-2.8-5.1 2.8L8 13.9l-4.2-4 5.7-.7Z' });

/** @param {{chat: import('../chat.js').Chat, announce: (text: string) => void, sized: () => void}} given */
export async function createRating({ chat, announce, sized }) {
  const words = await partWords('rating', () => { write(); show(); });
  const legend = el('legend', { id: 'rating-title' });
  const stars = el('div', { className: 'stars' });
  const boxes = [1, 2, 3, 4, 5].map(n => {
    const box = el('input', { type: 'radio', name: 'stars', value: String(n) });
    stars.append(el('label', {}, box, icon('star')));
    return box;
  });
  const label = el('label', { htmlFor: 'rating-comment' });
  const comment = el('textarea', { id: 'rating-comment', rows: 2, maxLength: 1000, dir: 'auto' });
  const trouble = el('p', { className: 'rating-trouble', role: 'alert', hidden: true });
  const send = el('button', { type: 'submit', className: 'main' });
  const more = el('div', { className: 'rating-more', hidden: true }, label, comment, trouble, el('div', { className: 'choices' }, send));
  const form = el('form', { noValidate: true }, el('fieldset', {}, legend, stars), more);
  const said = el('p', { className: 'rating-said', tabIndex: -1 });
  const change = el('button', { type: 'button', className: 'link' });
  const done = el('div', { className: 'rating-done', hidden: true }, said, change);
  const card = el('section', { className: 'rating', hidden: true }, form, done);
  card.setAttribute('aria-labelledby', 'rating-title');
  part('list').after(card);

  /** On its way: kept until its entry is there. @type {Frame | null} */ let pending = null;
  let isChanging = false;
  let wrong = '';
  let conversation = '';

  function write() {
    const { t } = words;
    legend.textContent = t('title');
    boxes.forEach((box, at) => box.setAttribute('aria-label', t.count('stars', at + 1)));
    label.textContent = t('comment');
    send.textContent = t('send');
    change.textContent = t('change');
  }

  function show() {
    const { t } = words;
    const { transcript } = chat;
    const isOffered = rateable(transcript, Date.now());
    if (isOffered === card.hidden) {
      card.hidden = !isOffered;
      if (isOffered) announce(t('title'));
      sized();
    }
    if (!isOffered) return;
    if (conversation !== transcript.conversation) fresh(transcript.conversation ?? '');
    const given = ratingOf(transcript);
    const had = form.contains(document.activeElement);
    form.hidden = given !== null && !isChanging;
    done.hidden = !form.hidden;
    if (given) said.textContent = `${t('thanks')} ${t.count('stars', given.stars)}`;
    if (form.hidden && had) said.focus();
    const chosen = boxes.findIndex(box => box.checked) + 1;
    boxes.forEach((box, at) => box.parentElement?.classList.toggle('is-lit', at < chosen));
    if (more.hidden !== !chosen) {
      more.hidden = !chosen;
      sized();
    }
    // Not disabled: a button that is would lose the focus.
    send.ariaDisabled = String(pending !== null);
    trouble.hidden = !wrong;
    trouble.textContent = wrong ? t(wrong) : '';
  }

  /** @param {string} next */
  function fresh(next) {
    conversation = next;
    isChanging = false;
    pending = null;
    wrong = comment.value = '';
    for (const box of boxes) box.checked = false;
  }

  stars.addEventListener('change', show);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const chosen = boxes.find(box => box.checked);
    if (!chosen || pending) return;
    const text = comment.value.trim();
    pending = { type: 'rate', ref: newRef(), conversation, stars: Number(chosen.value), ...(text ? { comment: text } : {}) };
    // Without a connection it waits for the next one.
    wrong = chat.channel.send(pending) ? '' : 'offline';
    show();
  });
  change.addEventListener('click', () => {
    const given = ratingOf(chat.transcript);
    isChanging = true;
    for (const box of boxes) box.checked = Number(box.value) === given?.stars;
    comment.value = given?.comment ?? '';
    show();
    boxes.find(box => box.checked)?.focus();
  });
  write();

  return {
    show,
    /** @param {Frame} frame */
    take(frame) {
      if (pending && frame.type === 'live') chat.channel.send(pending);
      if (frame.type === 'rated' && (!pending || frame.ref === pending.ref)) {
        pending = null;
        isChanging = false;
        wrong = '';
      }
      if (frame.type === 'refused' && frame.of === 'rate') {
        pending = null;
        wrong = frame.reason === 'too-late' || frame.reason === 'not-closed' || frame.reason === 'not-open' ? 'late' : 'failed';
      }
      show();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createRating>>} Rating */
