import { AuditorService } from '@backstage/backend-plugin-api';
import {
  AssignedIdentity,
  gorgiasClassifyPermission,
  IdentityChange,
  PutIdentitiesRequest,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { assignIdentities } from './assignIdentities';
import { AssignmentStates } from './IdentityAssignmentStore';
import { undoIdentityChange } from './undoIdentityChange';

const SYSTEM = '/systems/:kind/:namespace/:name';

/** Saying what accounts are, and taking that back. */
export function addIdentityRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;

  router.put(`${SYSTEM}/accounts/identities`, async (req, res) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasClassifyPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const request = req.body as PutIdentitiesRequest;
    const current = await loadAssignments(entityRef);
    const change = await audited(
      auditor,
      {
        eventId: 'identity-assign',
        severityLevel: 'medium',
        request: req,
        meta: {
          entityRef,
          before: toJson(
            new Map(
              request.accounts.map(({ id }) => [id, current.get(id) ?? null]),
            ),
          ),
          after: Object.fromEntries(
            request.accounts.map(({ id }) => [id, request.assignment]),
          ),
        },
      },
      () =>
        database.transaction(stores =>
          assignIdentities(stores, request, {
            evaluator,
            entityRef,
            by: userEntityRef,
            now: clock.now().toISOString(),
          }),
        ),
    );
    res.json(change satisfies IdentityChange);
  });

  router.post(`${SYSTEM}/identity-changes/:changeId/undo`, async (req, res) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasClassifyPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const { changeId } = req.params;
    const known = await loadChange(entityRef, changeId);
    const change = await audited(
      auditor,
      {
        eventId: 'identity-undo',
        severityLevel: 'medium',
        request: req,
        meta: {
          entityRef,
          changeId,
          before: toJson(known?.after),
          after: toJson(known?.before),
        },
      },
      () =>
        database.transaction(stores =>
          undoIdentityChange(stores, changeId, {
            evaluator,
            entityRef,
            by: userEntityRef,
            now: clock.now().toISOString(),
          }),
        ),
    );
    res.json(change satisfies IdentityChange);
  });

  /** For the audit; whether it still holds is seen to in the transaction. */
  async function loadAssignments(
    entityRef: string,
  ): Promise<Map<string, AssignedIdentity>> {
    const { connections, identityAssignments } = database.stores;
    const connection = await connections.findByEntity(entityRef);
    return identityAssignments.list(connection?.id ?? '');
  }

  async function loadChange(entityRef: string, changeId: string) {
    const { connections, identityChanges } = database.stores;
    const connection = await connections.findByEntity(entityRef);
    return connection && identityChanges.get(connection.id, changeId);
  }
}

function toJson(states: AssignmentStates | undefined) {
  return (
    states &&
    Object.fromEntries(
      [...states].map(([id, state]) => [id, state && { ...state }]),
    )
  );
}
