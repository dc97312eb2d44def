import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  gorgiasIdentityExtensionPoint,
  GorgiasIdentityMatcher,
} from 'backstage-plugin-gorgias-node';
import { databaseIds, databases } from '../__testUtils__/databases';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { signingConfig } from '../__testUtils__/signingConfig';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';
import { employeeNumbers } from './__testUtils__/employeeNumbers';
import { headsToFile } from './__testUtils__/headsToFile';
import { hrStaff } from './__testUtils__/hrStaff';

const person = (number: string, user: string, more: object = {}) => ({
  number,
  user,
  name: `Person ${number}`,
  email: `${user}@acme.example`,
  department: 'support',
  ...more,
});
const PEOPLE = [person('1', 'sam.rivers'), person('4711', 'night.owl')];
const SHIFT = 'Night Shift (4711)';

/** A module with another matcher, which says what it is told to. */
const saying = (match: GorgiasIdentityMatcher['match'], id = 'other') =>
  createBackendModule({
    pluginId: 'gorgias',
    moduleId: `matcher-${id}`,
    register(env) {
      env.registerInit({
        deps: { identity: gorgiasIdentityExtensionPoint },
        init: async ({ identity }) =>
          identity.addIdentityMatcher({ id, match }),
      });
    },
  });

describe.each(databaseIds)('modules on %s', databaseId => {
  let hr: TestServer;
  let answer: { complete: boolean; people: object[] };
  let folder: string;
  let other: GorgiasIdentityMatcher['match'];
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    answer = { complete: true, people: PEOPLE };
    other = async () => [];
    hr = await serve((_, res) => sendJson(res, answer));
    folder = await mkdtemp(join(tmpdir(), 'gorgias-heads-'));
    gorgias = await startGorgias({
      knex: await databases.init(databaseId),
      config: signingConfig(),
      features: [
        hrStaff(hr.url),
        employeeNumbers,
        saying((...asked) => other(...asked)),
        headsToFile(join(folder, 'heads.jsonl')),
      ],
    });
    await gorgias.control('POST', '/accounts/acme/users', {
      name: SHIFT,
      email: 'night@shift.example',
      role: 'agent',
    });
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.connect();
  });
  afterEach(async () => {
    await gorgias.stop();
    await hr.close();
    await rm(folder, { recursive: true });
  });

  const shift = async () =>
    (await gorgias.as(ADMIN).listAccounts(GORGIAS, { search: SHIFT })).items[0];
  const identity = async () => (await shift()).identity;
  const lastRun = async () =>
    (await gorgias.as(ADMIN).getSystem(GORGIAS)).sync.last!;
  const MATCHED = {
    type: 'staff-member',
    staffRef: 'user:default/night.owl',
    displayName: 'Person 4711',
    staffState: 'current',
    ground:
      'The identity matcher employee-number found them: Employee number 4711.',
    groundParts: [
      {
        id: 'identity.matcherSays',
        params: { matcher: 'employee-number', reason: 'Employee number 4711.' },
      },
    ],
  };

  it('bring staff from an HR system, and are not believed in part', async () => {
    const before = await gorgias
      .as(ADMIN)
      .getStaffMember('user:default/night.owl');
    expect(before).toMatchObject({ state: 'current' });
    answer = { complete: false, people: [PEOPLE[0]] };
    await gorgias.sync();
    expect((await lastRun()).outcome).toBe('failed');
    expect(await identity()).toEqual(MATCHED);
  });

  it('match an account by what they know, and the history says how', async () => {
    expect(await identity()).toEqual(MATCHED);
    const { id: accountId } = await shift();
    const { items } = await gorgias
      .as(ADMIN)
      .listHistory(GORGIAS, { accountId, kind: 'identity' });
    expect(items).toMatchObject([
      {
        before: null,
        after: {
          staffRef: 'user:default/night.owl',
          matcher: 'employee-number',
          reason: 'Employee number 4711.',
        },
      },
    ]);
    await gorgias.sync();
    const again = await gorgias
      .as(ADMIN)
      .listHistory(GORGIAS, { accountId, kind: 'identity' });
    expect(again.items).toHaveLength(1);
  });

  it('still know the account of somebody who left', async () => {
    answer.people = [PEOPLE[0]];
    await gorgias.sync();
    expect(await identity()).toEqual({ ...MATCHED, staffState: 'offboarded' });
    const { verdicts } = await shift();
    expect(verdicts).toContainEqual(
      expect.objectContaining({
        checkId: 'offboarded-access-removed',
        status: 'failing',
      }),
    );
  });

  it('take back what they do not say any more of who is there', async () => {
    await gorgias.control(
      'PATCH',
      `/accounts/acme/users/${(await shift()).id}`,
      {
        name: 'Night Shift (none)',
      },
    );
    await gorgias.sync();
    const { items } = await gorgias
      .as(ADMIN)
      .listAccounts(GORGIAS, { search: 'Night Shift' });
    expect(items[0].identity.type).toBe('unidentified');
  });

  it('are not decided between when they disagree', async () => {
    other = async accounts =>
      accounts
        .filter(({ name }) => name === SHIFT)
        .map(({ id: accountId }) => ({
          accountId,
          staffRef: 'user:default/sam.rivers',
          reason: 'So it is.',
        }));
    await gorgias.sync();
    expect(await identity()).toMatchObject({
      type: 'unidentified',
      candidates: ['user:default/night.owl', 'user:default/sam.rivers'],
      groundParts: [{ id: 'identity.matchersDisagree' }],
    });
  });

  it('are outweighed by an e-mail address, and by what people say', async () => {
    const { id, identityEtag: etag } = await shift();
    await gorgias.as(ADMIN).putIdentities(GORGIAS, {
      accounts: [{ id, etag }],
      assignment: {
        type: 'staff-member',
        staffRef: 'user:default/sam.rivers',
        reason: 'It is his.',
      },
    });
    expect(await identity()).toMatchObject({
      staffRef: 'user:default/sam.rivers',
    });
    const asked: string[] = [];
    other = async accounts => {
      asked.push(...accounts.map(({ email }) => String(email)));
      return [];
    };
    await gorgias.sync();
    expect(await identity()).toMatchObject({
      staffRef: 'user:default/sam.rivers',
    });
    expect(asked).toContain('night@shift.example');
    expect(asked).not.toContain('sam.rivers@acme.example');
  });

  it.each<[string, GorgiasIdentityMatcher['match'], string]>([
    [
      'throws',
      async () => {
        throw new Error('HR is closed');
      },
      'The identity matcher other: HR is closed',
    ],
    [
      'names a stranger',
      async ([{ id }]) => [
        { accountId: id, staffRef: 'user:default/nobody', reason: 'x' },
      ],
      'user:default/nobody, who is no staff member',
    ],
    [
      'names an account it was not asked about',
      async () => [
        { accountId: '0', staffRef: 'user:default/sam.rivers', reason: 'x' },
      ],
      'the account 0, which is none that it was asked about',
    ],
    [
      'contradicts itself',
      async ([{ id }]) => [
        { accountId: id, staffRef: 'user:default/sam.rivers', reason: 'x' },
        { accountId: id, staffRef: 'user:default/night.owl', reason: 'x' },
      ],
      'twice',
    ],
    [
      'answers with something else',
      async () => 'everybody' as any,
      'answered with something else than matches',
    ],
  ])('change nothing in a run in which one %s', async (_, match, problem) => {
    other = match;
    answer.people = [...PEOPLE, person('2', 'new.comer')];
    await gorgias.sync();
    const run = await lastRun();
    expect(run.outcome).toBe('failed');
    expect(JSON.stringify(run)).toContain(problem);
    expect(await identity()).toEqual(MATCHED);
  });

  it('keep heads of the ledger in a file', async () => {
    await gorgias.scheduler.triggerTask('ledger');
    const lines = (await readFile(join(folder, 'heads.jsonl'), 'utf8'))
      .trim()
      .split('\n');
    expect(lines.map(line => JSON.parse(line))).toEqual([
      expect.objectContaining({
        sequence: expect.any(Number),
        signature: expect.stringMatching(/^[0-9a-f]{128}$/),
      }),
    ]);
  });
});

describe('identity matchers', () => {
  it.each([
    ['one', /There is an identity matcher one already, of another module/],
    ['No. 1', /The identity matcher No. 1 has an id with other than/],
  ])('named %s stop the backend', async (id, problem) => {
    const none = async () => [];
    const first = saying(none, 'one');
    const second = createBackendModule({
      pluginId: 'gorgias',
      moduleId: 'second',
      register(env) {
        env.registerInit({
          deps: { identity: gorgiasIdentityExtensionPoint },
          init: async ({ identity }) =>
            identity.addIdentityMatcher({ id, match: none }),
        });
      },
    });
    await expect(startGorgias({ features: [first, second] })).rejects.toThrow(
      problem,
    );
  });
});
