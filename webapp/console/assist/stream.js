/**
 * Puts a visitor's page together from the pieces that arrive: in order, without a gap, batch by batch. Pure: the clock,
 * the inflater and what to do with the outcome are passed in.
 *
 *   const reader = createReader({ unpack, ask, batch, now });
 *   reader.take(frame)     an `assist` frame about `page`
 *   reader.wanted()        asks for a new picture, at most once in two seconds
 *   reader.busy           a batch has begun and is not complete
 *   reader.reset()         forgets everything: the next stream is a new one
 *
 * `batch(content, fresh)` gets what a batch held, in order; `fresh` is true for the first of a stream.
 */

/** Asking more often would only make the page draw itself again and again. */
export const PATIENCE = 2000;
/** More text without an end is no batch of a page. */
const LONGEST = 8_000_000;
const REMEMBERED = 20;

/**
 * @param {object} given
 * @param {(text: string) => Promise<any>} given.unpack
 * @param {() => void} given.ask
 * @param {(content: any, fresh: boolean) => void} given.batch
 * @param {() => number} given.now
 */
export function createReader({ unpack, ask, batch, now }) {
  /** The stream that is read, or null: one is awaited. @type {{id: string, n: number, text: string[], length: number, begun: boolean} | null} */
  let stream = null;
  /** Streams that are over: what still arrives of them is not a beginning. @type {string[]} */
  let over = [];
  /** Batches are unpacked one after the other. @type {Promise<void>} */
  let turn = Promise.resolve();
  let asked = -Infinity;

  function wanted() {
    if (now() - asked < PATIENCE) return;
    asked = now();
    ask();
  }

  /** The stream cannot be read on: only a new one helps. */
  function broken() {
    if (stream) over = [...over, stream.id].slice(-REMEMBERED);
    stream = null;
    wanted();
  }

  /** @param {string} id */
  function begin(id) {
    if (stream) over = [...over, stream.id].slice(-REMEMBERED);
    stream = { id, n: 0, text: [], length: 0, begun: false };
  }

  /** @param {NonNullable<typeof stream>} from */
  function finish(from) {
    const text = from.text.join('');
    const fresh = !from.begun;
    Object.assign(from, { text: [], length: 0, begun: true });
    turn = turn.then(async () => {
      if (stream !== from) return;
      try {
        const content = await unpack(text);
        if (stream === from) batch(content, fresh);
      } catch {
        if (stream === from) broken();
      }
    });
  }

  return {
    wanted,
    /** A batch is on its way. */
    get busy() { return stream !== null && stream.text.length > 0; },
    /** Resolves when everything that was taken is through. */
    settled: () => turn,
    reset() {
      stream = null;
      over = [];
    },
    /** @param {Frame} frame */
    take(frame) {
      const { stream: id, n, data, more } = frame;
      if (typeof id !== 'string' || !Number.isInteger(n) || typeof data !== 'string' || over.includes(id)) return;
      if (stream?.id !== id) {
        if (n !== 1) return wanted();
        begin(id);
      }
      const from = /** @type {NonNullable<typeof stream>} */ (stream);
      if (n <= from.n) return;
      if (n !== from.n + 1) return broken();
      from.n = n;
      from.length += data.length;
      from.text.push(data);
      if (from.length > LONGEST) return broken();
      if (!more) finish(from);
    },
  };
}
