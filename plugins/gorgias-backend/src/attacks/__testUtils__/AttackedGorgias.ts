import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { listenIn, Overheard } from '../../__testUtils__/listenIn';
import { readTables } from '../../__testUtils__/readTables';
import { signingConfig } from '../../__testUtils__/signingConfig';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../../__testUtils__/startGorgias';
import { etagOf } from '../../etags';
import { AttackRequest } from './attackRequest';
import { Known } from './fromSchema';
import { Answer, Sender } from './send';

/** Tests are somebody, if they don't say who; attackers are not. */
const NOBODY_BY_DEFAULT = mockServices.httpAuth.factory({
  defaultCredentials: mockCredentials.none(),
});

const IN_A_YEAR = new Date(
  Date.now() + 300 * 24 * 60 * 60 * 1000,
).toISOString();

/** A backend that has something of everything, with somebody listening to all that it says. */
export class AttackedGorgias {
  readonly secrets = new Map([
    ['client secret', 'emulator-client-secret'],
    ['encryption secret', 'a secret that is only for tests, and long'],
    ['API key', 'acme-api-key'],
  ]);
  /** Names and addresses of all accounts but the engineer's. */
  others: string[] = [];
  #known: Known = {};
  /** Whether an attack by somebody who may do so may have changed something. */
  #changed = false;

  private constructor(
    readonly gorgias: RunningGorgias,
    private readonly knex: Knex,
    private readonly heard: Overheard,
    private readonly sender: Sender,
  ) {}

  static async start(knex: Knex): Promise<AttackedGorgias> {
    const { heard, features } = listenIn();
    const gorgias = await startGorgias({
      knex,
      features: [...features, NOBODY_BY_DEFAULT],
      config: signingConfig(),
    });
    const attacked = new AttackedGorgias(
      gorgias,
      knex,
      heard,
      new Sender(gorgias.baseUrl),
    );
    attacked.#learnTokens();
    await attacked.#populate();
    return attacked;
  }

  /** Values that lead deep into the plugin now. */
  get known(): Known {
    return this.#known;
  }

  async send(request: AttackRequest): Promise<Answer> {
    const answer = await this.sender.send(request);
    this.#changed ||= answer.status < 300 && request.method !== 'GET';
    return answer;
  }

  /** Stands for everything in the database, table by table. */
  async digests(): Promise<Record<string, string>> {
    return Object.fromEntries(
      [...(await readTables(this.knex))].map(([name, rows]) => [
        name,
        etagOf(rows),
      ]),
    );
  }

  /** Which secrets were logged or audited since it was last asked. */
  leaks(): string[] {
    return Object.entries(this.heard).flatMap(([place, texts]) => {
      const all = texts.splice(0).join('\n');
      return [...this.secrets]
        .filter(([, secret]) => all.includes(secret))
        .map(([name]) => `${name} in ${place}`);
    });
  }

  /** Puts back what attacks have taken away, and learns anew what there is. */
  async mend(): Promise<void> {
    if (!this.#changed) {
      return;
    }
    this.#changed = false;
    const admin = this.gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    const { connection } = await admin.getSystem(GORGIAS);
    if (connection?.state !== 'connected') {
      await this.gorgias.connect();
    }
    await this.#learn();
  }

  async stop(): Promise<void> {
    jest.restoreAllMocks();
    this.sender.close();
    await this.gorgias.stop();
  }

