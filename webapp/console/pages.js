/**
 * What the administration pages do in the browser: copying, looking at secrets, the warning before entries are lost, and
 * taking away the news of what was done. Everything else is the server's.
 */

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

for (const swatch of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-colour]'))) {
  swatch.style.setProperty('background', String(swatch.dataset.colour));
}

// Entries that are not saved: said beside the button, and before the page is left.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.guarded'));
if (form) {
  const state = /** @type {HTMLElement} */ (form.querySelector('.savebar-state'));
  const taken = () => JSON.stringify([...new FormData(form)].filter(([name]) => !name.startsWith('jakarta.faces')));
  const first = taken();
  // What comes back with a problem, or with a line more or less, is not saved either.
  const refused = form.querySelector('[role="alert"]') !== null || form.dataset.unsaved === 'yes';
  let leaving = false;
  const dirty = () => refused || taken() !== first;
  const tell = () => {
    const now = String(dirty() ? state.dataset.dirty : state.dataset.clean);
    if (state.textContent !== now) state.textContent = now;
    form.classList.toggle('dirty', dirty());
  };
  form.addEventListener('input', tell);
  form.addEventListener('change', tell);
  form.addEventListener('submit', () => { leaving = true; });
  for (const link of document.querySelectorAll('[data-leave]')) link.addEventListener('click', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });
  addEventListener('beforeunload', event => { if (!leaving && dirty()) event.preventDefault(); });
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (form.querySelector('.savebar [type="submit"]'))?.click();
    }
  });
  tell();
}
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
