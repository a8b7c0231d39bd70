/**
 * Which microphone and which camera: two lists, fetched when somebody wants to choose. View.
 *
 *   const choice = createChoice(call, words, closed);   closed(): Escape was pressed
 *   choice.node, choice.toggle()
 *
 * Imports nothing, so that it stays a part of its own.
 */

/** @param {import('../call.js').Call} call @param {import('./stage.js').Words} words @param {() => void} closed */
export function createChoice(call, words, closed) {
  const node = document.createElement('div');
  node.className = 'call-choice';
  node.hidden = true;
  const lists = { mic: list('mic'), camera: list('camera') };
  node.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closed();
  });

  /** @param {'mic' | 'camera'} source */
  function list(source) {
    const line = document.createElement('label');
    const select = document.createElement('select');
    const name = document.createElement('span');
    select.addEventListener('change', () => void call.choose(source, select.value));
    line.append(name, select);
    node.append(line);
    return { line, name, select };
  }

  /** @param {'mic' | 'camera'} source */
  async function fill(source) {
    const { line, name, select } = lists[source];
    line.hidden = !call.may(source);
    name.textContent = words(`call_${source}`);
    const found = await call.list(source);
    const now = call.own(source)?.getSettings().deviceId ?? select.value;
    // Without permission a browser names nothing.
    const options = found.length ? found : [{ id: '', label: words('call_unnamed') }];
    select.replaceChildren(...options.map(one => new Option(one.label, one.id, false, one.id === now)));
    select.disabled = !found.length;
  }

  return {
    node,
    toggle() {
      node.hidden = !node.hidden;
      if (!node.hidden) void Promise.all([fill('mic'), fill('camera')]);
      return !node.hidden;
    },
  };
}
