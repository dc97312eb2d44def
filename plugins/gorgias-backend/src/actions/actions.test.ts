import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { createAgent } from '../__testUtils__/agent';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  AUDITOR,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NEXT_WEEK = '2026-12-01T09:00:00.000Z';
const SAM = '411805933';
const ALL_STAFF = { type: 'all-staff' };
const ASK = {
  accountId: SAM,
  checkId: 'mfa-enabled' as const,
  reason: 'The token is on order.',
  until: NEXT_WEEK,
};
const EXCEPTION = { entityRef: GORGIAS, ...ASK };

const READ = { readOnly: true, destructive: false, idempotent: true };
const WRITE = { readOnly: false, destructive: false, idempotent: false };

/** Every action, something to give it, and who of these gets an answer. */
const ACTIONS: Array<[string, JsonObject, typeof READ, string[]]> = [
  ['list-critical-systems', {}, READ, [ADMIN, OWNER, ENGINEER, AUDITOR]],
  [
    'list-pending-tasks',
    { entityRef: GORGIAS },
    READ,
    [ADMIN, OWNER, ENGINEER],
  ],
  [
    'explain-verdict',
    { entityRef: GORGIAS, account: SAM },
    READ,
    // Sam is the engineer.
    [ADMIN, OWNER, ENGINEER],
  ],
  [
    'preview-access-rule',
    { entityRef: GORGIAS, spec: ALL_STAFF },
    READ,
    [ADMIN, OWNER],
  ],
  ['request-exception', EXCEPTION, WRITE, [ADMIN, OWNER]],
];

const refused = (statusCode: number, name: string, ...words: string[]) => ({
  statusCode,
  body: {
    error: {
      name,
      message: expect.stringMatching(new RegExp(words.join('.*'), 's')),
    },
  },
});

