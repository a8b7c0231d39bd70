/**
 * Who is typing, and when to say that I am. Pure: time is passed in (milliseconds).
 *
 *   const typing = createTyping();
 *   typing.apply(frame, now) → true when the answer of `who` may have changed (give it `typing` and `posted`)
 *   typing.who(now) → [{kind, id, name, text?}], forgotten after 6 s;  typing.next(now) → ms until somebody is forgotten, or 0
 *   typing.mine(text, now) → true | false: send this as `on`; null: nothing to send. Repeats every 3 s while typing.
 *   typing.sent()  the message is out: nothing to take back
 */

const FORGOTTEN = 6_000;
const REPEATED = 3_000;

export function createTyping() {
  /** @type {Map<string, {by: By, until: number}>} */
  const others = new Map();
  let said = 0;
  let isOn = false;
  /** @param {By | undefined} by */
  const key = by => `${by?.kind}:${by?.id ?? ''}`;

  return {
    /** @param {Frame} frame @param {number} now */
    apply(frame, now) {
      if (frame.type === 'typing' && frame.on !== false) {
        others.set(key(frame.by), { by: { ...frame.by, text: frame.text }, until: now + FORGOTTEN });
        return true;
      }
      return (frame.type === 'typing' || frame.type === 'posted') && others.delete(key(frame.by));
    },
    /** @param {number} now */
    who: now => [...others.values()].filter(one => one.until > now).map(one => one.by),
    /** @param {number} now */
    next(now) {
      const left = [...others.values()].map(one => one.until - now).filter(ms => ms > 0);
      return left.length ? Math.min(...left) : 0;
    },
    /** @param {string} text @param {number} now @returns {boolean | null} */
    mine(text, now) {
      if (text.trim()) {
        if (isOn && now - said < REPEATED) return null;
        isOn = true;
        said = now;
        return true;
      }
      if (!isOn) return null;
      isOn = false;
      return false;
    },
    sent() { isOn = false; },
    clear() { others.clear(); },
  };
}
