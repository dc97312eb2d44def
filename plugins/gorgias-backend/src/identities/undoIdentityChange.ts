import { ConflictError, NotFoundError } from '@backstage/errors';
import { IdentityChange } from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import {
  ChangeContext,
  lockAssignments,
  refuseChanged,
} from './assignIdentities';
import { assignmentChanges } from './history';
import { identityEtagOf } from './identity';
import { toIdentityChange } from './IdentityChangeStore';

/**
 * Puts back what people said of accounts before a change, with who said it
 * and when: of all of its accounts or of none. To be called in a transaction.
 *
 * @throws NotFoundError when there is no such change
 * @throws ConflictError when it was undone already, or overtaken
 */
export async function undoIdentityChange(
  stores: Stores,
  changeId: string,
  { evaluator, entityRef, by, now }: ChangeContext,
): Promise<IdentityChange> {
  const { id: connectionId } = await lockAssignments(stores, entityRef, now);
  const change = await stores.identityChanges.get(connectionId, changeId);
  if (!change) {
    throw new NotFoundError(
      `changeId: ${entityRef} has no change ${changeId} of what its accounts are`,
    );
  }
  if (change.undoneAt) {
    throw new ConflictError(
      `changeId: ${change.undoneBy} undid this change already; to take that back, say anew what the accounts are`,
    );
  }
  const current = await stores.identityAssignments.list(connectionId);
  refuseChanged(
    [...change.after]
      .filter(
        ([id, after]) =>
          identityEtagOf(current.get(id)) !== identityEtagOf(after),
      )
      .map(([id]) => id),
    'again after this; undo the later change first, or say anew what they are',
  );
  await stores.identityAssignments.write(connectionId, change.before);
  await stores.identityChanges.markUndone(change.id, by, now);
  await stores.history.add(
    assignmentChanges(
      entityRef,
      { before: change.after, after: change.before },
      by,
      now,
    ),
  );
  await evaluator.evaluate(stores, entityRef, now);
  return toIdentityChange({ ...change, undoneBy: by, undoneAt: now });
}
