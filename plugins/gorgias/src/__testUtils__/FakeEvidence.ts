import {
  countStatuses,
  EvidenceKeysResponse,
  EvidenceOverview,
  EvidenceSystem,
  LedgerHead,
  Page,
  PageRequest,
  PopulationAccount,
  PopulationPage,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { anOverview } from './evidenceFixtures';
import { FakeReviews } from './FakeReviews';
import { page } from './page';
import { responseError } from './responseError';

/** The part of the backend that is about evidence. */
export class FakeEvidence extends FakeReviews {
  evidence: EvidenceOverview = anOverview();
  evidenceKeys: EvidenceKeysResponse = { current: null, keys: [] };
  /** Who had access at any time since evidence is known. */
  population: PopulationAccount[] = [];
  populationFactsAt: string | null = null;

  async listEvidenceSystems(): Promise<{ items: EvidenceSystem[] }> {
    const { entityRef, title, critical } = this.summary;
    return { items: critical ? [{ entityRef, title }] : [] };
  }

  async getEvidence(): Promise<EvidenceOverview> {
    return this.evidence;
  }

  async listLedgerHeads(): Promise<Page<LedgerHead>> {
    const { head } = this.evidence;
    return page(head ? [head] : []);
  }

  async listPopulation(
    entityRef: string,
    { at, ...request }: { at: string } & PageRequest,
  ): Promise<PopulationPage> {
    const { knownSince } = this.evidence;
    if (knownSince === null || at < knownSince) {
      throw await responseError(
        404,
        'NotFoundError',
        `at: the ledger does not tell who had access to ${entityRef} at ${at}`,
      );
    }
    return {
      at,
      factsAt: this.populationFactsAt,
      counts: countStatuses(
        this.population.map(({ verdicts }) =>
          worstStatus(Object.values(verdicts).map(({ status }) => status)),
        ),
      ),
      ...page(this.population, request),
    };
  }

  async exportEvidence(
    _entityRef: string,
    period: { from: string; to: string },
  ): Promise<Blob> {
    this.evidence = {
      ...this.evidence,
      exports: [
        {
          at: new Date().toISOString(),
          by: 'user:default/nadia.auditor',
          what: 'evidence.zip',
          period,
        },
        ...this.evidence.exports,
      ],
    };
    return new Blob(['zip']);
  }

  async listEvidenceKeys(): Promise<EvidenceKeysResponse> {
    return this.evidenceKeys;
  }
}
