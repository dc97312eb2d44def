import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  IdentityChange,
  PutIdentitiesRequest,
} from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { assignmentChanges } from './history';
import { identityEtagOf } from './identity';
import { toIdentityChange } from './IdentityChangeStore';
import { readAssignment } from './readAssignment';

/** Who changes what people say of accounts, of which system, and when. */
export interface ChangeContext {
  evaluator: Evaluator;
  entityRef: string;
  /** User entity ref. */
  by: string;
  now: string;
}

/**
 * Says of some accounts what they are, of all of them or of none. To be
 * called in a transaction.
 *
 * @throws InputError when it names what does not exist
 * @throws ConflictError when something else is said of an account than was read
 */
export async function assignIdentities(
  stores: Stores,
  { accounts, assignment }: PutIdentitiesRequest,
  { evaluator, entityRef, by, now }: ChangeContext,
): Promise<IdentityChange> {
  const { id: connectionId } = await lockAssignments(stores, entityRef, now);
  const ids = accounts.map(({ id }) => id);
  await requireAccounts(stores, connectionId, ids);
  const current = await stores.identityAssignments.list(connectionId);
  refuseChanged(
    accounts
      .filter(({ id, etag }) => identityEtagOf(current.get(id)) !== etag)
      .map(({ id }) => id),
    'since you read them; read them again and repeat your change',
  );
  const assigned = await readAssignment(stores, assignment, now);
  const state = assigned && {
    assignment: assigned,
    assignedBy: by,
    assignedAt: now,
  };
  const change = {
    id: randomUUID(),
    connectionId,
    before: new Map(ids.map(id => [id, current.get(id) ?? null])),
    after: new Map(ids.map(id => [id, state])),
    changedBy: by,
    changedAt: now,
    undoneBy: null,
    undoneAt: null,
  };
  await stores.identityAssignments.write(connectionId, change.after);
  await stores.identityChanges.create(change);
  await stores.history.add(assignmentChanges(entityRef, change, by, now));
  await evaluator.evaluate(stores, entityRef, now);
  return toIdentityChange(change);
}

/**
 * Keeps others from changing the assignments of a system until the
 * transaction ends: like evaluations of it, which follow from them, they take
 * turns.
 *
 * @throws NotFoundError when the system has no accounts yet
 */
export async function lockAssignments(
  stores: Stores,
  entityRef: string,
  now: string,
): Promise<Connection> {
  await stores.evaluations.begin(entityRef, now);
  const connection = await stores.connections.findByEntity(entityRef);
  if (!connection) {
    throw new NotFoundError(
      `${entityRef} has no accounts, since Gorgias was never connected; connect it first`,
    );
  }
  return connection;
}

/** @throws ConflictError that names the accounts, if there are any */
export function refuseChanged(changed: string[], since: string): void {
  if (changed.length > 0) {
    throw new ConflictError(
      `accounts: what ${changed.join(', ')} ${
        changed.length === 1 ? 'is' : 'are'
      } said to be was changed ${since}`,
    );
  }
}

async function requireAccounts(
  stores: Stores,
  connectionId: string,
  ids: string[],
): Promise<void> {
  const existing = new Set(
    (await stores.accounts.list(connectionId)).map(({ id }) => id),
  );
  const unknown = ids.filter(id => !existing.has(id));
  if (unknown.length > 0) {
    throw new InputError(
      `accounts: Gorgias has no account ${unknown.join(
        ', ',
      )}; read the list of accounts again`,
    );
  }
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) {
    throw new InputError(
      `accounts: ${twice.join(', ')} is there twice; name each account once`,
    );
  }
}
