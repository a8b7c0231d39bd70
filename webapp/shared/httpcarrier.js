/**
 * Carries frames over plain HTTP where a WebSocket cannot get through (protocol.md, "HTTP carrier"). Edge.
 *
 *   const carrier = httpCarrier(address, fetch)   looks like a WebSocket: onopen, onmessage, onclose, send(text), close()
 *
 * One request up at a time, what is said meanwhile is joined into the next; one long poll down at a time.
 * A 410 is the server's close code; any other failure closes with 1006 and the channel makes a new link.
 */

const UP_LIMIT = 10_000;
const DOWN_LIMIT = 40_000;
const JOINED = 24_000;
const MOST_FRAMES = 64;

/** @param {string} address such as https://host/carrier/chat @param {typeof fetch} [request] @returns {Carrier} */
export function httpCarrier(address, request = (input, init) => fetch(input, init)) {
  /** @type {string[]} */
  let queue = [];
  let link = '';
  let sending = false;
  let over = false;
  const stop = new AbortController();

  /** @type {Carrier} */
  const carrier = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send(text) {
      queue.push(text);
      void flush();
    },
    close(code = 1000, reason = '') {
      end(code, reason);
    },
  };

  /** @param {number} code @param {string} reason */
  function end(code, reason) {
    if (over) return;
    over = true;
    stop.abort();
    carrier.onclose?.({ code, reason });
  }

  /** @param {string} path @param {string} body @param {number} limit */
  async function call(path, body, limit) {
    const late = setTimeout(() => end(1006, 'no answer'), limit);
    try {
      /** @type {Record<string, string>} */
      const headers = { 'Content-Type': 'application/json' };
      if (link) headers['Deskbell-Link'] = link;
      const answer = await request(address + path, {
        method: 'POST', headers, body, cache: 'no-store', credentials: 'same-origin', signal: stop.signal,
      });
      if (answer.ok) return answer;
      const told = answer.status === 410 ? await answer.json().catch(() => ({})) : {};
      end(told.code ?? 1006, told.reason ?? `answer ${answer.status}`);
    } catch {
      end(1006, 'no connection');
    } finally {
      clearTimeout(late);
    }
    return null;
  }

  async function open() {
    const answer = await call('', '', UP_LIMIT);
    const body = answer ? await answer.json().catch(() => null) : null;
    if (over) return;
    if (!body?.link) return end(1006, 'no link');
    link = body.link;
    carrier.onopen?.();
    void flush();
    void listen();
  }

  async function listen() {
    while (!over) {
      const answer = await call('/down', '', DOWN_LIMIT);
      const frames = answer ? await answer.text().catch(() => '') : '';
      if (over) return;
      if (!frames) return end(1006, 'empty answer');
      carrier.onmessage?.({ data: frames });
    }
  }

  async function flush() {
    if (sending || !link || over) return;
    sending = true;
    while (queue.length && !over) {
      await call('/up', `[${next().join(',')}]`, UP_LIMIT);
    }
    sending = false;
  }

  /** As many frames as go into one request. */
  function next() {
    let size = 0;
    let count = 0;
    while (count < Math.min(queue.length, MOST_FRAMES) && (count === 0 || size + queue[count].length < JOINED)) size += queue[count++].length;
    const batch = queue.slice(0, count);
    queue = queue.slice(count);
    return batch;
  }

  void open();
  return carrier;
}
