/**
 * One conversation, one address. Pure.
 */

/** @param {string} search the query of an address @returns {string | null} */
export function conversationIn(search) {
  const id = new URLSearchParams(search).get('c');
  return id !== null && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null;
}

/** @param {string} pathname @param {string | null} conversation */
export function addressOf(pathname, conversation) {
  return conversation === null ? pathname : `${pathname}?c=${encodeURIComponent(conversation)}`;
}
