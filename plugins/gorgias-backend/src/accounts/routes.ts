import { pipeline } from 'node:stream/promises';
import { AuditorService } from '@backstage/backend-plugin-api';
import {
  AccountDetails,
  AccountFilter,
  AccountOrder,
  AccountRow,
  gorgiasAccountReadPermission,
  gorgiasExportPermission,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import { Request, Response, Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { decisionEvent } from '../evidence/ledgerEvents';
import { readLimit } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { AccountList, AccountService } from './AccountService';
import { accountsCsv, toCsvRecord } from './accountsCsv';

const SYSTEM = '/systems/:kind/:namespace/:name';

/** The accounts of a system: listed, one by one, and to be taken along. */
export function addAccountRoutes(
  router: Router,
  deps: {
    access: Access;
    accounts: AccountService;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
  },
): void {
  const { access, accounts, auditor, clock, database, entities } = deps;

  router.get(`${SYSTEM}/accounts`, async (req, res) => {
    const caller = await access.readerOf(req, gorgiasReadPermission);
    const { entityRef } = await entities.get(req.params, caller.credentials);
    const { cursor } = req.query as { cursor?: string };
    const page = await accounts.listAsJson(
      entityRef,
      readAccountList(req),
      await access.viewer(caller),
      { cursor, limit: readLimit(req.query) },
    );
    // With no etag worked out for it, since nobody may store it.
    res.type('json').end(page);
  });

  router.get(`${SYSTEM}/accounts.csv`, async (req, res) => {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    await access.toSystem(req, gorgiasExportPermission);
    const { entityRef } = await entities.get(req.params, credentials);
    const list = readAccountList(req);
    await audited(
      auditor,
      {
        eventId: 'account-export',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef, ...list.filter, ...list.order },
      },
      async () => {
        const { total, rows } = await accounts.export(entityRef, list);
        await database.stores.ledger.enter([
          decisionEvent('export', entityRef, clock.now().toISOString(), {
            by: userEntityRef,
            what: 'accounts.csv',
            ...list.filter,
            rows: total,
          }),
        ]);
        const day = clock.now().toISOString().slice(0, 10);
        await sendCsv(res, `gorgias-accounts-${req.params.name}-${day}`, rows);
        return { rows: total };
      },
      exported => exported,
    );
  });

  router.get(`${SYSTEM}/accounts/:accountId`, async (req, res) => {
    const caller = await access.toSystem(req, gorgiasReadPermission);
    const { entityRef } = await entities.get(req.params, caller.credentials);
    res.json(
      (await accounts.get(
        entityRef,
        req.params.accountId,
        await access.viewer(caller),
      )) satisfies AccountDetails,
    );
  });
}

function readAccountList(req: Request<any>): AccountList {
  const query = req.query as AccountFilter & AccountOrder;
  const { search, check, status, state, gorgiasRole, orgRole, identity } =
    query;
  const { orderBy, order } = query;
  return {
    filter: { search, check, status, state, gorgiasRole, orgRole, identity },
    order: { orderBy, order },
  };
}

/** Sends rows as they come, so that only a few are in memory. */
async function sendCsv(
  res: Response,
  name: string,
  rows: AsyncIterable<AccountRow>,
): Promise<void> {
  res.set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name.replace(
      /[^\w.-]/g,
      '-',
    )}.csv"`,
  });
  await pipeline(rows, records, accountsCsv(), res);
}

async function* records(rows: AsyncIterable<AccountRow>) {
  for await (const row of rows) {
    yield toCsvRecord(row);
  }
}
