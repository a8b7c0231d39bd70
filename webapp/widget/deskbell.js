/**
 * The loader: what a customer's page runs. It draws the button in a shadow root and, when the visitor asks for it (or a
 * conversation is running), loads Deskbell's own page into an iframe. Nothing of what is said passes through here.
 *
 *   <script async src="https://chat.example/widget/deskbell.js?site=KEY"></script>
 *   data-consent="wait"   nothing is done before Deskbell.consent(true)
 *   data-language="fr"    instead of the page's or the browser's language
 *   data-domain="example.com"   a running chat goes on across sub-domains (remembered in a cookie of that domain)
 *
 *   window.Deskbell  open() close() toggle() hide() show() identify(id, attributes, proof) setAttributes(attributes)
 *                    setConversationAttributes(attributes) setLanguage(tag) consent(given) reset() on(event, hear) off(event, hear) push([name, …arguments])
 *   Before the script has come: (window.Deskbell ||= []).push(['identify', '42', {name: 'Lin'}]).
 *   Events are DOM events `deskbell:NAME` on window; `on` and `off` are short for listening to them. In `event.detail`
 *   is what belongs to it: ready, open, close, unread {count}, started, ended.
 *
 * Messages with the window are checked by origin, source and shape; they carry no text of the conversation and no token.
 * To the window goes always the whole state of this side; from it come ready-made wishes (`asked`).
 * It is a classic script of at most 3 KB (gzip): short on purpose, no imports.
 */
