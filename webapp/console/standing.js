/**
 * How the conversation before the agent stands, and what he may do with it. Pure.
 *
 * @typedef {{open: boolean, owner: {id?: string, name?: string} | undefined, mine: boolean, joined: boolean, company: import('./company.js').Companion[],
 *   leaving: string | undefined}} Standing `joined`: I am in it beside its owner; `company`: all who are
 */
import { BESIDE, company, isIn } from './company.js';

/** Its own log tells, if we have it, else the list's summary. @param {import('./desk.js').Desk} desk @returns {Standing} */
export function standing(desk) {
  const transcript = desk.follow?.transcript;
  const known = transcript?.live && transcript.status !== 'none' ? transcript : desk.summary;
  const owner = known?.owner ?? undefined;
  const beside = company(desk.summary, transcript);
  return {
    open: known?.status !== 'closed',
    owner,
    mine: owner !== undefined && owner.id === desk.boxes.me?.id,
    joined: isIn(beside, desk.boxes.me?.id),
    company: beside,
    leaving: desk.selected ? desk.leaving.kind(desk.selected) : undefined,
  };
}

/** @param {import('./desk.js').Desk} desk @param {'claim' | 'takeOver' | 'join' | 'part' | 'release' | 'transfer' | 'close' | 'snooze' | 'wake'} what */
export function can(desk, what) {
  const { open, owner, mine, joined, company: beside, leaving } = standing(desk);
  if (!desk.summary || !open || leaving) return false;
  if (what === 'claim') return owner === undefined;
  if (what === 'takeOver') return owner !== undefined && !mine && desk.takeovers.may(owner);
  if (what === 'join') return desk.joins && owner !== undefined && !mine && !joined && beside.length < BESIDE;
  if (what === 'part') return joined;
  if (what === 'wake') return desk.summary.snoozed !== undefined && (mine || owner === undefined);
  return what === 'release' ? mine : mine || owner === undefined;
}
