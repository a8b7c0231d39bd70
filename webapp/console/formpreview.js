/**
 * Shows how the questions before the first message will look, from what stands in the form's fields. View.
 */

export {};

const preview = /** @type {HTMLElement} */ (document.getElementById('form-preview'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('form'));
const STANDING = /** @type {Record<string, string>} */ ({ name: preview.dataset.name, email: preview.dataset.email });

/** @param {HTMLElement} question */
function field(question) {
  const { id = '', kind = '' } = question.dataset;
  const label = /** @type {HTMLInputElement | null} */ (question.querySelector('input[type="text"]'))?.value.trim() || STANDING[id] || '…';
  const isRequired = question.querySelector('input[type="checkbox"]:checked') !== null;
  const node = document.createElement('div');
  node.className = `fp-field is-${kind}`;
  const words = document.createElement('span');
  words.dir = 'auto';
  words.textContent = label;
  if (!isRequired) {
    const hint = document.createElement('small');
    hint.textContent = ` ${preview.dataset.optional}`;
    words.append(hint);
  }
  const box = document.createElement('i');
  node.append(...(kind === 'checkbox' ? [box, words] : [words, box]));
  return node;
}

function draw() {
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('.question')]);
  preview.querySelector('.fp-fields')?.replaceChildren(...questions.map(field));
  /** @type {HTMLElement} */ (preview.querySelector('.fp-card')).hidden = questions.length === 0;
  /** @type {HTMLElement} */ (preview.querySelector('.fp-none')).hidden = questions.length > 0;
}

form.addEventListener('input', draw);
form.addEventListener('change', draw);
draw();
