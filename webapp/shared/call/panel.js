/**
 * A call on the screen: who, how it stands, the buttons. Both sides show it, each in its own dress. View.
 *
 *   const panel = createPanel(place, call, {words, name});   name() → who the other end is
 *   panel.show(), panel.end()
 *
 * Words are keys beginning with `call_`, of the widget's or the console's texts.
 */

import { button, label, make, put, redraw, round } from './dom.js';
import { draw } from './drawings.js';
import { SOURCES } from './signals.js';
import { createStage } from './stage.js';

/** @typedef {import('./signals.js').Source} Source */

/**
 * @param {HTMLElement} place @param {import('../call.js').Call} call
 * @param {{words: import('./stage.js').Words, name: () => string}} given
 */
export function createPanel(place, call, { words, name }) {
  const title = make('p', 'call-title');
  const line = make('span');
  line.setAttribute('role', 'status');
  const time = make('span', 'call-time');
  const problem = make('p', 'call-problem');
  problem.setAttribute('role', 'alert');
  const startWord = make('span');
  const start = button('call-start', () => void call.start(), draw('call'), startWord);
  const toggles = { mic: toggle('mic'), camera: toggle('camera'), screen: toggle('screen') };
  /** @type {ReturnType<typeof import('./choice.js').createChoice> | null} */
  let choice = null;
  const chooses = round('choose', () => void choose().catch(() => {}));
  const leave = round('leave', () => call.end());
  leave.classList.add('is-leave');
  chooses.setAttribute('aria-expanded', 'false');
  const buttons = make('div', 'call-buttons', toggles.mic, toggles.camera, toggles.screen, chooses, leave, start);
  const stage = createStage(words);
  const node = make('section', 'call', make('div', 'call-top',
    make('div', 'call-who', title, make('p', 'call-line', line, time)), buttons), problem, stage.node);
  place.append(node);
  const ticking = setInterval(tick, 1_000);

  /** @param {Source} source */
  function toggle(source) {
    return round(source, () => void call.turn(source, call.asking !== source && !call.mine[source]));
  }

  async function choose() {
    const part = await import('./choice.js');
    if (!choice) {
      choice = part.createChoice(call, words, () => { void choose(); chooses.focus(); });
      problem.before(choice.node);
    }
    chooses.setAttribute('aria-expanded', String(choice.toggle()));
  }

  function tick() {
    put(time, call.since && call.state !== 'ended' ? elapsed(Date.now() - call.since) : '');
  }

  function show() {
    const isIn = !['idle', 'ended'].includes(call.state);
    const focused = document.activeElement;
    node.dataset.state = call.state;
    node.dataset.rung = String(call.rung);
    put(title, words('call_title', { name: name() }));
    node.setAttribute('aria-label', title.textContent ?? '');
    put(line, stands(isIn));
    tick();
    showButtons(isIn);
    const of = call.problem;
    put(problem, of ? words('call_problem', { device: words(`call_${of.source}`), why: words(`call_why_${of.reason}`) }) : '');
    stage.show(call, name());
    // What was pressed may be gone; the keyboard stays in the call.
    if (focused instanceof HTMLElement && focused.hidden && node.contains(focused)) (isIn ? leave : start).focus();
  }

  /** @param {boolean} isIn */
  function showButtons(isIn) {
    for (const source of SOURCES) {
      const node = toggles[source];
      const isOn = call.mine[source];
      node.hidden = !isIn || !call.may(source) || !call.can(source);
      node.setAttribute('aria-pressed', String(isOn));
      node.setAttribute('aria-busy', String(call.asking === source));
      redraw(node, isOn || source === 'screen' ? source : `${source}Off`);
      label(node, words(`call_${source}`));
    }
    leave.hidden = !isIn;
    label(leave, words('call_leave'));
    chooses.hidden = !isIn || !call.may('mic') && !call.may('camera');
    label(chooses, words('call_choose'));
    if (choice && chooses.hidden && !choice.node.hidden) void choose();
    start.hidden = isIn;
    put(startWord, words('call_start'));
  }

  /** @param {boolean} isIn */
  function stands(isIn) {
    let key = call.state === 'ended' ? `end_${call.reason.replace('-', '_')}` : call.state;
    if (call.asking) key = 'asking';
    else if (!isIn && call.rung) key = 'rung';
    else if (key === 'connecting' && !call.met) key = 'waiting';
    else if (key === 'connected' && call.expected.mic && !call.theirs.mic) key = 'muted';
    return words(`call_${key}`, { name: name() });
  }

  return {
    show,
    end() {
      clearInterval(ticking);
      stage.end();
      node.remove();
    },
  };
}

/** @param {number} ms */
export function elapsed(ms) {
  const all = Math.max(0, Math.floor(ms / 1_000));
  const parts = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60].map(part => String(part).padStart(2, '0'));
  return (parts[0] === '00' ? parts.slice(1) : parts).join(':');
}
