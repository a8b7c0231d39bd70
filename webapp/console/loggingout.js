/**
 * Whoever logs out with conversations on his desk is told first what becomes of them; pressing again, or the note's button, goes on. View.
 */

/**
 * @param {HTMLElement} page
 * @param {object} given
 * @param {import('./parting.js').Parting} given.parting
 * @param {(text: string, undo: () => void, label: string) => void} given.tell
 */
export function loggingOut(page, { parting, tell }) {
  const form = page.querySelector('form[action$="/logout"]');
  const button = form?.querySelector('button');
  if (!(form instanceof HTMLFormElement) || !button) return;
  let told = false;
  // Asked by who is about to press it, so that the answer is there when he does.
  for (const event of ['pointerenter', 'focus']) button.addEventListener(event, () => told || parting.foresee());
  form.addEventListener('submit', event => {
    if (told || parting.words === '') return;
    event.preventDefault();
    told = true;
    const goOn = () => {
      told = true;
      form.requestSubmit();
    };
    tell(parting.words, goOn, button.title);
  });
  button.addEventListener('blur', () => { told = false; });
}
