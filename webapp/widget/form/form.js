/**
 * What the site asks before the first message, and for a mail address while nobody is there. Comes when something is asked. Entry.
 *
 *   const form = await createForm({chat, identity, announce, write, sized});   form.take(frame), form.show()
 */

import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { createField } from './field.js';
import { problemOf } from './problem.js';

/**
 * @typedef {{id: string, kind: string, label?: string, required: boolean, choices?: string[]}} Question
 * @typedef {object} Given
 * @property {import('../chat.js').Chat} chat
 * @property {import('../identity.js').Identity} identity
 * @property {(text: string) => void} announce
 * @property {() => void} write the visitor goes on writing
 * @property {() => void} sized
 */

/** @type {Question} */
const MAIL = { id: 'email', kind: 'email', required: true };

/** @param {Given} given */
export async function createForm({ chat, identity, announce, write, sized }) {
  const words = await partWords('form', () => show());
  const title = el('h2', { id: 'form-title' });
  const text = el('p', { className: 'form-text' });
  const fields = el('div', { className: 'form-fields' });
  const trouble = el('p', { className: 'form-trouble', role: 'alert', hidden: true });
  const later = el('button', { type: 'button', className: 'other' });
  const go = el('button', { type: 'submit', className: 'main' });
  const card = el('form', { className: 'form', noValidate: true, hidden: true }, title, text, fields, trouble, el('div', { className: 'choices' }, later, go));
  card.setAttribute('aria-labelledby', 'form-title');
  part('list').after(card);

  /** @type {Question[]} */ let asked = [];
  let wantsMail = false;
  /** On their way to the server. @type {Record<string, string> | null} */ let pending = null;
  /** @type {Map<string, ReturnType<typeof createField>>} */ let shown = new Map();
  let drawn = '';
  let held = 0;
  /** What went wrong besides the fields: a key of the texts. */ let wrong = '';

  /** @returns {{mode: 'form' | 'mail' | '', questions: Question[]}} */
  function now() {
    if (asked.length) return { mode: 'form', questions: asked };
    // Who has written something and sees that nobody is there, wants an answer.
    const waits = chat.transcript.status === 'open' && chat.state.presence?.online === false;
    return wantsMail && waits ? { mode: 'mail', questions: [MAIL] } : { mode: '', questions: [] };
  }

  function show() {
    const { t } = words;
    const { mode, questions } = now();
    const waiting = chat.outbox.items.length;
    const key = mode && JSON.stringify([mode, questions, t.language]);
    if (key !== drawn) fill(key, mode, questions);
    if (mode === 'form') text.textContent = t(waiting ? 'kept' : 'formText');
    // Not disabled: a button that is would lose the focus.
    go.ariaDisabled = String(pending !== null);
    trouble.hidden = !wrong;
    trouble.textContent = wrong ? t(wrong) : '';
    // The message waits for the answers: that is where one goes on.
    if (mode === 'form' && waiting > held) {
      announce(t('kept'));
      first()?.focus();
    }
    held = waiting;
  }

  /** @param {string} key @param {string} mode @param {Question[]} questions */
  function fill(key, mode, questions) {
    const { t } = words;
    const isNew = !drawn && mode !== '';
    drawn = key;
    const had = card.contains(document.activeElement);
    card.hidden = !mode;
    title.textContent = t(mode === 'mail' ? 'mailTitle' : 'formTitle');
    text.textContent = t(mode === 'mail' ? 'mailText' : 'formText');
    go.textContent = t(mode === 'mail' ? 'mailGo' : 'formGo');
    later.textContent = t(mode === 'mail' ? 'mailNo' : 'skip');
    later.hidden = mode === 'form' && questions.some(one => one.required);
    const before = shown;
    shown = new Map(questions.map(question => [question.id, createField(question, t, before.get(question.id)?.value ?? known(question.id))]));
    fields.replaceChildren(...[...shown.values()].map(field => field.node));
    if (isNew) announce(t(mode === 'mail' ? 'mailTitle' : 'formTitle'));
    if (had && !mode) write();
    sized();
  }

  /** What the page around has said of him already. @param {string} id */
  function known(id) {
    const said = identity.who.attributes?.[id];
    return ['name', 'email'].includes(id) && typeof said === 'string' ? said : '';
  }

  function first() {
    const all = [...shown.values()];
    return all.find(field => field.isWrong) ?? all.find(field => field.question.required && !field.value) ?? all[0];
  }

  /** @param {Record<string, string>} answers */
  function send(answers) {
    pending = answers;
    // Without a connection they wait for the next welcome.
    wrong = chat.channel.send({ type: 'introduce', answers }) ? '' : 'offline';
    show();
  }

  card.addEventListener('submit', event => {
    event.preventDefault();
    if (pending) return;
    const { t } = words;
    for (const field of shown.values()) field.wrong(problemOf(field.question, field.value.trim()), t);
    if ([...shown.values()].some(field => field.isWrong)) {
      first()?.focus();
      return sized();
    }
    send(Object.fromEntries([...shown].map(([id, field]) => [id, field.value.trim()]).filter(([, value]) => value)));
  });
  later.addEventListener('click', () => {
    if (asked.length) return send({});
    wantsMail = false;
    identity.store.setItem('mail', 'no');
    show();
    write();
  });

  /** @param {Frame} frame */
  function refused(frame) {
    pending = null;
    const field = shown.get(frame.detail);
    if (field) {
      field.wrong('bad', words.t);
      field.focus();
    } else wrong = 'refused';
  }

  return {
    show,
    /** @param {Frame} frame */
    take(frame) {
      if (frame.type === 'welcome') {
        asked = frame.form ?? [];
        wantsMail = frame.mail === true && identity.store.getItem('mail') !== 'no';
        if (pending && now().mode) return send(pending);
        pending = null;
      } else if (frame.type === 'introduced') {
        if (!asked.length || pending?.email) wantsMail = false;
        if (!asked.length) announce(words.t('mailThanks'));
        asked = [];
        pending = null;
        wrong = '';
      } else if (frame.type === 'started') asked = [];
      else if (frame.type === 'refused' && frame.of === 'introduce') refused(frame);
      else return;
      show();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createForm>>} Form */
