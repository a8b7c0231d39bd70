/**
 * Batches of what happens on the page → pieces of text that fit into frames: JSON, deflated, base64url, cut. One stream begins with a
 * whole picture; its pieces are numbered without a gap, so that a reader sees that one is lost.
 */

const PIECE = 16_000;

/** @returns {string} */
export const newStream = () => encode(crypto.getRandomValues(new Uint8Array(12)));

/** @param {object} batch @returns {Promise<string[]>} */
export async function pieces(batch) {
  const text = encode(await deflate(new TextEncoder().encode(JSON.stringify(batch))));
  const cut = [];
  for (let from = 0; from < text.length; from += PIECE) cut.push(text.slice(from, from + PIECE));
  return cut;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function deflate(bytes) {
  if (typeof CompressionStream === 'undefined') return stored(bytes);
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Blocks that are not compressed, for browsers that cannot (RFC 1951, 3.2.4). @param {Uint8Array<ArrayBuffer>} bytes */
export function stored(bytes) {
  const most = 65_535;
  const blocks = Math.max(1, Math.ceil(bytes.length / most));
  const out = new Uint8Array(bytes.length + blocks * 5);
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = bytes.subarray(block * most, (block + 1) * most);
    const length = part.length;
    out.set([block === blocks - 1 ? 1 : 0, length & 255, length >> 8, ~length & 255, ~length >> 8 & 255], at);
    out.set(part, at + 5);
    at += length + 5;
  }
  return out;
}

/** @param {Uint8Array} bytes */
function encode(bytes) {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8_192) text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
