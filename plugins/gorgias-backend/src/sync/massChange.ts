import { HeldItem, MassChange } from 'backstage-plugin-gorgias-common';
import { Account, AccountFacts } from '../accounts/account';
import { Renamed, renamer } from '../staff/pairStaff';
import { StaffMember } from '../staff/staffMember';

/** From when on a change is too large to be believed: more than this share of what was there, and at least so many. */
export interface MassChangeLimits {
  /** 0 to 1. */
  share: number;
  minimum: number;
}

/** Whether so many of so many are more than can be believed without asking. */
export function isMassChange(
  gone: number,
  before: number,
  { share, minimum }: MassChangeLimits,
): boolean {
  return gone >= minimum && gone > before * share;
}

/** The active accounts that a complete read no longer has. */
export function missingAccounts(
  known: readonly Account[],
  read: readonly AccountFacts[],
): MassChange {
  const present = new Set(read.map(({ id }) => id));
  const active = known.filter(({ state }) => state === 'active');
  return {
    source: 'gorgias',
    before: active.length,
    gone: active
      .filter(({ id }) => !present.has(id))
      .map(({ id, name, email }) => ({ ref: id, name, email })),
  };
}

/** The current staff members whom a complete reading of staff takes for offboarded; somebody with a new entity ref has not left. */
export function leavingStaff(
  before: readonly StaffMember[],
  after: readonly StaffMember[],
  renamed: readonly Renamed[],
): MassChange {
  const rename = renamer(renamed);
  const staying = new Set(
    after
      .filter(({ state }) => state === 'current')
      .map(({ entityRef }) => entityRef),
  );
  const current = before.filter(({ state }) => state === 'current');
  return {
    source: 'catalog',
    before: current.length,
    gone: current
      .filter(({ entityRef }) => !staying.has(rename(entityRef)))
      .map(({ entityRef, displayName, emails }) => ({
        ref: entityRef,
        name: displayName,
        email: emails[0] ?? null,
      })),
  };
}

/** The changes that have to be held: too large, even without what an admin has accepted already. */
export function changesToHold(
  changes: readonly MassChange[],
  accepted: readonly MassChange[],
  limits: MassChangeLimits,
): MassChange[] {
  return changes.filter(change => {
    const believed = new Set(
      accepted
        .filter(({ source }) => source === change.source)
        .flatMap(({ gone }) => gone.map(({ ref }) => ref)),
    );
    const unexpected = change.gone.filter(
      ({ ref }: HeldItem) => !believed.has(ref),
    );
    return isMassChange(unexpected.length, change.before, limits);
  });
}
