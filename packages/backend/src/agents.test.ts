import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { DevelopmentHost } from './__testUtils__/developmentHost';
import { agentAllowedBy, agentWithToken } from './__testUtils__/personsAgent';

const GORGIAS = 'resource:default/gorgias';
/** Sam Rivers, who signs in as the example engineer. */
const SAM = '411805933';
const ELENA = '447610839';
const SERVICE_TOKEN = 'a-token-that-is-nobodys';
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const READ = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
};
const WRITE = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
};

jest.setTimeout(60_000);

describe('agents, by MCP', () => {
  let host: DevelopmentHost;
  let admin: Client;
  let lead: Client;
  let engineer: Client;
  let auditor: Client;
  let service: Client;

  beforeAll(async () => {
    host = await DevelopmentHost.start({
      'backend.auth.externalAccess': [
        {
          type: 'static',
          options: { token: SERVICE_TOKEN, subject: 'ci' },
        },
      ],
    });
    const gorgias = host.gorgias(await host.signIn('guest'));
    await gorgias.addCriticalSystem(GORGIAS);
    await gorgias.connectByApiKey({
      entityRef: GORGIAS,
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-api-key',
    });
    await host.until(
      async () => (await gorgias.getSystem(GORGIAS)).freshness.factsAt !== null,
    );
    admin = await agentWithToken(host, await host.signIn('guest'));
    lead = await agentWithToken(host, await host.signIn('example-lead'));
    engineer = await agentWithToken(
      host,
      await host.signIn('example-engineer'),
    );
    auditor = await agentWithToken(host, await host.signIn('example-auditor'));
    service = await agentWithToken(host, SERVICE_TOKEN);
  }, 240_000);
  afterAll(() => host?.stop());

  const answer = async (agent: Client, name: string, input: object = {}) => {
    const result: any = await agent.callTool({
      name: `gorgias.${name}`,
      arguments: { ...input },
    });
    const [{ text }] = result.content;
    return result.isError
      ? { refusal: text as string }
      : { output: JSON.parse(text) };
  };
  const inOneWeek = () =>
    new Date(Date.now() + 7 * DAY_MILLISECONDS).toISOString();

  it('find five tools, and which of them write', async () => {
    const { tools } = await admin.listTools();
    expect(
      Object.fromEntries(
        tools.map(({ name, annotations }) => [name, annotations]),
      ),
    ).toEqual({
      'gorgias.list-critical-systems': expect.objectContaining(READ),
      'gorgias.list-pending-tasks': expect.objectContaining(READ),
      'gorgias.explain-verdict': expect.objectContaining(READ),
      'gorgias.preview-access-rule': expect.objectContaining(READ),
      'gorgias.request-exception': expect.objectContaining(WRITE),
    });
    for (const tool of tools) {
      expect(tool).toMatchObject({
        description: expect.stringContaining('Gorgias'),
        annotations: { title: expect.any(String) },
        inputSchema: { type: 'object', additionalProperties: false },
      });
    }
  });

  it('ask how systems stand, and what is left to do', async () => {
    const { output } = await answer(engineer, 'list-critical-systems');
    expect(output).toMatchObject({
      totalItems: 1,
      items: [
        {
          entityRef: GORGIAS,
          status: 'failing',
          freshness: { stale: false },
        },
      ],
    });
    expect(output.items[0].checks).toHaveLength(5);
    const tasks = await answer(engineer, 'list-pending-tasks', {
      entityRef: GORGIAS,
    });
    expect(tasks.output.pendingTasks).toHaveLength(
      output.items[0].pendingTasks,
    );
    expect(tasks.output.pendingTasks[0].title).toEqual(expect.any(String));
  });

  it('have a verdict explained, without rights of the own account alone', async () => {
    const mfa = (account: string) => ({
      entityRef: GORGIAS,
      account,
      checkId: 'mfa-enabled',
    });
    const explained = {
      account: { id: SAM, name: 'Sam Rivers' },
      verdicts: [
        {
          checkId: 'mfa-enabled',
          status: 'failing',
          ground: expect.any(String),
          remedy: expect.any(String),
        },
      ],
    };
    for (const agent of [admin, lead, engineer]) {
      const { output } = await answer(agent, 'explain-verdict', mfa(SAM));
      expect(output).toMatchObject(explained);
    }
    expect(await answer(engineer, 'explain-verdict', mfa(ELENA))).toEqual({
      refusal: expect.stringMatching(/^NotFoundError: .*account/),
    });
  });

  it('try a rule out, which saves nothing', async () => {
    const { output } = await answer(admin, 'preview-access-rule', {
      entityRef: GORGIAS,
      spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
    });
    expect(output.accounts.passing).toBeGreaterThan(0);
    expect(output.accounts.failing).toBeGreaterThan(0);
    const { accessRule } = await host
      .gorgias(await host.signIn('guest'))
      .getAccessRule(GORGIAS);
    expect(accessRule).toBeNull();
  });

  it('ask for an exception in the name of the person who let them in', async () => {
    const { client, token } = await agentAllowedBy(
      host,
      await host.signIn('example-lead'),
    );
    const { output } = await answer(client, 'request-exception', {
      entityRef: GORGIAS,
      accountId: SAM,
      checkId: 'mfa-enabled',
      reason: 'The security key is on order.',
      until: inOneWeek(),
    });
    expect(output).toMatchObject({
      status: 'requested',
      requestedBy: 'user:default/maya.ortiz',
    });
    const { items } = await host
      .gorgias(await host.signIn('guest'))
      .listExceptions(GORGIAS);
    expect(items).toMatchObject([
      { id: output.id, requestedBy: 'user:default/maya.ortiz' },
    ]);
    // Who asked does not approve, by whatever way.
    await expect(
      host.gorgias(token).approveException(GORGIAS, items[0]),
    ).rejects.toMatchObject({
      body: {
        error: {
          name: 'NotAllowedError',
          message: expect.stringContaining('You asked for this exception'),
        },
      },
    });
    await client.close();
  });

  it('are refused what the person may not', async () => {
    const asked = { entityRef: GORGIAS };
    const refusals = [
      await answer(auditor, 'list-pending-tasks', asked),
      await answer(engineer, 'preview-access-rule', {
        ...asked,
        spec: { type: 'all-staff' },
      }),
      await answer(engineer, 'request-exception', {
        ...asked,
        accountId: SAM,
        checkId: 'mfa-enabled',
        reason: 'I would rather not.',
        until: inOneWeek(),
      }),
    ];
    expect(refusals).toEqual([
      { refusal: expect.stringContaining('gorgias.system.read') },
      { refusal: expect.stringContaining('gorgias.account.read') },
      { refusal: expect.stringContaining('gorgias.exception.request') },
    ]);
    for (const { refusal } of refusals) {
      expect(refusal).toMatch(/^NotAllowedError: You need the permission /);
    }
  });

  it('are refused everything with a token that is no person’s', async () => {
    const inputs = {
      'list-critical-systems': {},
      'list-pending-tasks': { entityRef: GORGIAS },
      'explain-verdict': { entityRef: GORGIAS, account: SAM },
      'preview-access-rule': {
        entityRef: GORGIAS,
        spec: { type: 'all-staff' },
      },
      'request-exception': {
        entityRef: GORGIAS,
        accountId: ELENA,
        checkId: 'user-identified',
        reason: 'Nobody asks.',
        until: inOneWeek(),
      },
    };
    const { tools } = await service.listTools();
    expect(tools).toHaveLength(Object.keys(inputs).length);
    for (const [name, input] of Object.entries(inputs)) {
      expect(await answer(service, name, input)).toEqual({
        refusal: expect.stringMatching(/^NotAllowedError: Only people may/),
      });
    }
    await expect(agentWithToken(host, 'nonsense')).rejects.toThrow(/401/);
  });

  it.each([
    ['list-pending-tasks', {}, 'entityRef'],
    ['list-pending-tasks', { entityRef: 'gorgias' }, '"gorgias" is not an'],
    [
      'explain-verdict',
      { entityRef: GORGIAS, account: SAM, checkId: 'mfa' },
      'checkId',
    ],
    [
      'preview-access-rule',
      { entityRef: GORGIAS, spec: { type: 'org-roles', orgRoles: [] } },
      'orgRoles',
    ],
  ])('read what is wrong with what they give %s', async (name, input, says) => {
    const { refusal } = await answer(admin, name, input);
    expect(refusal).toMatch(/^InputError: /);
    expect(refusal).toContain(says);
  });
});
