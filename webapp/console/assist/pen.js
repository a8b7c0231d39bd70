/**
 * Drawing on the page: a line begins on an element, its points go out in small parts, and the last part says that it is
 * done. Knows no page: marks and clock are passed in.
 */
import { offset } from './fit.js';
import { throttle } from './throttle.js';

/**
 * @param {object} given
 * @param {(line: {id: string, node: number, points: [number, number][], done: boolean}) => void} given.send
 * @param {{line: (id: string, on: Element, points: {x: number, y: number}[], done: boolean) => void}} given.marks
 * @param {{now: () => number, timer: (run: () => void, delay: number) => () => void}} given.clock
 */
export function createPen({ send, marks, clock }) {
  /** @type {{id: string, node: number, on: Element, box: {left: number, top: number}, all: {x: number, y: number}[], sent: number} | null} */
  let line = null;
  let lines = 0;
  const part = throttle(go, clock);

  /** @param {boolean} done */
  function go(done) {
    if (!line) return;
    const from = line;
    const points = from.all.slice(from.sent).map(at => offset(at, from.box));
    from.sent = from.all.length;
    send({ id: from.id, node: from.node, points, done });
  }

  return {
    /** @param {{x: number, y: number}} at @param {{element: Element, id: number}} hit */
    set(at, hit) {
      line = { id: `s${++lines}`, node: hit.id, on: hit.element, box: hit.element.getBoundingClientRect(), all: [at], sent: 0 };
      part.call(false);
    },
    /** @param {{x: number, y: number}} at */
    move(at) {
      if (!line) return;
      line.all.push(at);
      marks.line(line.id, line.on, line.all, false);
      part.call(false);
    },
    lift() {
      if (!line) return;
      part.drop();
      go(true);
      marks.line(line.id, line.on, line.all, true);
      line = null;
    },
  };
}
