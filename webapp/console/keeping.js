/**
 * Entries that are on the page while another form of it is saved: kept in this tab until the page is there again. Edge: browser storage.
 *
 * @typedef {import('./entries.js').Values} Values
 * @typedef {Record<string, Values>} Forms by the ids of the forms
 */
const KEY = 'deskbell.console.entries';

/** @param {string} page what the page is of: entries are given to no other @param {Forms} forms @returns {boolean} whether they are kept */
export function keep(page, forms) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ page, forms }));
    return true;
  } catch {
    return false;
  }
}

/** Once: what is for another page is over. @param {string} page @returns {Forms} */
export function kept(page) {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    sessionStorage.removeItem(KEY);
    return found?.page === page ? found.forms : {};
  } catch {
    return {};
  }
}
