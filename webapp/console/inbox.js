/**
 * The inbox: ties the desk (what is known) to the screen (what is seen). Entry.
 */
import { createChannel } from '../shared/channel.js';
import '../shared/moreicons.js';
import { createOutbox } from '../shared/outbox.js';
import { createSound } from '../shared/sound.js';
import { browserStore } from '../shared/store.js';
import { createTabs } from '../shared/tabs.js';
import { Alerts } from './alerts.js';
import { Desk } from './desk.js';
import { find } from './dom.js';
import { Drafts } from './drafts.js';
import { keyboard } from './keyboard.js';
import { GRACE } from './later.js';
import { Look } from './look.js';
import { keepLoggedIn, loggedOut } from './login.js';
import { loggingOut } from './loggingout.js';
import { visitorName } from './names.js';
import { oldChoices } from './oldchoices.js';
import { Preferences } from './preferences.js';
import { Push } from './push/push.js';
import { surroundings } from './push/surroundings.js';
import { mailsView } from './mailsview.js';
import { pushView } from './push/pushview.js';
import { addressOf, conversationIn } from './route.js';
import { Screen } from './screen.js';
import { say } from './texts.js';
import { Toasts } from './toasts.js';
import { fillWords } from './words.js';

const root = find(document, '#inbox');
const base = root.dataset.base ?? '';
fillWords(root);

const store = browserStore('localStorage', 'deskbell.console.');
const toasts = new Toasts(find(root, '#toasts'));
const drafts = new Drafts(store);
const look = new Look(root);
const prefs = new Preferences({
  send: frame => channel.send(frame),
  store,
  timer: (run, delay) => void setTimeout(run, delay),
  changed: () => liked(),
  refused: () => toasts.show(say('settings_refused')),
});
const alerts = new Alerts({ store, prefs, tabs: createTabs('deskbell.console'), sound: createSound(), choose });

const mails = mailsView(root, prefs);

const push = new Push({ base, store, around: surroundings(choose), changed: () => pushed.show() });
const pushed = pushView(root, push);

const desk = new Desk({
  send: frame => channel.send(frame),
  hold: () => Number(prefs?.get('unsend') ?? 0),
  back: item => screen.back(item),
  outbox: send => createOutbox({ send, store: browserStore('sessionStorage', 'deskbell.console.'), changed: () => screen?.soon() }),
  now: () => Date.now(),
  timer: (run, delay) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
  attentive: () => screen?.attentive() ?? false,
  closing: conversation => prefs.get('onward') === 'next' && screen.onward(conversation),
  noted: conversation => screen.noted(conversation, ''),
  happened: changes => screen.rang(changes).filter(ring => ring.kind === 'mention').forEach(mentioned),
  changed: () => screen?.soon(),
  lost: (text, conversation) => void toasts.show(text, { undo: () => choose(conversation), label: say('toast_mention_show'), lasts: 60_000 }),
  tell: (text, undo, lasts = undo && GRACE) => toasts.show(text, { undo, lasts }),
});

const channel = createChannel({
  base: location.origin + base,
  path: 'desk',
  side: 'agent',
  hello: () => ({ type: 'hello' }),
  onFrame: frame => {
    // A page on its way comes often and changes nothing on the desk.
    if (frame.type === 'assist') return screen.assist.hear(frame);
    if (screen.canned.hear(frame) || screen.visitors.hear(frame)) return;
    if (frame.type === 'welcome') {
      drafts.of(frame.agent.id);
      void push.begin(frame.agent.id);
    }
    prefs.apply(frame);
    if (frame.type === 'welcome' && frame.preferences) prefs.takeOver(oldChoices(store));
    desk.apply(frame);
  },
  onState: (state, reason, more) => {
    if (state !== 'open') {
      desk.lost();
      screen.assist.lost();
      screen.canned.lost();
      screen.visitors.lost();
    }
    screen.line.became(state, reason, Date.now(), more.wait);
    screen.soon();
    if (state === 'waiting') void loggedOut().then(out => out && ended());
  },
});

const screen = new Screen(root, { desk, alerts, drafts, channel, base, store, prefs, choose, tell: (text, undo) => void toasts.show(text, { undo }), href: id => addressOf(location.pathname, id) });

/** @param {import('./bell.js').Ring} ring */
function mentioned({ conversation, summary }) {
  const text = say('toast_mention', { name: visitorName(summary.visitor) });
  toasts.show(text, { undo: () => choose(conversation), label: say('toast_mention_show'), lasts: 15_000 });
}

/** Shows a conversation under its own address. @param {string | null} conversation */
function choose(conversation) {
  if (conversation === desk.selected) return screen.chosen();
  history.pushState(null, '', addressOf(location.pathname, conversation));
  desk.select(conversation);
  screen.chosen();
}

/** The log-in is over: trying again would not help. */
function ended() {
  if (channel.state !== 'closed') channel.stop('login');
}

keepLoggedIn({ ended });
loggingOut(document.body, { parting: desk.parting, tell: (text, undo, label) => void toasts.show(text, { undo, label, lasts: 15_000 }) });
const keys = keyboard(root, { desk, screen, choose, store, prefs, tell: text => void toasts.show(text) });

/** The agent chose something of his console, here or elsewhere. */
function liked() {
  keys.chosen();
  look.show(prefs, keys.habits.letters);
  mails.show();
  screen.soon();
}

liked();
addEventListener('popstate', () => {
  desk.select(conversationIn(location.search));
  screen.chosen();
});
addEventListener('pagehide', () => desk.leaving.all());
// What waits survives a reload of this tab, but not its end; on the way to the log-in nobody is asked.
addEventListener('beforeunload', event => {
  const waits = desk.many.busy || desk.outbox.items.some(item => item.state === 'sending');
  if (channel.state !== 'closed' && waits) event.preventDefault();
});

desk.select(conversationIn(location.search));
screen.chosen();
channel.start();
