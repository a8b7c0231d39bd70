/**
 * Between which two pages a call is: the agent's, and one leg of the visitor's, who may have several tabs and load pages. Pure.
 *
 *   const legs = createLegs(isAgent);
 *   legs.leg, legs.join(name?)  the leg now; a visitor's page makes up the name of its own
 *   legs.signed(signal)         with the leg it is of
 *   legs.of(signal)             what one that was heard is about:
 *     'over'  the other end left     'ours' is for our connection     'ring'  the other end has come in
 *     'bye'   an end left that is not ours     'other' the agent talks to another tab     null: nothing
 */

/** @typedef {import('./signals.js').Signal} Signal */

/** @param {boolean} isAgent */
export function createLegs(isAgent) {
  const tab = Math.random().toString(36).slice(2, 10);
  let count = 0;
  const legs = {
    leg: '',
    join(name = `${tab}.${++count}`) { legs.leg = name; },
    /** @param {Signal} signal @returns {Signal} */
    signed: signal => legs.leg ? { leg: legs.leg, ...signal } : signal,
    /** @param {Signal} heard */
    of({ leg, bye, ready, media, description }) {
      const isOurs = leg && leg === legs.leg;
      if (bye) return !leg || isOurs ? 'over' : 'bye';
      if (isOurs) return ready ? null : 'ours';
      if (isAgent ? ready : media && !leg) return 'ring';
      return !isAgent && description && leg && !leg.startsWith(tab) ? 'other' : null;
    },
  };
  return legs;
}
