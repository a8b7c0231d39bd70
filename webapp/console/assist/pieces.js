/**
 * From pieces of text to what they carry: base64url, deflate-raw, JSON, each within bounds. Pure, but for the
 * platform's inflater.
 */

/** No batch of a page may become larger: a few kilobytes of deflate can hold gigabytes. */
export const LARGEST = 24_000_000;

/** @param {string} text base64url without padding @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(text) {
  if (!/^[\w-]*$/.test(text)) throw new Error('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, letter => letter.charCodeAt(0));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {number} [largest] @returns {Promise<string>} */
export async function inflated(bytes, largest = LARGEST) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      throw new Error('too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** @param {string} text @returns {Promise<any>} */
export async function unpacked(text) {
  return JSON.parse(await inflated(bytesOf(text)));
}
