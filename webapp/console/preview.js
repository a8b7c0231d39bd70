/**
 * Shows while it is being edited how button and window of a site will look. View; the colours are worked out as the
 * widget does it (shared/contrast.js).
 */
import { neutral, palette } from '../shared/contrast.js';

const ICONS = /** @type {Record<string, string>} */ ({
  chat: 'M12 4.5c-4.7 0-8.5 3.1-8.5 7 0 2 1 3.8 2.6 5.1L5.5 20l3.7-1.8c.9.2 1.8.3 2.8.3 4.7 0 8.5-3.1 8.5-7s-3.8-7-8.5-7Z',
  bell: 'M5 17.5h14M6.5 17.5v-6a5.5 5.5 0 0 1 11 0v6M12 6V4M10 20.5h4',
  help: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.3-1.1.9-1.1 1.7M12 16.8v.1M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0',
});

const form = /** @type {HTMLFormElement} */ (document.getElementById('site'));
const preview = /** @type {HTMLElement} */ (document.getElementById('preview'));
const pick = /** @type {HTMLInputElement} */ (document.getElementById('accent-pick'));
const hex = /** @type {HTMLInputElement} */ (document.getElementById('accent'));
const night = /** @type {HTMLButtonElement} */ (document.getElementById('preview-dark'));
let dark = matchMedia('(prefers-color-scheme: dark)').matches;

/** @param {string} name */
const value = name => String(new FormData(form).get(name) ?? '').trim();
/** @param {string} selector */
const part = selector => /** @type {HTMLElement} */ (preview.querySelector(selector));
/** @param {string} selector @param {string} text */
const put = (selector, text) => { part(selector).textContent = text; };

function colours() {
  const accent = /^#[0-9a-f]{6}$/i.test(value('accent')) ? value('accent') : '#2f6f5e';
  const scheme = value('scheme') === 'auto' ? dark ? 'dark' : 'light' : value('scheme');
  const kind = /** @type {'light' | 'dark'} */ (scheme);
  const { hue, ...derived } = palette(accent, kind);
  const { style } = preview;
  const dashed = { accent: derived.accent, 'on-accent': derived.onAccent, 'accent-text': derived.accentText, 'accent-soft': derived.accentSoft };
  for (const [name, colour] of Object.entries(dashed)) style.setProperty(`--pv-${name}`, colour);
  for (const name of ['surface', 'raised', 'sunken', 'line', 'line-strong', 'text', 'text-quiet']) {
    style.setProperty(`--pv-${name}`, `rgb(${neutral(name, kind, hue).map(share => Math.round(share * 255)).join(' ')})`);
  }
  style.setProperty('--pv-button', accent);
  night.hidden = value('scheme') !== 'auto';
  night.setAttribute('aria-pressed', String(dark));
  if (pick.value !== accent) pick.value = accent;
  // As the loader does it: white where it can be read, else black.
  style.setProperty('--pv-on-button', readable(accent));
}

/** @param {string} accent */
function readable(accent) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(accent.slice(at, at + 2), 16) / 255)
    .map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) >= 4.5 ? '#ffffff' : '#000000';
}

function draw() {
  colours();
  preview.classList.toggle('pv-left', value('side') === 'left');
  put('.pv-title', value('title') || value('name') || preview.dataset.nameless || '');
  put('.pv-greeting', value('greeting'));
  part('.pv-greeting').hidden = !value('greeting');
  put('.pv-consent p', value('consent'));
  part('.pv-consent').hidden = !value('consent');
  part('.pv-write').hidden = !!value('consent');
  put('.pv-button span', value('buttonLabel'));
  part('.pv-button path').setAttribute('d', ICONS[value('icon')] ?? ICONS.chat);
}

pick.addEventListener('input', () => {
  hex.value = pick.value;
  hex.dispatchEvent(new Event('input', { bubbles: true }));
});
night.addEventListener('click', () => {
  dark = !dark;
  draw();
});
form.addEventListener('input', draw);
form.addEventListener('change', draw);
draw();
