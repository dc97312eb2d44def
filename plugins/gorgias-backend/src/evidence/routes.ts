import { pipeline } from 'node:stream/promises';
import { AuditorService } from '@backstage/backend-plugin-api';
import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  countStatuses,
  EvidenceKeysResponse,
  EvidenceOverview,
  EvidenceSystem,
  gorgiasEvidenceReadPermission,
  gorgiasExportPermission,
  LedgerHead,
  Page,
  PopulationAccount,
  PopulationPage,
  worstStatus,
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
    tracing: TracingService;
  },
): void {
  const { access, auditor, clock, database, entities, evidence, signer } = deps;
  const { ledger, ledgerHeads } = database.stores;

  // Hashes tell nothing, and the more people keep them, the more they prove.
  router.get('/evidence/heads', async (req, res) => {
    await access.reader(req);
    const position = readPagePosition(req.query);
    const { heads, total } = await ledgerHeads.list(position);
    res.json(toPage(heads, total, position) satisfies Page<LedgerHead>);
  });

  router.get('/evidence/public-keys', async (req, res) => {
    await access.reader(req);
    res.json({
      current: signer.key?.keyId ?? null,
      keys: await ledgerHeads.listKeys(),
    } satisfies EvidenceKeysResponse);
  });

  router.get('/evidence/systems', async (req, res) => {
    const { credentials } = await access.caller(req);
    const systems = await database.stores.criticalSystems.list();
    const refs = systems.map(({ entityRef }) => entityRef);
    const allowed = await access.allowed(
      credentials,
      gorgiasEvidenceReadPermission,
      refs,
    );
    const visible = await entities.find(refs, credentials);
    res.json({
      items: systems
        .filter((_, index) => allowed[index] && visible[index])
        .map(({ entityRef, title }) => ({ entityRef, title })),
    } satisfies { items: EvidenceSystem[] });
  });

  router.get(`${SYSTEM}/evidence`, async (req, res) => {
    const { credentials, entityRef, title } = await reader(req);
    const [mayExport] = await access.allowed(
      credentials,
      gorgiasExportPermission,
      [entityRef],
    );
    const overview = await lookAt(req, { entityRef, what: 'overview' }, () =>
      evidence.overviewOf(entityRef),
    );
    res.json({
      entityRef,
      title,
      mayExport,
      ...overview,
    } satisfies EvidenceOverview);
  });

  router.get(`${SYSTEM}/population`, async (req, res) => {
    const { entityRef } = await reader(req);
    const at = evidence.readTime('at', req.query.at);
    const { factsAt, rows } = await lookAt(
      req,
      { entityRef, what: 'population', at },
      () => evidence.populationAt(entityRef, at),
    );
    const accounts = rows as PopulationAccount[];
    res.json({
      at,
      factsAt,
      counts: countStatuses(
        accounts.map(({ verdicts }) =>
          worstStatus(Object.values(verdicts).map(({ status }) => status)),
        ),
      ),
      ...pageOf(accounts, readPagePosition(req.query)),
    } satisfies PopulationPage);
  });

  router.get(`${SYSTEM}/evidence.zip`, async (req, res) => {
    const { entityRef, title, userEntityRef } = await reader(req);
    await access.toSystem(req, gorgiasExportPermission);
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
        const { tracing } = deps;
        await tracing.startActiveSpan(
          'gorgias export evidence',
          { attributes: { 'gorgias.entity': entityRef } },
          async () => {
            const bundle = await evidence.export({
              system: { entityRef, title },
              period,
              createdAt,
              createdBy: userEntityRef,
            });
            const days = `${period.from.slice(0, 10)}-${period.to.slice(
              0,
              10,
            )}`;
            res.attachment(`gorgias-evidence-${req.params.name}-${days}.zip`);
            res.type('application/zip');
            await pipeline(bundle, res);
          },
        );
      },
    );
  });

  /** Who may see evidence of a system, which names people. */
  async function reader(req: Request<any>) {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasEvidenceReadPermission,
    );
    const { entityRef, title } = await entities.get(req.params, credentials);
    return { credentials, entityRef, title, userEntityRef };
  }

  /** Audits each look, since evidence names people who can't see who looks. */
  async function lookAt<T>(
    req: Request<any>,
    meta: JsonObject,
    look: () => Promise<T>,
  ): Promise<T> {
    return audited(
      auditor,
      { eventId: 'evidence-read', severityLevel: 'low', request: req, meta },
      look,
    );
  }
}
