/**
 * What lies over the picture in the viewer: the visitor's pointer, the agent's by keyboard, own lines and highlights. View.
 */

const SVG = 'http://www.w3.org/2000/svg';
export const LINE_STAYS = 6000;
export const MARK_STAYS = 4000;

/** @param {{lines: SVGElement, boxes: HTMLElement, visitor: HTMLElement, cursor: HTMLElement}} places */
export function createMarks({ lines, boxes, visitor, cursor }) {
  /** @type {Map<string, SVGPolylineElement>} */
  const drawn = new Map();
  /** What is tied to an element of the page, and where that was then. @type {Map<Element, {to: Element, left: number, top: number}>} */
  const tied = new Map();

  /** @param {Element} node @param {Element} to */
  function tie(node, to) {
    const { left, top } = to.getBoundingClientRect();
    tied.set(node, { to, left, top });
  }

  /** @param {HTMLElement} node @param {{left: number, top: number, width: number, height: number}} box */
  const lay = (node, box) => Object.assign(node.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });

  const hover = document.createElement('div');
  hover.className = 'box is-hover';
  hover.hidden = true;
  boxes.append(hover);

  return {
    /** The visitor's pointer. @param {{x: number, y: number}} at @param {boolean} touch */
    visitor({ x, y }, touch) {
      visitor.hidden = false;
      visitor.style.translate = `${x}px ${y}px`;
      if (!touch) return;
      visitor.classList.remove('is-touching');
      void visitor.offsetWidth;
      visitor.classList.add('is-touching');
    },
    /** The agent's own, where it is moved by keys. @param {{x: number, y: number} | null} at */
    cursor(at) {
      cursor.hidden = at === null;
      if (at) cursor.style.translate = `${at.x}px ${at.y}px`;
    },
    /** @param {DOMRect | null} box */
    hover(box) {
      hover.hidden = box === null;
      if (box) lay(hover, box);
    },
    /** @param {Element} element */
    mark(element) {
      const node = document.createElement('div');
      node.className = 'box';
      lay(node, element.getBoundingClientRect());
      boxes.append(node);
      tie(node, element);
      setTimeout(() => { node.remove(); tied.delete(node); }, MARK_STAYS);
    },
    /** @param {string} id @param {Element} on where it began @param {{x: number, y: number}[]} points all of it so far @param {boolean} done */
    line(id, on, points, done) {
      const line = drawn.get(id) ?? /** @type {SVGPolylineElement} */ (document.createElementNS(SVG, 'polyline'));
      line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
      if (!drawn.has(id)) {
        lines.append(line);
        tie(line, on);
      }
      drawn.set(id, line);
      if (!done) return;
      line.classList.add('is-done');
      setTimeout(() => { line.remove(); drawn.delete(id); tied.delete(line); }, LINE_STAYS);
    },
    /** The page has changed or was scrolled: what is tied to a part of it goes along. */
    follow() {
      for (const [node, { to, left, top }] of tied) {
        const box = to.getBoundingClientRect();
        /** @type {HTMLElement} */ (node).style.translate = `${box.left - left}px ${box.top - top}px`;
      }
    },
    clear() {
      drawn.clear();
      tied.clear();
      lines.replaceChildren();
      boxes.replaceChildren(hover);
      hover.hidden = true;
      cursor.hidden = true;
    },
    /** The picture begins anew: where the visitor points is not known any more. */
    begin() {
      visitor.hidden = true;
    },
  };
}

/** @typedef {ReturnType<typeof createMarks>} MarksView */
