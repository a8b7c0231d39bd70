/**
 * The HTTP carrier for whom needs it: fetched then, since nearly all get through by a WebSocket. Edge.
 * Until it is here it is a carrier that has not opened yet; where it does not come, one that has closed.
 */

/** @param {string} address @returns {Carrier} */
export function httpLater(address) {
  let isOver = false;
  /** @type {Carrier} */
  const carrier = { onopen: null, onmessage: null, onclose: null, send() {}, close() { isOver = true; } };
  import('./httpcarrier.js').then(({ httpCarrier }) => {
    if (isOver) return;
    const real = httpCarrier(address);
    real.onopen = event => carrier.onopen?.(event);
    real.onmessage = event => carrier.onmessage?.(event);
    real.onclose = event => carrier.onclose?.(event);
    carrier.send = text => real.send(text);
    carrier.close = (code, reason) => real.close(code, reason);
  }, () => isOver || carrier.onclose?.({ code: 1006, reason: '' }));
  return carrier;
}
