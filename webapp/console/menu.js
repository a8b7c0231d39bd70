/**
 * A button that opens a small panel under it: Escape, a click elsewhere or leaving it closes it. View.
 */
export class Menu {
  /** @param {HTMLElement} button @param {HTMLElement} panel @param {{opened?: () => void}} [on] */
  constructor(button, panel, on = {}) {
    this.button = button;
    this.panel = panel;
    button.addEventListener('click', () => (panel.hidden ? this.open(on) : this.close(true)));
    const place = /** @type {HTMLElement} */ (button.parentElement);
    place.addEventListener('keydown', event => {
      if (panel.hidden) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.close(true);
      }
      this.#step(event);
    });
    place.addEventListener('focusout', event => {
      if (event.relatedTarget instanceof Node && !place.contains(event.relatedTarget)) this.close(false);
    });
    document.addEventListener('pointerdown', event => {
      if (event.target instanceof Node && !place.contains(event.target)) this.close(false);
    });
  }

  /** @param {{opened?: () => void}} on */
  open(on) {
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    on.opened?.();
    const first = this.panel.querySelector('[aria-checked=true]') ?? this.panel.querySelector('button:not([hidden])');
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {boolean} back whether the focus goes back to the button */
  close(back) {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (back) this.button.focus();
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const items = /** @type {HTMLElement[]} */ ([...this.panel.querySelectorAll('button:not([hidden])')]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : step ? at + step : null;
    if (to === null) return;
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  }
}
