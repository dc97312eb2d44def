import { NotFoundError } from '@backstage/errors';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { requireSame, requireUnchanged } from '../etags';
import { everySystem } from './everySystem';
import {
  loadStaffState,
  StaffState,
  toStaffMemberDetails,
} from './staffDetails';
import { StatedOffboarding } from './statedOffboarding';

/** Who says something of a staff member, when, and what they had read. */
export interface ChangeContext {
  evaluator: Evaluator;
  staffRef: string;
  etag: string;
  /** User entity ref. */
  by: string;
  now: string;
}

const what = (staffRef: string) => `what is known of ${staffRef}`;

/**
 * Says that somebody has left, or corrects that. To be called in a
 * transaction.
 *
 * @throws ConflictError when that changed since it was read
 */
export async function stateOffboarding(
  stores: Stores,
  stated: Pick<StatedOffboarding, 'offboardedAt' | 'proof'>,
  context: ChangeContext,
): Promise<StaffState> {
  const { staffRef, by, now } = context;
  const before = await loadSame(stores, context);
  const statement = { ...stated, staffRef, by, at: now };
  requireUnchanged(
    await stores.offboardings.replace(before.stated, statement),
    what(staffRef),
  );
  return noteAndEvaluate(stores, before, context);
}

/**
 * Takes back that somebody has left: what was read counts again. To be
 * called in a transaction.
 *
 * @throws NotFoundError when nobody said so
 * @throws ConflictError when that changed since it was read
 */
export async function takeBackOffboarding(
  stores: Stores,
  context: ChangeContext,
): Promise<StaffState> {
  const { staffRef } = context;
  const before = await loadSame(stores, context);
  if (!before.stated) {
    throw new NotFoundError(
      `Nobody has said that ${staffRef} has left, so there is nothing to take back`,
    );
  }
  requireUnchanged(
    await stores.offboardings.remove(before.stated),
    what(staffRef),
  );
  return noteAndEvaluate(stores, before, context);
}

/** Staff is the same for every system, so whoever changes or judges any of them takes turns. */
async function loadSame(
  stores: Stores,
  { staffRef, etag, now }: ChangeContext,
): Promise<StaffState> {
  for (const entityRef of await everySystem(stores)) {
    await stores.evaluations.begin(entityRef, now);
  }
  const state = await loadStaffState(stores, staffRef);
  requireSame(toStaffMemberDetails(state).etag, etag, what(staffRef));
  return state;
}

async function noteAndEvaluate(
  stores: Stores,
  before: StaffState,
  { evaluator, staffRef, by, now }: ChangeContext,
): Promise<StaffState> {
  const after = await loadStaffState(stores, staffRef);
  await stores.history.add([
    {
      at: now,
      kind: 'staff',
      staffRef,
      by,
      before: toHistory(before),
      after: toHistory(after),
    },
  ]);
  for (const entityRef of await everySystem(stores)) {
    await evaluator.evaluate(stores, entityRef, now);
  }
  return after;
}

/** What of a statement is of interest in the history and to auditors. */
export function toHistory({ member, stated }: StaffState) {
  const { state, offboardedAt, offboardedGround } = member;
  return {
    state,
    offboardedAt,
    offboardedGround,
    proof: stated?.proof ?? null,
  };
}
