import {
  AccessMatrix,
  AccessRule,
  AccessRulePreview,
  AccessRuleResponse,
  AccessRuleVersion,
  GorgiasApi,
  Page,
  PageRequest,
  PutAccessRuleRequest,
  SystemTrends,
} from 'backstage-plugin-gorgias-common';
import { FakeEvidence } from './FakeEvidence';
import { ADMIN } from './FakeSystem';
import { page } from './page';

/** A backend of one system that lives in memory. */
export class FakeGorgias extends FakeEvidence implements GorgiasApi {
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
  matrix: AccessMatrix = { lines: [], gorgiasRoles: [], cells: [] };

  async getTrends(): Promise<SystemTrends> {
    return this.trends;
  }

  async getAccessMatrix(): Promise<AccessMatrix> {
    return this.matrix;
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
