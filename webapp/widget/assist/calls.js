/** The call's place in the window: one at a time, with the agent whose request allows it. Its part comes when one is allowed. */

const KINDS = ['voice', 'video', 'screen'];

/** @param {HTMLElement} place @param {{send: (frame: Frame) => boolean}} given */
export function createCalls(place, { send }) {
  const box = document.createElement('div');
  /** @type {Promise<any> | null} */
  let view = null;
  let current = '';
  let name = '';
  /** The words of the moment: a call outlives a change of language. @type {import('../../shared/i18n.js').Texts} */
  let words;
  place.append(box);

  return {
    /** @param {import('../../shared/i18n.js').Texts} t @param {import('./requests.js').Request[]} live @param {RTCConfiguration} ice */
    show(t, live, ice) {
      const calling = live.filter(one => one.kinds.some(kind => KINDS.includes(kind)));
      const request = calling.find(one => one.request === current) ?? calling[0];
      if (current && request?.request !== current) end();
      if (!request) return;
      current = request.request;
      name = request.agent.name;
      view ??= import('./callview.js').then(({ createCallView }) => createCallView(box, { send, t: (/** @type {string} */ key, /** @type {any} */ values) => words(key, values), get name() { return name; } }));
      words = t;
      const kinds = request.kinds.filter(kind => KINDS.includes(kind));
      view.then(shown => shown.update({ request: request.request, kinds, ice }), () => { view = null; });
    },
    /** @param {Frame} frame */
    hear(frame) { if (frame.request === current) void view?.then(shown => shown.hear(frame)); },
  };

  function end() {
    void view?.then(shown => { shown.end(); box.replaceChildren(); });
    view = null;
    current = '';
  }
}
