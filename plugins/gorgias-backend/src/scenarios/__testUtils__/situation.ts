import { Entity } from '@backstage/catalog-model';
import {
  AccessRuleSpec,
  CheckId,
  IdentityAssignment,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../../__testUtils__/clock';
import { loadExampleCatalog } from '../../__testUtils__/exampleCatalog';
import {
  ADMIN,
  GORGIAS,
  OWNER,
  RunningGorgias,
} from '../../__testUtils__/startGorgias';

/** Something that happens, or that somebody does. */
export type Step = (situation: Situation) => Promise<unknown>;

/** What an account's verdict should be after all of it, and words of its ground. */
export type Expected = [
  account: string,
  check: 'who' | 'left' | 'mfa' | 'valid',
  status: VerdictStatus,
  ground: RegExp,
];

const CHECKS: Record<Expected[1], CheckId> = {
  who: 'user-identified',
  left: 'offboarded-access-removed',
  mfa: 'mfa-enabled',
  valid: 'access-valid',
};

const SUPPORT: AccessRuleSpec = {
  type: 'org-roles',
  orgRoles: ['group:default/support'],
};

const TABLES = [
  'access_rule_versions',
  'access_rules',
  'access_settings',
  'accounts',
  'connect_sessions',
  'connections',
  'critical_systems',
  'evaluations',
  'event_polls',
  'exceptions',
  'gorgias_events',
  'history',
  'identity_assignments',
  'identity_changes',
  'identity_links',
  'org_roles',
  'revocations',
  'staff_members',
  'staff_offboardings',
  'sync_runs',
  'verdicts',
];

/** The company Acme on a Tuesday: connected, critical, and support may use Gorgias. */
export class Situation {
  readonly #gorgias: RunningGorgias;
  readonly #knex: Knex;
  /** Ids of accounts by the names they had at first, or were invited by. */
  readonly ids = new Map<string, string>();

  constructor(gorgias: RunningGorgias, knex: Knex) {
    this.#gorgias = gorgias;
    this.#knex = knex;
  }

  get admin() {
    return this.#gorgias.as(ADMIN);
  }

  get owner() {
    return this.#gorgias.as(OWNER);
  }

  get entities(): Entity[] {
    return this.#gorgias.catalog.entities;
  }

  set entities(entities: Entity[]) {
    this.#gorgias.catalog.entities = entities;
  }

  /** Everything as it was on Tuesday morning. */
  async begin(): Promise<void> {
    setClock('2026-11-24T09:00:00Z');
    this.entities = loadExampleCatalog();
    await this.#gorgias.control('POST', '/accounts/acme/reset');
    for (const table of TABLES) {
      await this.#knex(table).delete();
    }
    await this.#gorgias.connect();
    await this.admin.addCriticalSystem(GORGIAS);
    await this.admin.putAccessRule(GORGIAS, { spec: SUPPORT, revision: 0 });
    this.ids.clear();
    for (const { id, name } of await this.#users()) {
      this.ids.set(name, String(id));
    }
  }

  async verdict(account: string, check: Expected[1]) {
    const { verdicts } = await this.admin.getAccount(
      GORGIAS,
      this.idOf(account),
    );
    return verdicts.find(({ checkId }) => checkId === CHECKS[check])!;
  }

  idOf(account: string): string {
    const id = this.ids.get(account);
    if (!id) {
      throw new Error(`There is no account of ${account}`);
    }
    return id;
  }

  sync(): Promise<void> {
    return this.#gorgias.sync();
  }

  async #users(): Promise<Array<{ id: number; name: string }>> {
    const answer = await this.#gorgias.control('GET', '/accounts/acme');
    return (await answer.json()).users;
  }

  async control(method: string, path: string, body?: object): Promise<any> {
    const answer = await this.#gorgias.control(
      method,
      `/accounts/acme${path}`,
      body,
    );
    if (!answer.ok) {
      throw new Error(await answer.text());
    }
    return answer.status === 204 ? undefined : answer.json();
  }

  evaluateDue(): Promise<void> {
    return this.#gorgias.scheduler.triggerTask('evaluate-due');
  }
}

/** Gorgias and the catalog are read. */
export const sync: Step = situation => situation.sync();

/** Time passes, and what it alone changes is judged anew. */
export const wait =
  (time: Parameters<typeof advanceClock>[0]): Step =>
  async situation => {
    advanceClock(time);
    await situation.evaluateDue();
  };

/** Days, during which Gorgias is read as always. */
export const days =
  (count: number): Step =>
  async situation => {
    await wait({ hours: 24 * count })(situation);
    await situation.sync();
  };

