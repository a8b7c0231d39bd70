/**
 * Puts the site's selectors of hidden parts together with ours. Pure: `works` tells whether the browser takes one.
 *
 *   hiddenParts('.a, :broken(', works) → '[data-deskbell="hide"],.a'
 */

const OWN = '[data-deskbell="hide"]';

/** @param {string} list @param {(selector: string) => boolean} works */
export function hiddenParts(list, works) {
  const wanted = list.trim();
  if (!wanted) return OWN;
  if (works(wanted)) return `${OWN},${wanted}`;
  return [OWN, ...parts(wanted).filter(works)].join(',');
}

/** At commas that stand in no brackets and no string. @param {string} list */
function parts(list) {
  return (list.match(/(?:"[^"]*"|'[^']*'|\([^()]*\)|\[[^\]]*\]|[^,])+/g) ?? []).map(part => part.trim()).filter(Boolean);
}

/** @param {string} selector */
export function browserTakes(selector) {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
