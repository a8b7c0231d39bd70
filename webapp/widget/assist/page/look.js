/**
 * How our own parts in the page look. The family's tokens, and `!important` where the page could reach in: on the host.
 *
 *   lookOf({accent, onAccent, scheme}) → the style sheet's text
 */

const SCHEMES = /** @type {Record<string, string>} */ ({ light: 'light', dark: 'dark' });
const COLOUR = /^#[0-9a-f]{3,8}$/i;

/** @param {{accent: string, onAccent: string, scheme: string}} given the accent's pair has been made to be read, see contrast.js */
export function lookOf({ accent, onAccent, scheme }) {
  const [own, ink] = COLOUR.test(accent) && COLOUR.test(onAccent) ? [accent, onAccent] : ['#2f6f5e', '#fff'];
  return `:host{all:initial!important;position:fixed!important;inset:0!important;z-index:2147483646!important;display:block!important;visibility:visible!important;opacity:1!important;pointer-events:none!important;contain:layout style!important;color-scheme:${SCHEMES[scheme] ?? 'light dark'}!important}
.all{--accent:${own};--on-accent:${ink};${RULES}`;
}

const RULES = `--raised:light-dark(#fff,#24282b);--sunken:light-dark(#eef1f0,#33383c);
--line:light-dark(#dfe2e2,#41474b);--line-strong:light-dark(#838a8c,#878f92);--text:light-dark(#1b2123,#eceff0);--quiet:light-dark(#566063,#abb3b6);--focus:light-dark(#1b2123,#fff);
--shadow:0 8px 28px light-dark(#0f141930,#0009);
font:400 15px/1.45 system-ui,sans-serif;color:var(--text)}
*{box-sizing:border-box}
[hidden]{display:none!important}
.icon{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
button{font:inherit;color:inherit;background:none;border:0;margin:0;padding:0;min-width:44px;min-height:44px;border-radius:22px;cursor:pointer;display:inline-flex;align-items:center;justify-content:center;gap:8px;transition:background-color 120ms}
button:hover{background:var(--sunken)}
button:focus-visible,.card:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.mark{position:absolute;display:flex;align-items:center;gap:2px;max-width:min(560px,100vw - 16px);padding:3px;border:1px solid var(--line);border-radius:26px;background:var(--raised);box-shadow:var(--shadow);pointer-events:auto}
.mark>button{flex:none}
.grip{min-width:32px;cursor:grab;touch-action:none;color:var(--quiet)}
.grip .icon{stroke-width:2.5}
.grip:active{cursor:grabbing}
.who{display:flex;align-items:center;gap:8px;min-width:0;padding-block:2px;padding-inline-end:8px;font-weight:600;line-height:1.3}
.who span{min-width:0;overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.live{flex:none;width:10px;height:10px;border-radius:50%;background:light-dark(#c4281c,#ff8a7a);animation:breathe 2.4s ease-in-out infinite}
@keyframes breathe{50%{opacity:.35}}
.toggle[aria-pressed=true]{background:var(--accent);color:var(--on-accent)}
.stop,.yes{padding-inline:18px;font-weight:600;background:var(--accent);color:var(--on-accent)}
.stop:hover,.yes:hover{filter:brightness(1.15)}
.card{position:absolute;width:min(420px,100vw - 16px);padding:16px;border:1px solid var(--line);border-radius:12px;background:var(--raised);box-shadow:var(--shadow);pointer-events:auto}
.card p{margin:0 0 12px;font-size:15px;overflow-wrap:anywhere}
.answers{display:flex;flex-wrap:wrap;gap:8px}
.answers button{border-radius:6px;padding-inline:14px}
.answers button:not(.yes){border:1px solid var(--line-strong)}
.layer{position:absolute;inset:0;overflow:hidden}
.pointer{position:absolute;top:0;left:0;display:flex;align-items:flex-start;direction:ltr;color:var(--accent);transition:transform 80ms linear}
.pointer .icon{width:26px;height:26px;fill:var(--accent);stroke:var(--on-accent);stroke-width:1.5}
.pointer b{margin:18px 0 0 -6px;padding:2px 8px;border-radius:10px;max-width:160px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;background:var(--accent);color:var(--on-accent);font-size:13px;font-weight:600}
.box{position:absolute;top:0;left:0;border:3px solid var(--accent);border-radius:6px;box-shadow:0 0 0 2px var(--on-accent),0 0 0 6px color-mix(in oklch,var(--accent) 35%,transparent);transition:opacity 180ms}
.lines{position:absolute;inset:0;width:100%;height:100%}
.lines polyline{fill:none;stroke-linecap:round;stroke-linejoin:round;transition:opacity 600ms}
.under{stroke:var(--on-accent);stroke-width:7}
.over{stroke:var(--accent);stroke-width:4}
.fading{opacity:0}
@media(max-width:480px){.mark{gap:0}.stop{padding-inline:14px}.who{font-size:13px;padding-inline-end:4px}.yes{flex:1 1 100%}}
@media(prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
@media(forced-colors:active){button{border:1px solid}.box{border-color:Highlight}.over{stroke:Highlight}.under{stroke:Canvas}.live{forced-color-adjust:none}.toggle[aria-pressed=true]{background:Highlight;color:HighlightText}}
@media print{.all{display:none}}`;
