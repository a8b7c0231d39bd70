/**
 * The viewer's frame: shows what the inbox passes on of a visitor's page, and tells it what the agent does there. Entry.
 *
 * inbox → frame: {begin: true} · {events: [...]} · {clear: true} · {empty: true} · {tool} · {way: 'fit' | 'full'} · {name} · {label} · {focus: true}
 * frame → inbox: {is: 'ready'} · {is: 'shown', href, width, height} · {is: 'send', about, data} · {is: 'picked', tool, node, target}
 *   · {is: 'tool', tool} · {is: 'again'} · {is: 'flood' | 'crowded' | 'broken'}
 */
import { Glass } from './assist/glass.js';
import { createMarks } from './assist/marks.js';
import { Stage } from './assist/stage.js';
import { find } from './dom.js';

/** @type {MessagePort | null} */
let port = null;
/** @param {object} news */
const told = news => port?.postMessage(news);

const lines = /** @type {SVGElement} */ (/** @type {unknown} */ (document.getElementById('lines')));
const visitor = find(document, '#visitor');
const marks = createMarks({ lines, visitor, boxes: find(document, '#boxes'), cursor: find(document, '#cursor') });
const stage = new Stage({
  room: find(document, '#room'), sheet: find(document, '#sheet'), scaled: find(document, '#scaled'), pictures: find(document, '#pictures'),
}, { told, moved: (at, touch) => marks.visitor(at, touch), changed: () => marks.follow() });
const pane = find(document, '#glass');
const glass = new Glass(pane, { stage, marks, told });

/** @param {any} message */
function take(message) {
  if (message.begin) {
    stage.begin();
    marks.begin();
  }
  if (message.events) stage.feed(message.events);
  if (message.clear) marks.clear();
  if (message.empty) {
    stage.clear();
    marks.clear();
    marks.begin();
  }
  if (message.tool) glass.use(message.tool);
  if (message.way) {
    stage.way = message.way;
    stage.fit();
  }
  if (message.label) pane.setAttribute('aria-label', message.label);
  if (message.name !== undefined) find(visitor, 'bdi').textContent = message.name;
  if (message.focus) pane.focus();
}

addEventListener('message', event => {
  if (port || event.origin !== location.origin || event.source !== parent || event.data !== 'deskbell.viewer') return;
  port = event.ports[0] ?? null;
  if (!port) return;
  port.onmessage = ({ data }) => take(data);
  told({ is: 'ready' });
});

// What the player stumbles over stays here. Without a picture the agent is told; else the next one helps.
for (const kind of ['error', 'unhandledrejection']) {
  addEventListener(kind, event => {
    event.preventDefault();
    setTimeout(() => stage.seen || told({ is: 'broken' }), 1000);
  });
}
