import { pipeline } from 'node:stream/promises';
import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  EvidenceKeysResponse,
  gorgiasAccountReadPermission,
  gorgiasExportPermission,
  LedgerHead,
  Page,
  PopulationAccount,
  PopulationPage,
} from 'backstage-plugin-gorgias-common';
import { Request, Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { pageOf, readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { EvidenceService } from './EvidenceService';
import { HeadSigner } from './HeadSigner';
import { decisionEvent } from './ledgerEvents';

const SYSTEM = '/systems/:kind/:namespace/:name';

/** Evidence for auditors, and what they need to verify it without trusting this server. */
export function addEvidenceRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evidence: EvidenceService;
    signer: HeadSigner;
  },
): void {
  const { access, auditor, clock, database, entities, evidence, signer } = deps;
  const { ledger, ledgerHeads } = database.stores;

  // Hashes tell nothing, and the more people keep them, the more they prove.
  router.get('/evidence/heads', async (req, res) => {
    await access.monitor(req);
    const position = readPagePosition(req.query);
    const { heads, total } = await ledgerHeads.list(position);
    res.json(toPage(heads, total, position) satisfies Page<LedgerHead>);
  });

  router.get('/evidence/public-keys', async (req, res) => {
    await access.monitor(req);
    res.json({
      current: signer.key?.keyId ?? null,
      keys: await ledgerHeads.listKeys(),
    } satisfies EvidenceKeysResponse);
  });

  router.get(`${SYSTEM}/population`, async (req, res) => {
    const { entityRef } = await exporter(req);
    const at = evidence.readTime('at', req.query.at);
    const { factsAt, rows } = await evidence.populationAt(entityRef, at);
    res.json({
      at,
      factsAt,
      ...pageOf(rows as PopulationAccount[], readPagePosition(req.query)),
    } satisfies PopulationPage);
  });

  router.get(`${SYSTEM}/evidence.zip`, async (req, res) => {
    const { entityRef, title, userEntityRef } = await exporter(req);
    const period = {
      from: evidence.readTime('from', req.query.from),
      to: evidence.readTime('to', req.query.to),
    };
    if (period.from > period.to) {
      throw new InputError('from: is later than to; exchange the two');
    }
    const createdAt = clock.now().toISOString();
    await audited(
      auditor,
      {
        eventId: 'evidence-export',
        severityLevel: 'high',
        request: req,
        meta: { entityRef, ...period },
      },
      async () => {
        await ledger.enter([
          decisionEvent('export', entityRef, createdAt, {
            by: userEntityRef,
            what: 'evidence.zip',
            ...period,
          }),
        ]);
        const bundle = await evidence.export({
          system: { entityRef, title },
          period,
          createdAt,
          createdBy: userEntityRef,
        });
        const days = `${period.from.slice(0, 10)}-${period.to.slice(0, 10)}`;
        res.attachment(`gorgias-evidence-${req.params.name}-${days}.zip`);
        res.type('application/zip');
        await pipeline(bundle, res);
      },
    );
  });

  /** Who may take evidence of a system along, which names people. */
  async function exporter(req: Request<any>) {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    await access.toSystem(req, gorgiasExportPermission);
    const { entityRef, title } = await entities.get(req.params, credentials);
    return { entityRef, title, userEntityRef };
  }
}
