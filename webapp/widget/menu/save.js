/** The conversation as a file, or by mail: asked for in which form, and fetched with the visitor's secret in a header. View. The server writes its title, 'savedTitle'. */

import { el } from '../el.js';

/** @typedef {{conversation: string, site: string, token: string}} Whose */

/** @param {import('../../shared/i18n.js').Texts} t @param {Whose} whose @param {import('../parts.js').Parts} parts */
export function askToSave(t, whose, parts) {
  const byMail = el('section', { hidden: true });
  const trouble = el('p', { className: 'hint-danger', role: 'alert', hidden: true, textContent: t('saveFailed') });
  const ways = /** @type {const} */ ([['html', 'savePage'], ['text', 'saveText']]).map(([format, key]) => {
    const button = el('button', { type: 'button', className: 'other', textContent: t(key) });
    button.addEventListener('click', async () => {
      trouble.hidden = true;
      button.disabled = true;
      const isThere = await save(whose, format, t.language).then(() => true, () => false);
      button.disabled = false;
      trouble.hidden = isThere;
      if (isThere) dialog.close();
      else button.focus();
    });
    return button;
  });
  const no = el('button', { value: 'no', className: 'other', textContent: t('cancel') });
  const dialog = el('dialog', { id: 'dialog' }, el('h2', { id: 'dialog-title', textContent: t('save') }), trouble,
    el('div', { className: 'choices' }, ...ways), byMail, el('form', { method: 'dialog', className: 'choices' }, no));
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  dialog.addEventListener('close', () => dialog.remove(), { once: true });
  document.body.append(dialog);
  dialog.showModal();
  void parts.use('mail', (/** @type {typeof import('../mail/mail.js')} */ { createMail }) => createMail(), (/** @type {import('../mail/mail.js').Mail} */ mail) => byMail.replaceWith(mail.form(whose, no)));
}

/** @param {Whose} whose @param {'html' | 'text'} format @param {string} language */
async function save({ conversation, site, token }, format, language) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const address = new URL('transcript', document.baseURI);
  address.search = String(new URLSearchParams({ site, conversation, format, language, zone: timeZone ?? 'UTC' }));
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` }, cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  const url = URL.createObjectURL(await answer.blob());
  el('a', { href: url, download: `chat-${new Date().toISOString().slice(0, 10)}.${format === 'html' ? 'html' : 'txt'}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
