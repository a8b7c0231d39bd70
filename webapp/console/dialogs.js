/**
 * The help with every key, and the settings of sounds and notifications. View.
 */
import { permission } from './alerts.js';
import { closeBeside, find, mark, put } from './dom.js';
import { say } from './texts.js';

/** @param {HTMLElement} root @param {{lines: () => [string, string[]][], settings: () => void}} given `lines`: what each key does, as the agent has it now */
export function helpDialog(root, given) {
  const dialog = /** @type {HTMLDialogElement} */ (find(root, '#help'));
  find(dialog, '#help-settings').addEventListener('click', () => {
    dialog.close();
    given.settings();
  });
  return opened(dialog, find(root, '#help-open'), () => find(dialog, '.keys').replaceChildren(...given.lines().map(keyLine)));
}

/** @param {[string, string[]]} line */
function keyLine([text, keys]) {
  const line = document.createElement('div');
  const label = document.createElement('dt');
  const strokes = document.createElement('dd');
  label.textContent = text;
  keys.forEach((key, index) => {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    strokes.append(index > 0 ? ' ' : '', cap);
  });
  line.append(label, strokes);
  return line;
}

/** @param {HTMLElement} root @param {import('./alerts.js').Alerts} alerts @param {() => void} changed */
export function alertsDialog(root, alerts, changed) {
  const dialog = /** @type {HTMLDialogElement} */ (find(root, '#alerts'));
  const inputs = /** @type {HTMLInputElement[]} */ ([...dialog.querySelectorAll('input')]);
  const show = () => {
    const settings = /** @type {Record<string, any>} */ (alerts.settings);
    for (const input of inputs) {
      if (input.type === 'range') input.value = settings[input.name];
      else input.checked = settings[input.name] && (input.name !== 'desktop' || permission() === 'granted');
    }
    const problem = find(dialog, '#alerts-problem');
    const state = permission();
    problem.hidden = state !== 'denied' && state !== 'unsupported';
    put(problem, problem.hidden ? '' : say(`alerts_${state}`));
    mark(find(dialog, '[name=desktop]'), 'disabled', problem.hidden ? null : '');
    mark(find(dialog, '[name=preview]'), 'disabled', alerts.settings.desktop && problem.hidden ? null : '');
  };
  dialog.addEventListener('input', async event => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    if (input.name === 'desktop' && input.checked) await alerts.allow();
    else alerts.change({ [input.name]: input.type === 'range' ? Number(input.value) : input.checked });
    show();
    changed();
  });
  find(dialog, '#alerts-try').addEventListener('click', () => alerts.play('ring'));
  return opened(dialog, find(root, '#alerts-open'), show);
}

/** @param {HTMLDialogElement} dialog @param {HTMLElement} button @param {() => void} [show] */
export function opened(dialog, button, show = () => {}) {
  const open = () => {
    show();
    dialog.showModal();
  };
  button.addEventListener('click', open);
  closeBeside(dialog);
  return { open, get isOpen() { return dialog.open; } };
}
