/**
 * Shows while an answer is written what becomes of its variables, and puts them in at the caret. View.
 */
import { fill, problem } from './canned/variables.js';

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));
const area = /** @type {HTMLTextAreaElement} */ (byId('text'));
const site = /** @type {HTMLSelectElement | null} */ (document.getElementById('site'));
const filled = byId('filled');

/** @type {Record<string, (detail: string) => string>} */
const WRONG = {
  'unknown-variable': detail => `There is no variable “${detail}”.`,
  'open-variable': detail => `Two closing brackets }} are missing after “${detail}”.`,
};

/** @param {string} id @param {string} text */
function put(id, text) {
  const node = byId(id);
  if (node.textContent !== text) node.textContent = text;
}

function draw() {
  const chosen = site && site.value !== '' ? site.selectedOptions[0].text : filled.dataset.site;
  /** @param {string} name */
  const always = name => ({ 'agent.name': filled.dataset.agent, 'site.name': chosen })[name];
  const wrong = problem(area.value);
  put('filled-problem', wrong && !document.getElementById('text-problem') ? WRONG[wrong.reason](wrong.detail) : '');
  put('filled-known', fill(area.value, name => always(name) ?? (name === 'visitor.name' ? 'Lin' : `(${name.replace(/^attribute\./, '')})`)));
  put('filled-unknown', fill(area.value, always));
  filled.hidden = area.value.trim() === '';
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-insert]'))) {
  button.addEventListener('click', () => {
    area.setRangeText(button.dataset.insert ?? '', area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
}
area.addEventListener('input', () => {
  // What was wrong when it was sent is not what is written now.
  document.getElementById('text-problem')?.remove();
  draw();
});
site?.addEventListener('change', draw);
draw();