  #learnTokens(): void {
    const { fetch: send } = global;
    jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
      const answer = await send(input, init);
      if (String(input).endsWith('/oauth/token') && answer.ok) {
        const tokens = await answer.clone().json();
        const count = this.secrets.size;
        this.secrets.set(`access token ${count}`, tokens.access_token);
        this.secrets.set(`refresh token ${count}`, tokens.refresh_token);
      }
      return answer;
    });
  }

  async #populate(): Promise<void> {
    const { gorgias } = this;
    const admin = gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    await gorgias.connect();
    await admin.putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
      revision: 0,
    });
    const { items } = await admin.listAccounts(GORGIAS, { limit: 100 });
    this.others = items
      .filter(
        ({ identity }) =>
          !('staffRef' in identity && identity.staffRef === ENGINEER),
      )
      .flatMap(({ name, email }) => [name, email])
      .filter(text => text !== null);
    const failing = items.filter(({ verdicts }) =>
      verdicts.some(
        ({ checkId, status }) =>
          checkId === 'mfa-enabled' && status === 'failing',
      ),
    );
    for (const { id } of failing.slice(0, 2)) {
      await gorgias.as(OWNER).requestException(GORGIAS, {
        accountId: id,
        checkId: 'mfa-enabled',
        reason: 'The token is on order',
        until: new Date(Date.now() + 9e9).toISOString(),
      });
    }
    await admin.startReview(GORGIAS, {
      title: 'Access review',
      dueAt: new Date(Date.now() + 1e9).toISOString(),
      reviewers: { by: 'manager' },
    });
    const { id: changeId } = await admin.putIdentities(GORGIAS, {
      accounts: [{ id: items[0].id, etag: items[0].identityEtag }],
      assignment: {
        type: 'service-account',
        owner: 'group:default/support',
        purpose: 'Returns',
        reviewAt: IN_A_YEAR,
      },
    });
    const { sessionId } = await admin.startConnection({
      entityRef: GORGIAS,
      subdomain: 'acme',
    });
    await gorgias.sync();
    await gorgias.scheduler.triggerTask('ledger');
    this.#known = { changeId: [changeId], sessionId: [sessionId] };
    await this.#learn();
  }

  async #learn(): Promise<void> {
    const admin = this.gorgias.as(ADMIN);
    const accounts = (await admin.listAccounts(GORGIAS, { limit: 20 })).items;
    const exceptions = (await admin.listExceptions(GORGIAS)).items;
    const reviews = (await admin.listReviews(GORGIAS)).items;
    const runs = (await admin.listSyncRuns(GORGIAS)).items;
    const { accessRule } = await admin.getAccessRule(GORGIAS);
    const { nextCursor } = await admin.listAccounts(GORGIAS, { limit: 1 });
    const accountIds = accounts.map(({ id }) => id);
    const people = [
      ENGINEER,
      OWNER,
      ADMIN,
      'user:default/greta.jansen',
      'group:default/support',
    ];
    this.#known = {
      ...this.#known,
      kind: ['resource', 'resource', 'Resource', 'component'],
      namespace: ['default'],
      name: ['gorgias', 'gorgias', 'gorgias', 'storefront-web'],
      staffKind: ['user'],
      staffNamespace: ['default'],
      staffName: ['sam.rivers', 'maya.ortiz', 'ivy.nakamura', 'nobody'],
      entityRef: [GORGIAS, GORGIAS, 'component:default/storefront-web'],
      subdomain: ['acme', 'globex', 'https://acme.gorgias.com/app'],
      apiKey: ['acme-api-key'],
      email: ['ivy.nakamura@acme.example'],
      accountId: accountIds,
      accountIds,
      id: accountIds,
      etag: accounts.map(({ identityEtag }) => identityEtag),
      exceptionId: exceptions.map(({ id }) => id),
      reviewId: reviews.map(({ id }) => id),
      runId: runs.map(({ id }) => id),
      'If-Match': [
        ...exceptions.map(({ etag }) => `"${etag}"`),
        `"${accessRule?.revision ?? 0}"`,
        '"0"',
      ],
      cursor: [nextCursor!, Buffer.from('offset:1').toString('base64url')],
      until: [IN_A_YEAR],
      reviewAt: [IN_A_YEAR],
      dueAt: [IN_A_YEAR],
      from: [new Date(Date.now() - 1e9).toISOString()],
      to: [new Date().toISOString()],
      at: [new Date().toISOString()],
      owner: people,
      staffRef: people,
      reviewer: people,
      orgRole: ['group:default/support', 'title:Engineer'],
      orgRoles: ['group:default/support', 'group:default/it'],
      subject: [ENGINEER, `account:${accountIds[0]}`],
    };
  }
}
