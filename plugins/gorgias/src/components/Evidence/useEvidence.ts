import { useApi } from '@backstage/core-plugin-api';
import {
  EvidenceKeysResponse,
  EvidenceOverview,
} from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { gorgiasApiRef } from '../../api';

/** What there is of evidence, and the keys that it is signed with. */
export interface KnownEvidence {
  overview: EvidenceOverview;
  keys: EvidenceKeysResponse;
}

/** Reads what there is of evidence about a system; not again by itself, since each look is audited. */
export function useEvidence(entityRef: string): {
  evidence?: KnownEvidence;
  error?: Error;
  reload(): void;
} {
  const api = useApi(gorgiasApiRef);
  const { value, error, retry } = useAsyncRetry(async () => {
    const [overview, keys] = await Promise.all([
      api.getEvidence(entityRef),
      api.listEvidenceKeys(),
    ]);
    return { overview, keys };
  }, [api, entityRef]);
  return { evidence: value, error, reload: retry };
}
