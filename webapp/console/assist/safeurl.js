/**
 * Addresses of a stranger that the agent's browser would load by itself: pictures, style sheets, fonts of the web. Pure.
 *
 *   const urls = createUrls({ own: location.origin });
 *   urls.resource(text), urls.candidates(srcset), urls.fragment(text) → the address or null
 */

const DATA = /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)|font\/[\w.+-]+|application\/(?:x-)?font-[\w.+-]+)[;,]/i;
/** Of our own server only plain files: the agent's log-in goes with every request there, and nothing else must be reached by it. */
const FILE = /\.(?:png|jpe?g|gif|webp|avif|ico|svg|css|woff2?|ttf|otf)$/i;

/** @param {{own: string}} given `own`: the origin of the console */
export function createUrls({ own }) {
  /** @param {string} text @returns {string | null} */
  function resource(text) {
    // Without control characters and blanks, which browsers skip when they read a scheme.
    const plain = text.replace(/[\u0000-\u0020]+/g, '');
    if (/^data:/i.test(plain)) return DATA.test(plain) ? text.trim() : null;
    if (!/^https?:\/\//i.test(plain)) return null;
    const url = URL.canParse(plain) ? new URL(plain) : null;
    if (!url || url.username || url.password) return null;
    if (url.origin === own && (url.search !== '' || !FILE.test(url.pathname))) return null;
    return url.href;
  }

  return {
    resource,
    /** @param {string} text a `srcset`: all of it, or nothing */
    candidates(text) {
      const safe = text.split(/,\s+/).map(part => {
        const [url, size = '', ...more] = part.trim().split(/\s+/);
        const address = more.length === 0 && /^(?:[\d.]{1,9}[wx])?$/.test(size) && !/^data:/i.test(url) ? resource(url) : null;
        return address === null ? null : `${address.replaceAll(',', '%2C')} ${size}`.trim();
      });
      return safe.includes(null) ? null : safe.join(', ');
    },
    /** @param {string} text a part of the same document */
    fragment: text => (/^#[^\s"'()<>]{1,200}$/.test(text.trim()) ? text.trim() : null),
  };
}

/** @typedef {ReturnType<typeof createUrls>} Urls */

/** @param {unknown} text a page's own address, for people: of the web, or nothing */
export function pageAddress(text) {
  if (typeof text !== 'string' || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return '';
  return new URL(text).href.slice(0, 2000);
}
