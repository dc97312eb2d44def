import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  PutOffboardingRequest,
  StaffMemberDetails,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { ifMatch } from '../etags';
import {
  stateOffboarding,
  takeBackOffboarding,
  toHistory,
} from './changeOffboarding';
import { readOffboarding } from './readStatement';
import { loadStaffState, toStaffMemberDetails } from './staffDetails';

const PERSON = '/staff/:staffKind/:staffNamespace/:staffName';

/** The entity ref of the staff member in the path of a request. */
export function staffRefOf(params: Record<string, string>): string {
  return stringifyEntityRef({
    kind: params.staffKind,
    namespace: params.staffNamespace,
    name: params.staffName,
  });
}

/** Staff members over time, and saying that somebody has left. They are the same for every system. */
export function addStaffRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    evaluator: Evaluator;
  },
): void {
  const { access, auditor, clock, database, evaluator } = deps;

  router.get(PERSON, async (req, res) => {
    await access.everywhere(req, gorgiasAccountReadPermission);
    const state = await loadStaffState(database.stores, staffRefOf(req.params));
    res.json(toStaffMemberDetails(state) satisfies StaffMemberDetails);
  });

  router.put(`${PERSON}/offboarding`, async (req, res) => {
    const { userEntityRef } = await access.everywhere(
      req,
      gorgiasClassifyPermission,
    );
    const staffRef = staffRefOf(req.params);
    const now = clock.now().toISOString();
    const stated = readOffboarding(req.body as PutOffboardingRequest, now);
    const etag = ifMatch(req);
    const before = await loadStaffState(database.stores, staffRef);
    const state = await audited(
      auditor,
      {
        eventId: 'staff-offboard',
        severityLevel: 'high',
        request: req,
        meta: { staffRef, before: toHistory(before), after: stated },
      },
      () =>
        database.transaction(stores =>
          stateOffboarding(stores, stated, {
            evaluator,
            staffRef,
            etag,
            by: userEntityRef,
            now,
          }),
        ),
    );
    res.json(toStaffMemberDetails(state) satisfies StaffMemberDetails);
  });

  router.delete(`${PERSON}/offboarding`, async (req, res) => {
    const { userEntityRef } = await access.everywhere(
      req,
      gorgiasClassifyPermission,
    );
    const staffRef = staffRefOf(req.params);
    const etag = ifMatch(req);
    const before = await loadStaffState(database.stores, staffRef);
    const state = await audited(
      auditor,
      {
        eventId: 'staff-offboard-undo',
        severityLevel: 'high',
        request: req,
        meta: { staffRef, before: toHistory(before), after: null },
      },
      () =>
        database.transaction(stores =>
          takeBackOffboarding(stores, {
            evaluator,
            staffRef,
            etag,
            by: userEntityRef,
            now: clock.now().toISOString(),
          }),
        ),
    );
    res.json(toStaffMemberDetails(state) satisfies StaffMemberDetails);
  });
}
