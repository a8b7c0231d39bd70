/**
 * What is entered in one form of a page and not saved yet. View.
 *
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field
 * @typedef {Record<string, string | boolean>} Values
 */

export class Entries {
  /** @type {Values} */
  #first;
  /** What comes back with a problem, or with a line more or less, is not saved either. */
  #refused;

  /** @param {HTMLFormElement} form @param {string} words what is said beside its button where it has no line for that */
  constructor(form, words) {
    this.form = form;
    this.state = /** @type {HTMLElement | null} */ (form.querySelector('.savebar-state')) ?? line(form, words);
    this.#first = this.#taken;
    this.#refused = form.querySelector('[role="alert"], [aria-invalid="true"]') !== null || form.dataset.unsaved === 'yes';
    for (const event of ['input', 'change']) form.addEventListener(event, () => this.tell());
    this.tell();
  }

  /** @returns {Field[]} */
  get fields() {
    return [.../** @type {Iterable<Field>} */ (/** @type {unknown} */ (this.form.elements))].filter(isEntry);
  }

  get dirty() {
    return this.#refused || Object.keys(this.changed).length > 0;
  }

  /** What is not as the server gave it. @returns {Values} */
  get changed() {
    return Object.fromEntries(Object.entries(this.#taken).filter(([key, value]) => this.#first[key] !== value));
  }

  /** Whether there is a password among it: that is put down nowhere. */
  get secret() {
    return this.fields.some(field => /password$/.test(field.autocomplete) && field.value !== '');
  }

  /** What Ctrl+S presses; never what removes something. @returns {HTMLElement | null} */
  get button() {
    return this.form.querySelector('.savebar [type="submit"]') ?? this.form.querySelector('.actions [type="submit"]:not(.button-danger)');
  }

  /** What was changed before the page was loaded anew. @param {Values} values */
  bring(values) {
    for (const field of this.fields) {
      const value = values[keyOf(field)];
      if (typeof value === 'boolean') /** @type {HTMLInputElement} */ (field).checked = value;
      else if (value !== undefined) field.value = value;
    }
    this.form.dispatchEvent(new Event('input'));
  }

  tell() {
    const { dirty, state } = this;
    const now = (dirty ? state?.dataset.dirty : state?.dataset.clean) ?? '';
    if (state && state.textContent !== now) state.textContent = now;
    this.form.classList.toggle('dirty', dirty);
  }

  /** @returns {Values} */
  get #taken() {
    return Object.fromEntries(this.fields.map(field => [keyOf(field), isTicked(field) ? field.checked : field.value]));
  }
}

/** Searching enters nothing. @param {Element} field */
export function isEntry(field) {
  return field.matches('[name]:is(textarea, select, input:not([type=hidden], [type=search], [type=submit], [type=button]))');
}

/** @param {Field} field @returns {field is HTMLInputElement} */
const isTicked = field => field.type === 'checkbox' || field.type === 'radio';

/** @param {Field} field */
const keyOf = field => (field.type === 'radio' ? `${field.name} ${field.value}` : field.name);

/** @param {HTMLFormElement} form @param {string} words */
function line(form, words) {
  const actions = form.querySelector('.actions');
  if (!actions) return null;
  const state = document.createElement('span');
  state.className = 'unsaved';
  state.setAttribute('role', 'status');
  state.dataset.dirty = words;
  actions.append(state);
  return state;
}
