/**
 * Shows what a push service brings while no console is open, and leads to it. It keeps no page and answers no request: a console is always as the
 * server has it. A classic script, since Firefox takes no modules here.
 */
(() => {
  const worker = /** @type {any} */ (self);
  const base = new URL('./', worker.location.href);

  worker.addEventListener('install', () => worker.skipWaiting());
  worker.addEventListener('push', (/** @type {any} */ event) => event.waitUntil(show(told(event.data))));
  worker.addEventListener('notificationclick', (/** @type {any} */ event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data?.conversation ?? ''));
  });
  worker.addEventListener('pushsubscriptionchange', (/** @type {any} */ event) => event.waitUntil(renew(event)));

  /** @param {any} data */
  function told(data) {
    try {
      return data.json();
    } catch {
      return {};
    }
  }

  /** Something is always shown: browsers end the subscription of who shows nothing. @param {any} what */
  function show({ title = 'Deskbell', body = '', conversation = '', lang = '', dir = 'auto' }) {
    return worker.registration.showNotification(title, {
      body, lang, dir, icon: new URL('../shared/deskbell.svg', base).href, tag: conversation || 'deskbell', renotify: true, data: { conversation },
    });
  }

  /** In a console that is open, else in a new one. @param {string} conversation */
  async function open(conversation) {
    const inbox = new URL('inbox', base);
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const console = windows.find((/** @type {any} */ one) => {
      const { origin, pathname } = new URL(one.url);
      return origin === inbox.origin && pathname.replace(/\.xhtml$/, '') === inbox.pathname;
    });
    if (conversation) inbox.searchParams.set('c', conversation);
    if (!console) return worker.clients.openWindow(inbox.href);
    if (conversation) console.postMessage({ type: 'deskbell-open', conversation });
    return console.focus();
  }

  /** The browser has another address for us, or is to make one. @param {any} event */
  async function renew(event) {
    const old = event.oldSubscription;
    const options = old?.options ?? event.newSubscription?.options;
    const subscription = event.newSubscription ?? (options && await worker.registration.pushManager.subscribe(options));
    if (!subscription) return;
    const { endpoint, keys } = subscription.toJSON();
    const body = new URLSearchParams({ do: 'keep', endpoint, p256dh: keys.p256dh, auth: keys.auth });
    if (old) body.set('was', old.endpoint);
    await fetch(new URL('push', base), { method: 'POST', body, redirect: 'manual' });
  }
})();
