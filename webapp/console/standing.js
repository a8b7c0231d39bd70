/**
 * How the conversation before the agent stands, and what he may do with it. Pure.
 *
 * @typedef {{open: boolean, owner: {id?: string, name?: string} | undefined, mine: boolean, leaving: string | undefined}} Standing
 */

/** Its own log tells, if we have it, else the list's summary. @param {import('./desk.js').Desk} desk @returns {Standing} */
export function standing(desk) {
  const transcript = desk.follow?.transcript;
  const known = transcript?.live && transcript.status !== 'none' ? transcript : desk.summary;
  const owner = known?.owner ?? undefined;
  return {
    open: known?.status !== 'closed',
    owner,
    mine: owner !== undefined && owner.id === desk.boxes.me?.id,
    leaving: desk.selected ? desk.leaving.kind(desk.selected) : undefined,
  };
}

/** @param {import('./desk.js').Desk} desk @param {'claim' | 'takeOver' | 'release' | 'transfer' | 'close' | 'snooze' | 'wake'} what */
export function can(desk, what) {
  const { open, owner, mine, leaving } = standing(desk);
  if (!desk.summary || !open || leaving) return false;
  if (what === 'claim') return owner === undefined;
  if (what === 'takeOver') return owner !== undefined && !mine && desk.takeovers.may(owner);
  if (what === 'wake') return desk.summary.snoozed !== undefined && (mine || owner === undefined);
  return what === 'release' ? mine : mine || owner === undefined;
}
