import { AccessRuleSpec } from 'backstage-plugin-gorgias-checks';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import { Chance } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaRandom';
import { GORGIAS } from './SoakWorld';

/** What an admin has at hand when clicking. */
export interface Click {
  api: GorgiasClient;
  chance: Chance;
  /** Notes that a decision was made, as the backend has said. */
  decided(what: string): void;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const STAFF = [
  'user:default/sam.rivers',
  'user:default/jonas.weiss',
  'user:default/linh.tran',
  'user:default/kofi.mensah',
];

const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MILLISECONDS).toISOString();

/** Everything that admins do. */
export const CLICKS = {
  async look({ api }: Click) {
    await Promise.all([
      api.getSystem(GORGIAS),
      api.listSystems(),
      api.listAccounts(GORGIAS, { limit: 100 }),
      api.listSyncRuns(GORGIAS),
      api.listHistory(GORGIAS, { limit: 50 }),
      api.listExceptions(GORGIAS),
    ]);
  },

  async lookDeeper({ api }: Click) {
    await Promise.all([
      api.getTrends(GORGIAS),
      api.getAccessMatrix(GORGIAS),
      api.listOffboarded(GORGIAS),
      api.listPopulation(GORGIAS, { at: new Date().toISOString() }),
      api.exportAccounts(GORGIAS),
      api.getHealth(),
    ]);
  },

  async syncNow({ api }: Click) {
    await api.syncNow(GORGIAS);
  },

  async saveRule({ api, chance, decided }: Click) {
    const { accessRule } = await api.getAccessRule(GORGIAS);
    const orgRoles = [
      chance.oneOf(['group:default/support', 'group:default/acme']),
    ];
    const spec: AccessRuleSpec =
      chance.next() < 0.5
        ? { type: 'all-staff' }
        : { type: 'org-roles', orgRoles };
    await api.previewAccessRule(GORGIAS, spec);
    await api.putAccessRule(GORGIAS, {
      spec,
      revision: accessRule?.revision ?? 0,
      reason: 'As the soak wants it',
    });
    decided('access-rule');
  },

  async requestException({ api, chance, decided }: Click) {
    const check = 'mfa-enabled';
    const { items } = await api.listAccounts(GORGIAS, {
      check,
      status: 'failing',
    });
    if (items.length > 0) {
      await api.requestException(GORGIAS, {
        accountId: chance.oneOf(items).id,
        checkId: check,
        reason: 'The new phone has not arrived yet',
        until: inDays(1 + chance.next() * 100),
      });
      decided('exception');
    }
  },

  async decideException({ api, chance, decided }: Click) {
    const { items } = await api.listExceptions(GORGIAS, {
      status: 'requested',
    });
    if (items.length > 0) {
      const exception = chance.oneOf(items);
      await (chance.next() < 0.8
        ? api.approveException(GORGIAS, exception)
        : api.refuseException(GORGIAS, exception, 'Not this time'));
      decided('exception');
    }
  },

  async withdrawException({ api, chance, decided }: Click) {
    const { items } = await api.listExceptions(GORGIAS, {
      status: 'approved',
    });
    if (items.length > 0) {
      await api.withdrawException(
        GORGIAS,
        chance.oneOf(items),
        'The phone has arrived',
      );
      decided('exception');
    }
  },

  async assignIdentity({ api, chance, decided }: Click) {
    const { items } = await api.listAccounts(GORGIAS, { limit: 100 });
    const account = chance.oneOf(items);
    await api.putIdentities(GORGIAS, {
      accounts: [{ id: account.id, etag: account.identityEtag }],
      assignment: chance.oneOf([
        { type: 'automatic' } as const,
        {
          type: 'staff-member',
          staffRef: chance.oneOf(STAFF),
          reason: 'Known from the phone list',
        } as const,
        {
          type: 'external',
          owner: 'user:default/maya.ortiz',
          purpose: 'An agency that helps out',
          reviewAt: inDays(30),
        } as const,
      ]),
    });
    decided('identity');
  },

  async offboard({ api, chance, decided }: Click) {
    const staff = chance.oneOf(STAFF);
    const { etag, manualOffboarding } = await api.getStaffMember(staff);
    await (manualOffboarding
      ? api.deleteOffboarding(staff, etag)
      : api.putOffboarding(staff, {
          offboardedAt: inDays(-1),
          proof: 'https://hr.example/leavers/1',
          etag,
        }));
    decided('offboarding');
  },

  async startReview({ api, chance, decided }: Click) {
    const { items } = await api.listReviews(GORGIAS);
    if (!items.some(({ status }) => status === 'open')) {
      await api.startReview(GORGIAS, {
        title: `Review ${Math.floor(chance.next() * 1e6)}`,
        dueAt: inDays(14),
        reviewers: { by: 'manager' },
      });
      decided('review');
    }
  },

  async decideReview({ api, chance, decided }: Click) {
    const { items } = await api.listReviews(GORGIAS);
    const open = items.find(({ status }) => status === 'open');
    if (!open) {
      return;
    }
    const page = await api.listReviewItems(GORGIAS, open.id, {
      status: 'undecided',
      limit: 100,
    });
    const mine = page.items.filter(({ isMine }) => isMine);
    if (mine.length > 0) {
      await api.decideReview(GORGIAS, open.id, {
        accountIds: mine.slice(0, 5).map(({ accountId }) => accountId),
        decision: chance.oneOf(['keep', 'revoke'] as const),
        comment: 'Looked at',
      });
      decided('review-decision');
    } else if (chance.next() < 0.2) {
      await api.cancelReview(GORGIAS, open.id, { reason: 'Begun too early' });
      decided('review');
    }
  },

  async exportEvidence({ api, decided }: Click) {
    await api.exportEvidence(GORGIAS, {
      from: inDays(-1),
      to: new Date().toISOString(),
    });
    decided('export');
  },

  async removeCriticalSystem({ api, chance, decided }: Click) {
    const { critical } = await api.getSystem(GORGIAS);
    if (!critical) {
      await api.addCriticalSystem(GORGIAS);
      decided('critical-system');
    } else if (chance.next() < 0.1) {
      await api.removeCriticalSystem(GORGIAS);
      decided('critical-system');
    }
  },

  async disconnect({ api, chance, decided }: Click) {
    if (chance.next() < 0.15) {
      await api.disconnect(GORGIAS);
      decided('connection');
    }
  },
};

export type ClickName = keyof typeof CLICKS;

/** Why a click led to nothing: the error of the backend, or that nobody answered. */
export function wordOf(error: unknown): string {
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { error: { name: string } };
  };
  return statusCode ? `${statusCode} ${body?.error.name}` : 'no answer';
}
