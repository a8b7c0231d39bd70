/**
 * Labels as they stand on a conversation. View.
 */

/** @param {HTMLElement} place @param {import('./boxes.js').Label[]} labels */
export function showPills(place, labels) {
  const key = JSON.stringify(labels);
  place.hidden = labels.length === 0;
  if (place.dataset.pills === key) return;
  place.dataset.pills = key;
  place.replaceChildren(...labels.map(pill));
}

/** @param {import('./boxes.js').Label} label */
function pill({ name, colour }) {
  const node = document.createElement('span');
  node.className = 'label-pill';
  node.dataset.label = colour;
  const text = document.createElement('bdi');
  text.textContent = name;
  node.append(text);
  return node;
}
