/**
 * The page around this window, as far as it is shared: the script in it is loaded after the yes, told what is allowed, and what it
 * sends goes to the agents who watch, while one watches. Edge.
 */

import { createSender } from './sender.js';
import { createTab } from './tab.js';

/** An agent who has not said for so long that he watches does not. */
const WATCHED = 50_000;
const PAGE = ['see', 'point', 'act'];
const isOfPage = (/** @type {string} */ kind) => PAGE.includes(kind);

/** @typedef {import('./requests.js').Request} Request */

/**
 * @param {import('./desk.js').Given & {send: (frame: Frame) => boolean, stop: (request?: string) => void, waiting: () => number, moved: () => void,
 *   settle: (request: string, proposal: string, answer: string) => void}} given
 */
export function createSharing(given) {
  const { site, bridge } = given;
  const tab = createTab(site.key, { isEmbedded: bridge.isEmbedded, lost });
  /** @type {MessagePort | null} */ let page = null;
  /** @type {Map<string, number>} */ const watchers = new Map();
  /** @type {any} */ let waking;
  let told = '';
  let awaitsWhole = false;
  /** What is allowed on this page: calls on each, seeing it in one tab. @type {Request[]} */ let now = [];
  /** @type {import('../../shared/i18n.js').Texts} */ let words;
  /** What the page's script says. @type {import('../../shared/i18n.js').Dictionary} */ let texts = {};
  const sender = createSender({ ...given, anew: () => watchers.size && watch(true) });

  function lost() {
    if (page) end();
    given.moved();
  }

  /** @param {object} message */
  const tell = message => page?.postMessage(message);

  function begin() {
    const { port1, port2 } = new MessageChannel();
    page = port1;
    page.onmessage = event => heard(event.data);
    bridge.tell('assist', {}, [port2]);
  }

  function end() {
    tell({ do: 'stop' });
    page?.close();
    page = null;
    told = '';
    watchers.clear();
    sender.clear();
  }

  /** @param {boolean} on */
  function watch(on) {
    awaitsWhole = on;
    if (on) sender.clear();
    tell({ do: 'watch', on });
  }

  function wake() {
    clearTimeout(waking);
    const had = watchers.size;
    const live = new Set(now.filter(({ kinds }) => kinds.includes('see')).map(({ request }) => request));
    for (const [id, at] of watchers) if (Date.now() - at > WATCHED || !live.has(id)) watchers.delete(id);
    if (had && !watchers.size) watch(false);
    if (watchers.size) waking = setTimeout(wake, 5_000);
  }

  /** @param {any} data from the page's script */
  function heard(data) {
    // Who watched the page before this one asks for a picture at once.
    if (data?.say === 'ready' && tab.shares && !watchers.size) sender.put({ state: 'here' }, true);
    if (data?.say === 'events' && watchers.size) {
      sender.put({ events: data.events }, awaitsWhole);
      awaitsWhole = false;
    }
    if (data?.say === 'state') sender.put({ state: data.state }, awaitsWhole);
    if (data?.say === 'stop') given.stop(data.request);
    if (data?.say === 'settled') given.settle(data.request, data.proposal, data.answer);
  }

  /** Tells the page's script what is allowed, in the visitor's language; nothing twice. */
  function explain() {
    const { language, dir } = words;
    // What one agent was allowed by several requests, he may by each of them.
    const kindsOf = (/** @type {string} */ id) => [...new Set(now.filter(({ agent }) => agent.id === id).flatMap(({ kinds }) => kinds))];
    const requests = now.map(({ request, agent, until }) => ({ request, name: agent.name, kinds: kindsOf(agent.id), until }));
    const { accent, scheme } = site;
    const message = { do: 'start', requests, texts, language, dir, accent, onAccent: getComputedStyle(document.documentElement).getPropertyValue('--on-accent-light').trim() || '#fff', scheme, hidden: site.hidden };
    const what = JSON.stringify(message);
    if (what === told) return;
    told = what;
    tell(message);
  }

  return {
    get here() { return tab.shares; },
    set here(value) { tab.shares = value; },
    /** @param {import('../../shared/i18n.js').Texts} t @param {import('../../shared/i18n.js').Dictionary} dictionary @param {Request[]} live */
    show(t, dictionary, live) {
      words = t;
      texts = Object.fromEntries(Object.entries(dictionary).filter(([key]) => /^((mark|hidden|propose)_|bar_call$)/.test(key)));
      now = live.map(request => ({ ...request, kinds: request.kinds.filter(kind => tab.shares || !isOfPage(kind)) })).filter(({ kinds }) => kinds.length);
      if (!now.length || !bridge.isEmbedded) {
        if (page) end();
        return;
      }
      if (!page) begin();
      explain();
      wake();
    },
    /** The connection is back: what was under way is lost. */
    resume() { if (page && watchers.size) watch(true); },
    /** @param {Frame} frame `assist`, of an agent @param {Request[]} live */
    hear(frame, live) {
      const kind = frame.about === 'watch' ? 'see' : frame.about;
      const request = live.find(one => one.request === frame.request && one.kinds.includes(kind));
      const data = read(frame.data);
      if (!request || !tab.shares || !data) return;
      if (frame.about !== 'watch') return tell({ do: frame.about, request: request.request, data });
      if (!data.on) watchers.set(request.request, 0);
      else {
        const isNew = !watchers.has(request.request);
        watchers.set(request.request, Date.now());
        if (isNew || data.fresh) watch(true);
        else sender.put({ state: 'fine' });
      }
      wake();
    },
    /** @param {Frame} frame `assisted` @param {Request[]} live */
    entry(frame, live) {
      const request = live.find(one => one.request === frame.request);
      if (!page || !tab.shares) return;
      if (frame.event === 'proposed' && request?.kinds.includes('point')) {
        const { proposal, action, node, label, value } = frame;
        tell({ do: 'propose', proposal, request: frame.request, name: request.agent.name, action, node, label, value });
      }
      if (frame.event === 'stopped') tell({ do: 'withdraw', request: frame.request });
    },
  };
}

/** @param {string} text */
function read(text) {
  try {
    const data = JSON.parse(text);
    return data && typeof data === 'object' ? data : null;
  } catch {
    return null;
  }
}