/** Somebody changes a user inside Gorgias. */
export const atGorgias =
  (account: string, change: object): Step =>
  situation =>
    situation.control('PATCH', `/users/${situation.idOf(account)}`, change);

/** Somebody deletes a user inside Gorgias. */
export const deleted =
  (account: string): Step =>
  situation =>
    situation.control('DELETE', `/users/${situation.idOf(account)}`);

/** Somebody invites a user inside Gorgias. */
export const invited =
  (name: string, email: string, more: object = {}): Step =>
  async situation => {
    const { id } = await situation.control('POST', '/users', {
      name,
      email,
      role: 'basic-agent',
      has_2fa_enabled: true,
      has_password: true,
      ...more,
    });
    situation.ids.set(name, String(id));
  };

/** Gorgias' event log tells of a log-in. */
export const loggedIn =
  (account: string): Step =>
  situation =>
    situation.control('POST', '/events', {
      type: 'user-logged-in',
      object_id: Number(situation.idOf(account)),
    });

/** The sign-in settings of the Gorgias account change. */
export const settings =
  (change: object): Step =>
  situation =>
    situation.control('PATCH', '/settings', change);

/** Something changes in the catalog about the entities of a name. */
export const inCatalog =
  (name: string, change: (entity: Entity) => Entity | undefined): Step =>
  async situation => {
    situation.entities = situation.entities.flatMap(entity =>
      entity.metadata.name === name ? change(entity) ?? [] : entity,
    );
  };

/** A person is no longer in the catalog. */
export const vanished = (name: string): Step =>
  inCatalog(name, () => undefined);

/** A person is in the catalog whom it did not have. */
export const joined =
  (name: string, email: string, group: string, more: object = {}): Step =>
  async situation => {
    situation.entities = [
      ...situation.entities,
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name, namespace: 'default', ...more },
        spec: { profile: { displayName: name, email }, memberOf: [group] },
        relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
      },
    ];
  };

/** A user entity gets annotations. */
export const annotated = (
  name: string,
  annotations: Record<string, string>,
): Step =>
  inCatalog(name, entity => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...entity.metadata.annotations, ...annotations },
    },
  }));

/** A user entity has another e-mail address. */
export const emailed = (name: string, email: string): Step =>
  inCatalog(name, entity => ({
    ...entity,
    spec: {
      ...entity.spec,
      profile: { ...(entity.spec as any).profile, email },
    },
  }));

/** A user entity belongs to other groups. */
export const movedTo = (name: string, ...groups: string[]): Step =>
  inCatalog(name, entity => ({
    ...entity,
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  }));

/** An admin saves an access rule. */
export const rule =
  (spec: AccessRuleSpec): Step =>
  async ({ admin }) => {
    const { accessRule } = await admin.getAccessRule(GORGIAS);
    await admin.putAccessRule(GORGIAS, {
      spec,
      revision: accessRule?.revision ?? 0,
    });
  };

/** The owner says what accounts are. */
export const said =
  (accounts: string[], assignment: IdentityAssignment): Step =>
  async situation => {
    const chosen = await Promise.all(
      accounts.map(async account => {
        const id = situation.idOf(account);
        const { identityEtag } = await situation.owner.getAccount(GORGIAS, id);
        return { id, etag: identityEtag };
      }),
    );
    await situation.owner.putIdentities(GORGIAS, {
      accounts: chosen,
      assignment,
    });
  };

/** An admin says that somebody has left. */
export const offboarded =
  (staffRef: string, offboardedAt: string): Step =>
  async ({ admin }) => {
    const { etag } = await admin.getStaffMember(staffRef);
    await admin.putOffboarding(staffRef, {
      offboardedAt,
      proof: 'HR-77',
      etag,
    });
  };

/** The owner asks for an exception. */
export const asked =
  (account: string, check: Expected[1], until: string): Step =>
  async situation => {
    await situation.owner.requestException(GORGIAS, {
      accountId: situation.idOf(account),
      checkId: CHECKS[check],
      reason: 'The new device comes next week',
      until,
    });
  };

/** Somebody approves every exception that is asked for. */
export const approved =
  (by: 'admin' | 'owner'): Step =>
  async situation => {
    const { items } = await situation.admin.listExceptions(GORGIAS, {
      status: 'requested',
    });
    for (const exception of items) {
      await situation[by].approveException(GORGIAS, exception);
    }
  };

/** The owner asks for an exception, and an admin approves it. */
export const excepted =
  (account: string, check: Expected[1], until: string): Step =>
  async situation => {
    await asked(account, check, until)(situation);
    await approved('admin')(situation);
  };

/** Something is refused. */
export const refused =
  (step: Step, statusCode: number): Step =>
  async situation => {
    await expect(step(situation)).rejects.toMatchObject({ statusCode });
  };
