/** The pages before the console: lets a password be looked at, and a form be sent once. View. */

const said = document.body.dataset;

for (const button of document.querySelectorAll('button[data-look]')) {
  const field = document.getElementById(button.getAttribute('data-look') ?? '');
  if (field instanceof HTMLInputElement && button instanceof HTMLButtonElement) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const show = field.type === 'password';
      field.type = show ? 'text' : 'password';
      button.textContent = (show ? said.hide : said.show) ?? '';
      button.setAttribute('aria-label', (show ? said.hidePassword : said.showPassword) ?? '');
      field.focus();
    });
  }
}

for (const form of document.querySelectorAll('form')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    sent = false;
    form.removeAttribute('aria-busy');
  });
}

if (document.querySelector('.say-problem')) document.getElementById('password')?.focus();
