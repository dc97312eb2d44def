import {
  countStatuses,
  AccessMatrix,
  AccessRule,
  AccessRulePreview,
  AccessRuleResponse,
  AccessRuleVersion,
  EvidenceKeysResponse,
  EvidenceOverview,
  EvidenceSystem,
  GorgiasApi,
  LedgerHead,
  Page,
  PageRequest,
  PopulationPage,
  PutAccessRuleRequest,
  SystemTrends,
} from 'backstage-plugin-gorgias-common';
import { FakeReviews } from './FakeReviews';
import { ADMIN } from './FakeSystem';
import { page } from './page';

/** A backend of one system that lives in memory. */
export class FakeGorgias extends FakeReviews implements GorgiasApi {
  preview: AccessRulePreview = {
    coveredStaff: 12,
    passing: 20,
    failing: 3,
    exempt: 0,
    unknown: 0,
    changes: [
      {
        accountId: '7',
        name: 'Sam Rivers',
        email: 'sam.rivers@acme.example',
        from: 'passing',
        to: 'failing',
      },
    ],
    missingOrgRoles: [],
    missingPeople: [],
    factsVersion: 'facts-1',
  };

  trends: SystemTrends = {
    days: [],
    timeToRevoke: { people: 0, medianSeconds: null, worstSeconds: null },
    revokeWithinDays: 1,
    revocations: [],
  };
  /** Latest first. */
  earlierRules: AccessRuleVersion[] = [];
  evidence: EvidenceOverview = {
    entityRef: 'resource:default/gorgias',
    title: 'Gorgias',
    knownSince: null,
    entries: [],
    head: null,
    unsigned: 0,
    exports: [],
    mayExport: true,
  };
  matrix: AccessMatrix = { lines: [], gorgiasRoles: [], cells: [] };

  async getTrends(): Promise<SystemTrends> {
    return this.trends;
  }

  async getAccessMatrix(): Promise<AccessMatrix> {
    return this.matrix;
  }

  async listEvidenceSystems(): Promise<{ items: EvidenceSystem[] }> {
    const { entityRef, title } = this.summary;
    return { items: [{ entityRef, title }] };
  }

  async getEvidence(): Promise<EvidenceOverview> {
    return this.evidence;
  }

  async listLedgerHeads(): Promise<Page<LedgerHead>> {
    return { items: [], totalItems: 0 };
  }

  async listPopulation(
    _: string,
    { at }: { at: string },
  ): Promise<PopulationPage> {
    return {
      at,
      factsAt: null,
      counts: countStatuses([]),
      items: [],
      totalItems: 0,
    };
  }

  async exportEvidence(): Promise<Blob> {
    return new Blob();
  }

  async listEvidenceKeys(): Promise<EvidenceKeysResponse> {
    return { current: null, keys: [] };
  }

  async getAccessRule(): Promise<AccessRuleResponse> {
    return { accessRule: this.summary.accessRule };
  }

  async listAccessRuleVersions(
    _entityRef: string,
    request?: PageRequest,
  ): Promise<Page<AccessRuleVersion>> {
    const { accessRule } = this.summary;
    return page(
      [...(accessRule ? [accessRule] : []), ...this.earlierRules],
      request,
    );
  }

  async putAccessRule(
    _entityRef: string,
    { spec, revision, reason }: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse> {
    const accessRule: AccessRule = {
      spec,
      revision: revision + 1,
      updatedAt: new Date().toISOString(),
      updatedBy: ADMIN,
      ...(reason && { reason }),
      missingOrgRoles: [],
      missingPeople: [],
    };
    if (this.summary.accessRule) {
      this.earlierRules = [this.summary.accessRule, ...this.earlierRules];
    }
    this.change({ accessRule });
    return { accessRule };
  }

  async previewAccessRule(): Promise<AccessRulePreview> {
    return this.preview;
  }
}