describe.each(databaseIds)('actions on %s', id => {
  const agent = createAgent();
  const auditor = mockServices.auditor.mock();
  const ended = { success: jest.fn(), fail: jest.fn() };
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00.000Z');
    Object.values(ended).forEach(end => end.mockReset());
    auditor.createEvent.mockReset().mockResolvedValue(ended);
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [...agent.features, auditor.factory],
    });
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.connect();
    auditor.createEvent.mockClear();
    Object.values(ended).forEach(end => end.mockClear());
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const invoke = async (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user(ADMIN) as any,
  ): Promise<any> =>
    (await agent.invoke({ id: `gorgias:${name}`, input, credentials })).output;
  /** As somebody else than Backstage's own client may. */
  const send = (name: string, input: JsonObject, authorization: string) =>
    fetch(
      `${gorgias.baseUrl}/.backstage/actions/v1/actions/gorgias:${name}/invoke`,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      },
    );
  const as = (user: string) => mockCredentials.user(user);
  const listed = async () => {
    const answer = await fetch(
      `${gorgias.baseUrl}/.backstage/actions/v1/actions`,
      { headers: { authorization: mockCredentials.user.header(ADMIN) } },
    );
    return (await answer.json()).actions as any[];
  };

  it('are registered, and say what they do', async () => {
    expect(
      (await listed()).map(({ name, attributes }) => ({ name, attributes })),
    ).toEqual(
      expect.arrayContaining(
        ACTIONS.map(([name, , attributes]) => ({ name, attributes })),
      ),
    );
    expect(await listed()).toHaveLength(ACTIONS.length);
  });

  it.each(ACTIONS)('%s is for who may', async (name, input, _, allowed) => {
    const refusals: Record<string, string> = {};
    for (const user of [ADMIN, OWNER, ENGINEER, AUDITOR]) {
      await invoke(name, input, as(user)).catch(({ body: { error } }) => {
        // The same exception can be asked for only once, by who may.
        if (error.name !== 'ConflictError') {
          refusals[user] = `${error.name}: ${error.message}`;
        }
      });
    }
    expect(refusals).toEqual(
      Object.fromEntries(
        [ADMIN, OWNER, ENGINEER, AUDITOR]
          .filter(user => !allowed.includes(user))
          .map(user => [
            user,
            expect.stringMatching(
              /^NotAllowedError: You need the permission gorgias\.\w/,
            ),
          ]),
      ),
    );
    await expect(
      invoke(name, input, await mockCredentials.service()),
    ).rejects.toMatchObject(
      refused(403, 'NotAllowedError', 'Only people may do this'),
    );
    expect(
      (await send(name, input, mockCredentials.none.header())).status,
    ).toBe(401);
  });

  const BAD: Array<[string, JsonObject, number, string, string]> = [
    ['list-critical-systems', { cursor: 'x' }, 400, 'InputError', 'cursor'],
    ['list-critical-systems', { page: 2 }, 400, 'InputError', 'page'],
    ['list-pending-tasks', {}, 400, 'InputError', 'entityRef'],
    [
      'list-pending-tasks',
      { entityRef: 'gorgias' },
      400,
      'InputError',
      'entityRef: "gorgias" is not an entity reference',
    ],
    [
      'list-pending-tasks',
      { entityRef: 'resource:default/nothing' },
      404,
      'NotFoundError',
      'There is no entity resource:default/nothing',
    ],
    [
      'explain-verdict',
      { entityRef: GORGIAS, account: '17' },
      404,
      'NotFoundError',
      'has no account 17',
    ],
    [
      'explain-verdict',
      { entityRef: GORGIAS, account: 'nobody@acme.example' },
      404,
      'NotFoundError',
      'nobody@acme.example',
    ],
    [
      'explain-verdict',
      { entityRef: GORGIAS, account: 'acme.example' },
      400,
      'InputError',
      'is found in \\d+ accounts; give the id of one',
    ],
    [
      'explain-verdict',
      { entityRef: GORGIAS, account: SAM, checkId: 'mfa' },
      400,
      'InputError',
      'checkId',
    ],
    [
      'explain-verdict',
      {
        entityRef: GORGIAS,
        account: SAM,
        checkId: 'access-control-configured',
      },
      400,
      'InputError',
      'is about the system and not about an account',
    ],
    [
      'preview-access-rule',
      { entityRef: GORGIAS, spec: { type: 'org-roles', orgRoles: ['sam'] } },
      400,
      'InputError',
      'orgRoles',
    ],
    [
      'preview-access-rule',
      { entityRef: GORGIAS, spec: { ...ALL_STAFF, revision: 1 } },
      400,
      'InputError',
      'revision',
    ],
    [
      'request-exception',
      { ...EXCEPTION, reason: ' ' },
      400,
      'InputError',
      'reason: is empty',
    ],
    [
      'request-exception',
      { ...EXCEPTION, reason: 'The token is\0 on order' },
      400,
      'InputError',
      'input.reason: has a zero byte',
    ],
    [
      'request-exception',
      { ...EXCEPTION, until: '' },
      400,
      'InputError',
      'until',
    ],
    [
      'request-exception',
      { ...EXCEPTION, checkId: 'user-identified' },
      400,
      'InputError',
      'there is nothing to tolerate',
    ],
  ];

  it('refuse what they can make nothing of, and say why', async () => {
    for (const [action, input, statusCode, name, words] of BAD) {
      await expect(invoke(action, input)).rejects.toMatchObject(
        refused(statusCode, name, words),
      );
    }
  });

  it('list the systems that a person may see', async () => {
    const { items } = await gorgias.as(ADMIN).listSystems();
    const answer = await invoke('list-critical-systems', {}, as(ENGINEER));
    expect(answer).toMatchObject({
      totalItems: 1,
      items: [
        {
          entityRef: GORGIAS,
          title: 'Gorgias',
          status: 'failing',
          freshness: { stale: false },
          pendingTasks: items[0].pendingTasks,
        },
      ],
    });
    expect(answer.items[0].checks).toHaveLength(5);
    expect(await invoke('list-critical-systems', {}, as(AUDITOR))).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('list what is left to do', async () => {
    const { pendingTasks } = await gorgias.as(ENGINEER).getSystem(GORGIAS);
    const answer = await invoke(
      'list-pending-tasks',
      { entityRef: GORGIAS },
      as(ENGINEER),
    );
    expect(answer.pendingTasks.map((task: any) => task.id)).toEqual(
      pendingTasks.map(task => task.id),
    );
    expect(answer.pendingTasks[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      description: expect.any(String),
      adminOnly: expect.any(Boolean),
    });
    // Who is connected, and everything else of the summary, is not asked for.
    expect(JSON.stringify(answer)).not.toContain('@acme.example');
  });

  it('explain a verdict, of an account by its id, name or address', async () => {
    const { verdicts } = await gorgias.as(ADMIN).getAccount(GORGIAS, SAM);
    const { groundParts, remedyParts, ...mfa } = verdicts.find(
      ({ checkId }) => checkId === 'mfa-enabled',
    )!;
    for (const account of [SAM, 'sam rivers', 'sam.rivers@acme.example']) {
      expect(
        await invoke('explain-verdict', {
          entityRef: GORGIAS,
          account,
          checkId: 'mfa-enabled',
        }),
      ).toEqual({
        account: {
          id: SAM,
          name: 'Sam Rivers',
          email: 'sam.rivers@acme.example',
          state: 'active',
          status: 'failing',
        },
        verdicts: [{ ...mfa, title: 'User should have MFA enabled' }],
      });
    }
    const all = await invoke('explain-verdict', {
      entityRef: GORGIAS,
      account: SAM,
    });
    expect(all.verdicts).toHaveLength(4);
  });

  it('explain to people without rights their own accounts alone', async () => {
    const elena = { entityRef: GORGIAS, account: '447610839' };
    expect(await invoke('explain-verdict', elena)).toMatchObject({
      account: { id: elena.account },
    });
    for (const account of [elena.account, 'elena']) {
      await expect(
        invoke('explain-verdict', { ...elena, account }, as(ENGINEER)),
      ).rejects.toMatchObject(refused(404, 'NotFoundError', 'account'));
    }
    // Found in many, of which the own is the only one there is for them.
    const found = await invoke(
      'explain-verdict',
      { ...elena, account: 'acme.example' },
      as(ENGINEER),
    );
    expect(found.account.id).toBe(SAM);
  });

  it('tell by which exception something is tolerated, to who may see it', async () => {
    const { exception } = await gorgias
      .as(OWNER)
      .requestException(GORGIAS, ASK);
    await gorgias.as(ADMIN).approveException(GORGIAS, exception);
    const asked = { entityRef: GORGIAS, account: SAM, checkId: 'mfa-enabled' };
    expect((await invoke('explain-verdict', asked)).verdicts).toMatchObject([
      {
        status: 'exempt',
        exception: {
          id: exception.id,
          status: 'approved',
          until: NEXT_WEEK,
          reason: EXCEPTION.reason,
          requestedBy: OWNER,
          decidedBy: ADMIN,
        },
      },
    ]);
    const own = await invoke('explain-verdict', asked, as(ENGINEER));
    expect(own.verdicts[0].status).toBe('exempt');
    expect(JSON.stringify(own)).not.toContain(OWNER);
  });

  it('preview a rule, and save nothing', async () => {
    const spec = {
      type: 'org-roles' as const,
      orgRoles: ['group:default/support'],
    };
    const preview = await gorgias.as(OWNER).previewAccessRule(GORGIAS, spec);
    expect(preview.failing).toBeGreaterThan(0);
    const { passing, failing, exempt, unknown, changes } = preview;
    expect(
      await invoke('preview-access-rule', { entityRef: GORGIAS, spec }),
    ).toMatchObject({
      coveredStaff: preview.coveredStaff,
      accounts: { passing, failing, exempt, unknown, stale: 0 },
      changes,
      totalChanges: changes.length,
      missingOrgRoles: [],
    });
    expect(await gorgias.as(ADMIN).getAccessRule(GORGIAS)).toEqual({
      accessRule: null,
    });
  });

  it('never say that something passes when the facts are too old', async () => {
    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'all-staff' },
      revision: 0,
    });
    const answers = async () =>
      JSON.stringify([
        (await invoke('list-critical-systems', {})).items[0].checks.filter(
          ({ checkId }: any) => checkId !== 'access-control-configured',
        ),
        await invoke('explain-verdict', { entityRef: GORGIAS, account: SAM }),
        await invoke('preview-access-rule', {
          entityRef: GORGIAS,
          spec: {
            type: 'named-people',
            people: [{ subject: OWNER, ticket: 'T-1', until: NEXT_WEEK }],
          },
        }),
      ]);
    expect(await answers()).toMatch(/"(status|from)":"passing"/);
    expect(await answers()).toMatch(/"passing":[1-9]/);

    advanceClock({ hours: 3 });
    const later = await answers();
    expect(later).not.toMatch(/"(status|from|to)":"passing"/);
    expect(later).not.toMatch(/"passing":[1-9]/);
    expect(later).toContain('"stale":true');
  });

  it('ask for an exception in the name of a person, audited', async () => {
    const verdict = async () =>
      (await gorgias.as(ADMIN).getAccount(GORGIAS, SAM)).verdicts;
    const before = await verdict();
    const asked = await invoke('request-exception', EXCEPTION, as(OWNER));
    expect(asked).toEqual({
      id: expect.any(String),
      accountId: SAM,
      accountName: 'Sam Rivers',
      checkId: 'mfa-enabled',
      reason: EXCEPTION.reason,
      requestedBy: OWNER,
      requestedAt: '2026-11-24T09:00:00.000Z',
      until: NEXT_WEEK,
      status: 'requested',
      twoPersonRule: true,
    });
    expect(await verdict()).toEqual(before);
    const { items } = await gorgias.as(ADMIN).listExceptions(GORGIAS);
    expect(items).toMatchObject([{ id: asked.id, requestedBy: OWNER }]);
    expect(auditor.createEvent.mock.calls).toEqual([
      [
        {
          eventId: 'exception-request',
          severityLevel: 'medium',
          request: undefined,
          meta: {
            entityRef: GORGIAS,
            userEntityRef: OWNER,
            before: null,
            after: { ...ASK, status: 'requested', twoPersonRule: true },
          },
        },
      ],
    ]);
    expect(ended.success).toHaveBeenCalledTimes(1);

    // The same once more is in vain, and audited too.
    await expect(
      invoke('request-exception', EXCEPTION, as(OWNER)),
    ).rejects.toMatchObject(
      refused(409, 'ConflictError', 'has asked for this exception already'),
    );
    expect(ended.fail).toHaveBeenCalledTimes(1);
  });
});
