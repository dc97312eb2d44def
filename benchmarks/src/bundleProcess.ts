import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  publicKeyOf,
  scopeOf,
  writeBundle,
} from 'backstage-plugin-gorgias-evidence';
import { beChild } from './child';
import { Size } from './organisation';
import { RecordedLedger } from './recordedLedger';
import { ENTITY } from './system';

/** Which bundle of evidence is to be made, and where. */
export interface BundleOptions {
  size: Size;
  /** How many entries it is to have, at least. */
  least: number;
  bundle: string;
  /** The public key to verify it with. */
  key: string;
}

/** What was made. */
export interface MadeBundle {
  entries: number;
}

beChild<BundleOptions>(
  async ({ size, least, bundle, key }): Promise<MadeBundle> => {
    const ledger = new RecordedLedger(size, least);
    const { length } = ledger;
    const { keyId, privateKey } = ledger.key;
    await writeFile(key, publicKeyOf(privateKey));
    await pipeline(
      writeBundle({
        product: { name: 'benchmark', version: '0.0.0' },
        system: { entityRef: ENTITY, title: 'Gorgias' },
        period: ledger.period,
        createdAt: ledger.period.to,
        createdBy: 'user:default/p0',
        ledger: {
          first: 1,
          last: length, // The very last entry is about another system.
          through: length - 1,
        },
        entries: ledger.entries(),
        scopes: new Set([scopeOf(ENTITY)]),
        heads: ledger.heads,
        key: { keyId, privateKey },
      }),
      createWriteStream(bundle),
    );
    return { entries: length };
  },
);
