import { NotFoundError } from '@backstage/errors';
import { OffboardedPerson, Override } from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { requireSame, requireUnchanged } from '../etags';
import { offboardedPeople } from './offboardedPeople';

/** Which system it is about, and when that is asked. */
export interface OffboardingContext {
  evaluator: Evaluator;
  revokeWithinDays: number;
  entityRef: string;
  now: string;
}

/** Who says something of the access of whom, and what they had read. */
export interface RevocationContext extends OffboardingContext {
  staffRef: string;
  etag: string;
  /** User entity ref. */
  by: string;
}

/** Everybody who left, and what became of their accounts in a system. */
export async function loadOffboarded(
  stores: Stores,
  { evaluator, revokeWithinDays, entityRef, now }: OffboardingContext,
): Promise<OffboardedPerson[]> {
  return offboardedPeople(await evaluator.load(stores, entityRef, now), {
    revocations: await stores.revocations.list(entityRef),
    offboardings: await stores.offboardings.list(),
    revokeWithinDays,
  });
}

/**
 * Says that the access of somebody who left was removed, or, for `undefined`,
 * takes that back. To be called in a transaction.
 *
 * @throws NotFoundError when the person has not left, or nobody said so
 * @throws ConflictError when what is known of the person changed since it was read
 */
export async function changeRevocation(
  stores: Stores,
  proof: string | undefined,
  context: RevocationContext,
): Promise<void> {
  const { evaluator, entityRef, staffRef, by, now } = context;
  const what = `what is known of the access of ${staffRef}`;
  // Whoever changes or judges the system takes turns.
  await stores.evaluations.begin(entityRef, now);
  const people = await loadOffboarded(stores, context);
  requireSame(findPerson(people, staffRef).etag, context.etag, what);
  const revocations = await stores.revocations.list(entityRef);
  const before = revocations.get(staffRef);
  const after = proof === undefined ? undefined : { proof, by, at: now };
  requireUnchanged(
    after
      ? await stores.revocations.replace(entityRef, staffRef, before, after)
      : await stores.revocations.remove(
          entityRef,
          staffRef,
          requireStated(before, staffRef),
        ),
    what,
  );
  await stores.history.add([
    {
      entityRef,
      at: now,
      kind: 'revocation',
      staffRef,
      by,
      before: before ? { ...before } : null,
      after: after ?? null,
    },
  ]);
  await evaluator.evaluate(stores, entityRef, now);
}

function findPerson(
  people: readonly OffboardedPerson[],
  staffRef: string,
): OffboardedPerson {
  const person = people.find(one => one.staffRef === staffRef);
  if (!person) {
    throw new NotFoundError(
      `${staffRef} is not a staff member who left; first say that they did, or mark it in the catalog`,
    );
  }
  return person;
}

function requireStated(
  stated: Override | undefined,
  staffRef: string,
): Override {
  if (!stated) {
    throw new NotFoundError(
      `Nobody has said that the access of ${staffRef} was removed, so there is nothing to take back`,
    );
  }
  return stated;
}
