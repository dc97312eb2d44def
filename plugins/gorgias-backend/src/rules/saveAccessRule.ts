import { ConflictError, InputError } from '@backstage/errors';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { factsVersion } from './factsVersion';

/** A change of an access rule that somebody asks for. */
export interface AccessRuleChange {
  entityRef: string;
  spec: AccessRuleSpec;
  /** The revision that was edited, 0 for none. */
  revision: number;
  reason?: string;
  /** Of the preview that was looked at. */
  factsVersion?: string;
  /** User entity ref. */
  by: string;
  now: string;
}

/**
 * Puts an access rule into force and judges the system by it. To be called
 * in a transaction: it is all done or nothing.
 *
 * @throws InputError when the system is not on the list; ConflictError when the rule or the facts are not those that were looked at
 */
export async function saveAccessRule(
  stores: Stores,
  evaluator: Evaluator,
  change: AccessRuleChange,
): Promise<void> {
  const { entityRef, spec, revision, reason, by, now } = change;
  // Whoever judges the system now waits until this has ended, so the facts
  // that are compared are those it is judged by.
  await stores.evaluations.begin(entityRef, now);
  if (!(await stores.criticalSystems.get(entityRef))) {
    throw new InputError(`${entityRef} is not a critical system; add it first`);
  }
  const replaced = await stores.accessRules.replace(entityRef, revision, {
    spec,
    updatedBy: by,
    updatedAt: now,
    reason,
  });
  if (!replaced) {
    throw new ConflictError(
      'If-Match: somebody else has changed the access rule since you read it; read it again and repeat your change',
    );
  }
  const before = await stores.accessRules.getVersion(entityRef, revision);
  if (change.factsVersion !== undefined) {
    const facts = await evaluator.load(stores, entityRef, now);
    const version = factsVersion({ ...facts, rule: before?.spec });
    if (version !== change.factsVersion) {
      throw new ConflictError(
        'factsVersion: the facts have changed since the preview, so it may not be what would happen; look at it again, then save',
      );
    }
  }
  await evaluator.evaluate(stores, entityRef, now);
  await stores.history.add([
    {
      entityRef,
      at: now,
      kind: 'access-rule',
      by,
      before: before ? { spec: before.spec, revision } : null,
      after: { spec, revision: revision + 1, ...(reason && { reason }) },
    },
  ]);
}
