/**
 * The sample shop: its basket, its product page, and the strip on top that shows what a page can do with the chat. All a
 * page needs for the chat itself is the one script tag in its HTML.
 */
import { PLANTS, euros } from './plants.js';

/** @type {any} */ const page = window;
/** The chat's script may come later than this one: what is pushed before is done then. @param {any[]} call */
const chat = (...call) => (page.Deskbell ||= []).push(call);
/** Every page has what is asked for. @param {string} selector @returns {any} */
const $ = selector => document.querySelector(selector);
/** @param {string} name @param {any} value */
const keep = (name, value) => localStorage.setItem(`fernweh.${name}`, JSON.stringify(value));
/** @param {string} name @param {any} otherwise */
const kept = (name, otherwise) => JSON.parse(localStorage.getItem(`fernweh.${name}`) ?? 'null') ?? otherwise;

// The strip: the chat's language follows while the page runs.
const languages = $('#language');
languages.value = kept('language', languages.value);
if (languages.selectedIndex < 0) languages.value = 'en';
if (languages.value !== 'en') chat('setLanguage', languages.value);
languages.addEventListener('change', () => {
  keep('language', languages.value);
  chat('setLanguage', languages.value);
});

// The strip: a customer who is logged in at the shop. The shop's server vouches for her with a signed identity.
const log = $('#log');
async function vouch() {
  const answer = await fetch('identity', { method: 'POST', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The shop's server said ${answer.status}`);
  const { id, name, proof } = await answer.json();
  chat('identify', id, { name, Customer: 'since spring', 'Last order': 'FW-20417' }, proof);
}
/** @param {boolean} known */
function showLin(known) {
  log.setAttribute('aria-pressed', String(known));
  log.textContent = known ? 'Logged in as Lin · log out' : 'Log in as Lin';
  keep('lin', known);
}
log.addEventListener('click', async () => {
  if (log.getAttribute('aria-pressed') === 'true') {
    chat('reset');
    showLin(false);
    say('You are a stranger again.');
    return;
  }
  try {
    await vouch();
    showLin(true);
    say('Hello Lin. The chat knows you now.');
  } catch {
    say('The sample log-in is switched off here.');
  }
});
if (kept('lin', false)) vouch().then(() => showLin(true), () => showLin(false));

// The address goes nowhere.
$('#address')?.addEventListener('submit', (/** @type {Event} */ event) => {
  event.preventDefault();
  say('Thank you. We would bring it there if we were real.');
});

// Anything that says "ask us" opens the chat.
for (const ask of document.querySelectorAll('[data-ask]')) ask.addEventListener('click', () => chat('open'));

// The product page shows the plant of its address.
const id = new URLSearchParams(location.search).get('plant') ?? 'monstera';
const plant = Object.hasOwn(PLANTS, id) ? PLANTS[id] : PLANTS.monstera;
if ($('.product')) {
  for (const spot of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-plant]'))) {
    const what = /** @type {keyof typeof plant} */ (spot.dataset.plant);
    spot.textContent = what === 'price' ? euros(plant.price) : String(plant[what]);
  }
  const picture = $('.portrait img');
  picture.src = `pictures/${Object.hasOwn(PLANTS, id) ? id : 'monstera'}.svg`;
  picture.alt = `Drawing of a ${plant.name.toLowerCase()}`;
  $('.portrait').className = `portrait tint-${plant.tint}`;
  document.title = `${plant.name} – Fernweh`;
  $('#add').addEventListener('click', () => {
    const basket = kept('basket', {});
    basket[id] = (basket[id] ?? 0) + 1;
    keep('basket', basket);
    count();
    say(`${plant.name} is in your basket.`);
  });
}

// The basket.
function count() {
  const all = Object.values(kept('basket', {})).reduce((sum, many) => sum + many, 0);
  $('.basket b').textContent = all;
}
$('.basket').addEventListener('click', () => {
  const lines = Object.entries(kept('basket', {})).filter(([key]) => Object.hasOwn(PLANTS, key));
  $('#lines').replaceChildren(...lines.map(([key, many]) => {
    const line = document.createElement('li');
    const price = document.createElement('span');
    price.textContent = euros(PLANTS[key].price * many);
    line.append(`${many} × ${PLANTS[key].name}`, price);
    return line;
  }));
  $('#nothing').hidden = lines.length > 0;
  $('#total').textContent = euros(lines.reduce((sum, [key, many]) => sum + PLANTS[key].price * many, 0));
  $('dialog').showModal();
});
$('#clear').addEventListener('click', () => {
  keep('basket', {});
  count();
});

let quiet = 0;
/** @param {string} text */
function say(text) {
  const bubble = document.createElement('span');
  bubble.textContent = text;
  $('.said').replaceChildren(bubble);
  clearTimeout(quiet);
  quiet = setTimeout(() => bubble.remove(), 5000);
}
count();
