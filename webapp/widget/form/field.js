/** One question with its field and what is wrong with it. View. */

import { el } from '../el.js';

const TYPES = /** @type {Record<string, string>} */ ({ email: 'email', phone: 'tel', checkbox: 'checkbox' });

/** @param {import('./form.js').Question} question @param {import('../../shared/i18n.js').Texts} t @param {string} value */
export function createField(question, t, value) {
  const { id, kind, required } = question;
  const input = control(question, t, value);
  input.id = `field-${id}`;
  if (required) input.setAttribute('aria-required', 'true');
  const label = el('label', { htmlFor: input.id, dir: 'auto' }, question.label ?? t(id));
  if (!required) label.append(' ', el('small', { textContent: t('optional') }));
  const trouble = el('p', { id: `${input.id}-trouble`, className: 'form-trouble', hidden: true });
  const node = el('div', { className: kind === 'checkbox' ? 'form-field form-check' : 'form-field' }, ...(kind === 'checkbox' ? [input, label] : [label, input]), trouble);

  return {
    node, question,
    get value() { return input instanceof HTMLInputElement && input.type === 'checkbox' ? (input.checked ? 'yes' : '') : input.value; },
    get isWrong() { return !trouble.hidden; },
    focus: () => input.focus(),
    /** @param {string} problem @param {import('../../shared/i18n.js').Texts} now */
    wrong(problem, now) {
      trouble.hidden = !problem;
      trouble.textContent = problem ? now(problem) : '';
      input.setAttribute('aria-invalid', String(problem !== ''));
      if (problem) input.setAttribute('aria-describedby', trouble.id);
      else input.removeAttribute('aria-describedby');
    },
  };
}

/** @param {import('./form.js').Question} question @param {import('../../shared/i18n.js').Texts} t @param {string} value */
function control({ id, kind, choices }, t, value) {
  if (kind === 'long') return el('textarea', { rows: 3, maxLength: 500, dir: 'auto', value });
  if (kind === 'choice') {
    const select = el('select', {}, new Option(t('choose'), ''), ...(choices ?? []).map(choice => new Option(choice, choice)));
    select.value = value;
    return select;
  }
  if (kind === 'checkbox') return el('input', { type: 'checkbox', checked: value === 'yes' });
  const autocomplete = /** @type {AutoFill} */ ({ name: 'name', email: 'email' }[id] ?? (kind === 'phone' ? 'tel' : 'off'));
  // Numbers and addresses are written from the left in every language.
  return el('input', { type: TYPES[kind] ?? 'text', maxLength: 200, dir: kind === 'text' ? 'auto' : 'ltr', autocomplete, value });
}
