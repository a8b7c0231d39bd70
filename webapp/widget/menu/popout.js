/**
 * The chat in a window of its own. Edge. Who the visitor is goes from the frame to its own window by a message between
 * two pages of the same origin that know each other, never in an address.
 *
 *   frame:   const own = openOwn({give: () => ({…}), took: token => …, back: () => …});   null when the browser blocked it
 *   window:  const given = await askOpener();
 */

/** @param {{give: () => object, took: (token: string) => void, back: () => void}} options */
export function openOwn({ give, took, back }) {
  const address = new URL(location.href);
  address.hash = 'own';
  const own = open(address, `deskbell${address.searchParams.get('site')}`, 'popup,width=420,height=680');
  if (!own) return null;

  /** @param {MessageEvent} event */
  function hear(event) {
    if (event.source !== own || event.origin !== location.origin) return;
    if (event.data?.deskbell === 'who?') own?.postMessage({ deskbell: 'you', ...give() }, location.origin);
    if (event.data?.deskbell === 'token' && typeof event.data.token === 'string') took(event.data.token);
  }

  addEventListener('message', hear);
  const watch = setInterval(() => own.closed && over(), 500);
  function over() {
    clearInterval(watch);
    removeEventListener('message', hear);
    back();
  }
  return { close: () => own.close(), focus: () => own.focus() };
}

/** @returns {Promise<any>} what the frame gives, or null after a second without an answer */
export function askOpener() {
  const opener = window.opener;
  if (!opener) return Promise.resolve(null);
  return new Promise(answer => {
    const late = setTimeout(() => answer(null), 1000);
    addEventListener('message', event => {
      if (event.source !== opener || event.origin !== location.origin || event.data?.deskbell !== 'you') return;
      clearTimeout(late);
      answer(event.data);
    });
    opener.postMessage({ deskbell: 'who?' }, location.origin);
  });
}
