/**
 * What the administration pages do in the browser: copying, looking at secrets, the warning before entries are lost, and
 * taking away the news of what was done. Everything else is the server's.
 */
import { Entries, isEntry } from './entries.js';
import { keep, kept } from './keeping.js';

const SHOWN = 9000;
/** What the buttons say; the server knows the language. */
const spoken = document.body.dataset;

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
  const usual = button.textContent;
  button.addEventListener('click', async () => {
    const source = byId(String(button.dataset.copy));
    try {
      await navigator.clipboard.writeText(source.dataset.secret ?? source.textContent ?? '');
      button.textContent = spoken.copied ?? '';
    } catch {
      getSelection()?.selectAllChildren(source);
      button.textContent = spoken.copyKeys ?? '';
    }
    setTimeout(() => { button.textContent = usual; }, 2500);
  });
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-unveil]'))) {
  const source = byId(String(button.dataset.unveil));
  const veil = source.textContent;
  button.addEventListener('click', () => {
    const shown = button.getAttribute('aria-pressed') === 'true';
    source.textContent = shown ? veil : source.dataset.secret ?? '';
    source.classList.toggle('veiled', shown);
    button.setAttribute('aria-pressed', String(!shown));
    button.textContent = (shown ? spoken.show : spoken.hide) ?? '';
  });
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-look]'))) {
  const input = /** @type {HTMLInputElement} */ (byId(String(button.dataset.look)));
  button.hidden = false;
  button.setAttribute('aria-label', `${spoken.show}: ${input.labels?.[0]?.textContent ?? ''}`);
  button.addEventListener('click', () => {
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.textContent = (shown ? spoken.show : spoken.hide) ?? '';
    button.setAttribute('aria-pressed', String(!shown));
  });
}

const paint = () => {
  for (const swatch of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-colour]'))) {
    swatch.style.setProperty('background', String(swatch.dataset.colour));
  }
};
paint();
// A search brings others.
const found = document.getElementById('found');
if (found) new MutationObserver(paint).observe(found, { childList: true, subtree: true });

// Entries that are not saved: said beside the button, asked about before the page is left, and there again where another form was saved.
const forms = [.../** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('main form'))]
  .filter(form => [...form.elements].some(isEntry)).map(form => new Entries(form, spoken.dirty ?? ''));
const page = `${location.pathname} ${spoken.record}`;
const before = kept(page);
for (const entries of forms) if (before[entries.form.id]) entries.bring(before[entries.form.id]);

/** What the page is left for; the others are kept meanwhile. @type {Element | null} */
let leaving = null;
const atRisk = () => forms.filter(entries => entries.dirty && entries.form !== leaving);
document.querySelector('main')?.addEventListener('submit', event => { leaving = /** @type {Element} */ (event.target); });
for (const link of document.querySelectorAll('[data-leave]')) link.addEventListener('click', () => { leaving = link.closest('form'); });
addEventListener('pageshow', () => { leaving = null; });
addEventListener('beforeunload', event => {
  const left = atRisk();
  const carried = leaving !== null && !left.some(entries => entries.secret)
    && (left.length === 0 || keep(page, Object.fromEntries(left.map(({ form, changed }) => [form.id, changed]))));
  if (left.length > 0 && !carried) event.preventDefault();
  leaving = null;
});
addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== 's' || forms.length === 0) return;
  event.preventDefault();
  const at = document.activeElement?.closest('form');
  const entries = forms.find(({ form }) => form === at) ?? forms.find(({ dirty }) => dirty) ?? forms.find(({ form }) => form.matches('.guarded'));
  entries?.button?.click();
});
/** @type {HTMLElement | null} */ (document.querySelector('[aria-invalid="true"]'))?.focus();

// What was done is said once: not again after a reload.
const toast = document.getElementById('toast');
if (toast) {
  const address = new URL(location.href);
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
  const away = () => toast.remove();
  const button = /** @type {HTMLButtonElement} */ (toast.querySelector('.toast-away'));
  button.hidden = false;
  button.addEventListener('click', away);
  let timer = setTimeout(away, SHOWN);
  const stay = () => clearTimeout(timer);
  toast.addEventListener('pointerenter', stay);
  toast.addEventListener('focusin', stay);
  toast.addEventListener('pointerleave', () => { timer = setTimeout(away, SHOWN); });
  // Read out because it comes after the page.
  const line = /** @type {HTMLElement} */ (toast.querySelector('p'));
  const news = line.textContent;
  line.textContent = '';
  setTimeout(() => { line.textContent = news; }, 100);
}
