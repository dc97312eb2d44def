import {
  EvidenceKeysResponse,
  LedgerHead,
  Page,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { GorgiasDatabase } from '../database';
import { readPagePosition, toPage } from '../pagination';
import { HeadSigner } from './HeadSigner';

/** What somebody needs to verify evidence without trusting this server. */
export function addEvidenceRoutes(
  router: Router,
  deps: { access: Access; database: GorgiasDatabase; signer: HeadSigner },
): void {
  const { access, database, signer } = deps;
  const { ledgerHeads } = database.stores;

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
}
