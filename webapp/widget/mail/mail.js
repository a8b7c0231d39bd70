/** The conversation to an address, where the server sends mails: in the dialog that saves it as a file. Comes when that opens for the first time. Entry. */

import { newRef } from '../../shared/outbox.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';

/** @typedef {import('../menu/save.js').Whose} Whose */

/** The server looks more closely. */
const ADDRESS = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,185}\.[^\s@<>",;.]{2,63}$/;

export async function createMail() {
  const words = await partWords('mail', () => {});
  return { form: (/** @type {Whose} */ whose, /** @type {HTMLElement} */ leave) => mailForm(words.t, whose, leave) };
}

/** @typedef {Awaited<ReturnType<typeof createMail>>} Mail */

/**
 * Hidden where the server sends none.
 * @param {import('../../shared/i18n.js').Texts} t @param {Whose} whose @param {HTMLElement} leave the dialog's button that says "Cancel" until it is sent
 */
function mailForm(t, whose, leave) {
  const field = el('input', { type: 'email', id: 'mail-address', autocomplete: 'email', maxLength: 254, dir: 'ltr', required: true });
  const trouble = el('p', { id: 'mail-trouble', className: 'hint-danger', role: 'alert', hidden: true });
  const go = el('button', { type: 'submit', className: 'main', textContent: t('go') });
  const form = el('form', { className: 'by-mail', noValidate: true, hidden: true },
    el('label', { htmlFor: field.id, textContent: t('address') }), el('div', { className: 'choices' }, field, go), trouble);
  const said = el('p', { tabIndex: -1, role: 'status', hidden: true });
  const all = el('section', { hidden: true }, el('h3', { textContent: t('title') }), form, said);
  /** What is asked for: the same again where no answer came. */
  let order = { ref: '', address: '' };

  /** @param {string} key */
  function wrong(key) {
    trouble.textContent = key && t(key);
    trouble.hidden = !key;
    field.setAttribute('aria-invalid', String(key === 'bad'));
    field.setAttribute('aria-describedby', key && trouble.id);
    if (key) field.focus();
  }

  /** @param {string} text */
  function say(text) {
    said.textContent = text;
    said.hidden = false;
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    // Not disabled: a button that is would lose the focus.
    if (go.ariaDisabled === 'true') return;
    const address = field.value.trim();
    if (!ADDRESS.test(address)) return wrong('bad');
    if (order.address !== address) order = { ref: newRef(), address };
    wrong('');
    go.ariaDisabled = 'true';
    const problem = await send(whose, order, t.language).catch(() => 'failed');
    go.ariaDisabled = 'false';
    if (problem) return wrong(problem);
    form.hidden = true;
    leave.textContent = t('leave');
    say(t('sent', { address }));
    said.focus();
  });

  void offer(whose).then(({ answered, address }) => {
    field.value = address ?? '';
    form.hidden = !answered;
    if (!answered) say(t('later'));
    all.hidden = false;
  }, () => {});
  return all;
}

/** @param {Whose} whose @param {RequestInit} [how] */
function ask({ site, conversation, token }, how) {
  const address = new URL('transcript/mail', document.baseURI);
  address.search = String(new URLSearchParams({ site, conversation }));
  return fetch(address, { headers: { Authorization: `Bearer ${token}` }, cache: 'no-store', ...how });
}

/** Fails where no mail is sent. @param {Whose} whose @returns {Promise<{answered: boolean, address?: string}>} */
async function offer(whose) {
  const answer = await ask(whose);
  if (answer.status !== 200) throw new Error(String(answer.status));
  return answer.json();
}

/** @param {Whose} whose @param {{ref: string, address: string}} order @param {string} language @returns {Promise<string>} what went wrong, as a key of the texts */
async function send(whose, order, language) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const answer = await ask(whose, { method: 'POST', body: new URLSearchParams({ ...order, language, zone: timeZone ?? 'UTC' }) });
  if (answer.ok) return '';
  const { reason } = await answer.json().catch(() => ({}));
  // Many ask at this moment: that is soon over.
  if (reason === 'busy') return 'failed';
  return { 409: 'later', 422: 'bad', 429: 'enough', 503: 'enough' }[answer.status] ?? 'failed';
}
