/** Faces made of initials: nobody has to upload a picture to be somebody. View. */

/** @param {HTMLElement} node @param {string} name @param {string} [id] */
export function face(node, name, id = name) {
  node.className = 'face';
  node.textContent = initials(name);
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 360;
  node.style.setProperty('--tint', String(sum));
  return node;
}

/** @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map(word => String.fromCodePoint(word.codePointAt(0) ?? 32)).join('').toLocaleUpperCase();
}