(() => {
  const page = /** @type {any} */ (window);
  const doc = document;
  const script = /** @type {HTMLScriptElement} */ (doc.currentScript || doc.createElement('script'));
  const options = script.dataset;
  /** @type {{key: string, base: string, name: string, accent: string, onAccent: string, side: string, icon: string, scheme: string, label: string, language?: string, hide?: boolean, load?: boolean}} */
  const site = page.DeskbellSite;
  if (!site) {
    // The tag named its site by data-site only: ask once more, with the key.
    const again = doc.createElement('script');
    again.src = `${script.src.split('?')[0]}?site=${options.site}`;
    Object.assign(again.dataset, options);
    if (options.site) doc.head.append(again);
    return;
  }
  const early = page.Deskbell;
  if (early?.open) return;

  const base = new URL(site.base || '..', script.src || location.href).href.replace(/\/$/, '');
  const origin = new URL(base).origin;
  const mark = `deskbell.${site.key}`;
  const ICONS = /** @type {Record<string, string>} */ ({
    chat: 'M4.5 19.5v-13a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8Z',
    bell: 'M5 17.5h14M6.5 17.5v-6a5.5 5.5 0 0 1 11 0v6M12 6V4M10 20.5h4',
    help: 'M9 10a3 3 0 1 1 3 3v1M12 17v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17',
    down: 'M6 9.5l6 6 6-6',
  });
  const STYLE = `:host{all:initial;font:600 15px system-ui,sans-serif}
button,iframe{position:fixed;z-index:2147483000;inset-inline-${site.side === 'left' ? 'start' : 'end'}:20px;bottom:max(20px,env(safe-area-inset-bottom));border:0;transition:opacity .15s,transform .15s,visibility .15s}
button{display:flex;align-items:center;gap:10px;min-width:56px;height:56px;padding:0 15px;border-radius:28px;background:${site.accent};color:${site.onAccent};font:inherit;cursor:pointer;box-shadow:0 4px 16px #0003}
button:hover{transform:translateY(-2px)}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #222}
svg{width:26px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-4px;inset-inline-end:-4px;min-width:12px;padding:0 5px;border-radius:28px;background:#c4281c;color:#fff;font-size:13px;line-height:22px}
iframe{margin-bottom:68px;width:380px;height:min(640px,80dvh);max-width:90vw;max-height:calc(100dvh - 108px);border-radius:20px;box-shadow:0 12px 40px #0003;visibility:hidden;opacity:0;transform:translateY(8px)}
.open,.preview{visibility:visible;opacity:1;transform:none}
.preview{width:320px;border-radius:14px}
@media print{:host{display:none}}
@media(max-width:480px){.open{inset:0;margin:0;width:100%;height:100dvh;max-width:none;max-height:none;border-radius:0}.open~button{display:none}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}`;

  /** @type {any} */ let who = {};
  let language = options.language || doc.documentElement.lang || site.language || navigator.language;
  /** @type {any} */ let isReady;
  let isOpen = false;
  let isFull = false;
  /** @type {any} */ let quiet;
  /** @type {any} */ let wipe;
  let title = '';
  let label = site.label || 'Chat';
  let prefix = '';
  /** @type {any} */ let overflow;
  /** @type {HTMLElement | undefined} */ let host;
  /** @type {HTMLButtonElement} */ let button;
  /** @type {HTMLElement} */ let badge;
  /** @type {SVGPathElement} */ let drawn;
  /** @type {HTMLIFrameElement | undefined} */ let frame;
  /** @type {any} */ let watch;

  /** What this site remembers: 1 the window was loaded once, 2 a conversation is running, 3 and it was in view; else nothing to count with. @param {any} [value] @returns {any} */
  function note(value) {
    const domain = options.domain;
    try {
      if (value >= 0) {
        if (domain) doc.cookie = `${mark}=${value};domain=${domain};path=/;samesite=lax;secure;max-age=${value * 1e7}`;
        else localStorage[mark] = value;
      }
      return +(domain ? doc.cookie.split(`${mark}=`)[1]?.[0] : localStorage[mark]);
    } catch {
      // blocked: nothing is remembered
    }
  }

  function tell() {
    settle();
    if (isReady) frame?.contentWindow?.postMessage({ deskbell: 'state', open: isOpen, quiet, wipe, who, language, page: { url: location.href, title, referrer: doc.referrer } }, origin);
  }

  /** @param {string} name @param {object} [detail] */
  const happened = (name, detail) => page.dispatchEvent(new CustomEvent(`deskbell:${name}`, { detail }));

  /** The page's own title, without our count. */
  function settle() {
    title = doc.title;
    if (title.startsWith(prefix)) title = title.slice(prefix.length);
  }

  /** What is read out of the button has the count in it, as what is seen. */
  const named = () => { button.ariaLabel = label + (prefix && ` ${badge.textContent}`); };

  function show() {
    if (host) return;
    host = doc.createElement('deskbell-chat');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    button = doc.createElement('button');
    badge = doc.createElement('b');
    badge.hidden = true;
    const svg = doc.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawn = /** @type {SVGPathElement} */ (doc.createElementNS(svg.namespaceURI, 'path'));
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.append(drawn);
    button.append(svg, `${site.label} `, badge);
    named();
    button.onclick = () => api.toggle();
    root.append(button);
    doc.body.append(host);
    turn(false);
  }

  /** @param {boolean} open */
  function turn(open) {
    isOpen = open;
    button.ariaExpanded = `${open}`;
    drawn.setAttribute('d', ICONS[open ? 'down' : site.icon] || ICONS.chat);
    if (frame) {
      frame.className = open ? 'open' : '';
      frame.style.height = frame.style.top = '';
    }
    fit();
    tell();
    if (frame) happened(open ? 'open' : 'close');
  }

  /** What was said last comes last. @param {string} kind @param {any} attributes null takes one back */
  function add(kind, attributes) {
    // What cannot be passed on fails here, where it was said.
    who[kind] = structuredClone({ ...who[kind], ...attributes });
    tell();
  }

  const isSmall = () => matchMedia('(max-width:480px)').matches;

  /** On a phone the window is as high as what the keyboard leaves, and the page behind does not scroll. */
  function fit() {
    const view = page.visualViewport;
    const style = doc.documentElement.style;
    const full = isOpen && isSmall();
    if (full && frame) {
      frame.style.top = `${view.offsetTop}px`;
      frame.style.height = `${view.height}px`;
    }
    if (full === isFull) return;
    isFull = full;
    if (full) overflow = style.overflow;
    style.overflow = full ? 'hidden' : overflow;
  }

  function load() {
    show();
    if (frame) return;
    frame = doc.createElement('iframe');
    frame.title = label;
    frame.allow = 'autoplay;microphone;camera;display-capture';
    frame.src = `${base}/widget/window?site=${site.key}`;
    frame.onload = () => {
      isReady = true;
      tell();
    };
    button.before(frame);
    // From here on there may be somebody's token in the window: wiping is due also where it was never opened.
    note(note() || 1);
    let place = '';
    watch = setInterval(() => {
      settle();
      if (place !== (place = location.href + title)) tell();
    }, 1000);
  }

  /** What the window may ask for. @type {Record<string, (message: any, ports?: any) => void>} */
  const asked = {
    words(message) {
      label = site.label || message.label;
      named();
    },
    ready(message) {
      asked.words(message);
      happened('ready');
    },
    close: () => api.close(),
    open: () => api.open(),
    warn: message => console.warn(message.text),
    unread({ count }) {
      if (count !== count >>> 0) return;
      settle();
      prefix = count ? `(${count}) ` : '';
      if (doc.title !== prefix + title) doc.title = prefix + title;
      badge.hidden = !count;
      badge.textContent = count > 99 ? '99+' : count;
      named();
      happened('unread', { count });
    },
    preview({ height }) {
      if (!frame || isOpen) return;
      frame.className = height ? 'preview' : '';
      frame.style.height = `${+height}px`;
    },
    running({ on }) {
      const was = note() > 1;
      note(on ? isOpen ? 3 : 2 : 1);
      if (was !== !!on) happened(on ? 'started' : 'ended');
    },
    // Help on this page, which the visitor has agreed to: what does it talks with the window by this port.
    assist: (_, ports) => import(`${base}/widget/assist.js`).then(({ help }) => help(ports[0])),
    gone() {
      api.close();
      note(0);
      clearInterval(watch);
      frame?.remove();
      frame = undefined;
      isReady = wipe = false;
    },
  };

  page.addEventListener('message', (/** @type {MessageEvent} */ event) => {
    const kind = event.data?.deskbell;
    if (event.source === frame?.contentWindow && event.origin === origin && Object.hasOwn(asked, kind)) asked[kind](event.data, event.ports);
  });

  /** @type {Record<string, (...given: any[]) => any>} */
  const api = {
    open(quietly) {
      load();
      if (isOpen) return;
      quiet = quietly === 1;
      note(note() > 1 ? 3 : 1);
      turn(true);
      if (!quiet) frame?.focus();
    },
    close() {
      if (!isOpen) return;
      const had = host?.shadowRoot?.activeElement === frame;
      if (note() > 2) note(2);
      turn(false);
      if (had) button.focus();
    },
    toggle: () => isOpen ? api.close() : api.open(),
    hide() { if (host) host.style.display = 'none'; },
    show() { if (host) host.style.display = ''; },
    identify(id, attributes, proof) {
      who = { ...who, id, attributes, proof };
      tell();
    },
    setAttributes: attributes => add('attributes', attributes),
    setConversationAttributes: attributes => add('about', attributes),
    setLanguage(tag) {
      language = `${tag}`;
      tell();
    },
    reset() {
      who = {};
      wipe = !!(note() || frame);
      if (wipe) load();
      tell();
    },
    consent: given => given ? start() : (api.reset(), api.hide()),
    on: (name, hear) => page.addEventListener(`deskbell:${name}`, hear),
    off: (name, hear) => page.removeEventListener(`deskbell:${name}`, hear),
    push: ([name, ...given]) => api[name]?.(...given),
  };

  function start() {
    if (!doc.body) return doc.addEventListener('DOMContentLoaded', start);
    // Nobody is there, and then this site has no button; who is in a conversation gets it below.
    if (!site.hide) show();
    api.show();
    if (note() > 2 && !isSmall()) api.open(1);
    else if (note() > 1 || site.load) load();
  }

  page.Deskbell = api;
  page.visualViewport?.addEventListener('resize', fit);
  page.visualViewport?.addEventListener('scroll', fit);
  if (options.consent !== 'wait') start();
  early?.forEach?.(api.push);
})();
