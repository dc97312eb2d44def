import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { parse } from 'yaml';
// The backend and the emulator as the backend's own tests start them.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../../gorgias-backend/src/__testUtils__/startGorgias';
import gorgiasModule from '.';

const SUPPORT = 'group:default/support';

/** The template that the example host has. */
function exampleTemplate() {
  const file = join(
    __dirname,
    '../../../examples/templates/critical-system.yaml',
  );
  const template = parse(readFileSync(file, 'utf8'));
  template.metadata.namespace = 'default';
  return template;
}

interface Done {
  status: string;
  log: string;
  output: any;
}

describe('gorgias:critical-system:add', () => {
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    gorgias = await startGorgias({
      features: [scaffolderPlugin, gorgiasModule],
    });
    gorgias.catalog.entities.push(exampleTemplate());
  });
  afterEach(() => gorgias.stop());

  async function ask(user: string, path: string, body?: object) {
    const response = await fetch(
      gorgias.baseUrl.replace('/api/gorgias', `/api/scaffolder/v2${path}`),
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(user),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    expect({ path, status: response.status }).toEqual({
      path,
      status: path === '/tasks' ? 201 : 200,
    });
    return response.json();
  }

  async function run(user: string, values: object): Promise<Done> {
    const { id } = await ask(user, '/tasks', {
      templateRef: 'template:default/critical-system',
      values,
    });
    for (;;) {
      const events: any[] = await ask(user, `/tasks/${id}/events`);
      const end = events.find(({ type }) => type === 'completion');
      if (end) {
        const log = events.map(({ body }) => body.message).join('\n');
        const { status } = await ask(user, `/tasks/${id}`);
        return { status, log, output: end.body.output };
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  const dryRun = (user: string, values: object) =>
    ask(user, '/dry-run', {
      template: exampleTemplate(),
      values,
      directoryContents: [],
    });
  const logOf = (result: any): string =>
    result.log.map(({ body }: any) => body.message).join('\n');
  const system = () => gorgias.as(ADMIN).getSystem(GORGIAS);

  it('adds a critical system with its access rule, as whoever started it', async () => {
    const done = await run(ADMIN, {
      entityRef: GORGIAS,
      who: 'org-roles',
      orgRoles: [SUPPORT],
      reason: 'It was bought',
    });
    expect(done).toMatchObject({ status: 'completed' });
    expect(done.log).toContain(`${GORGIAS} is now a critical system`);
    expect(done.output.links[0].url).toBe(
      'http://localhost:3000/critical-systems/resource/default/gorgias',
    );
    expect(await system()).toMatchObject({
      critical: { addedBy: ADMIN },
      accessRule: {
        spec: { type: 'org-roles', orgRoles: [SUPPORT] },
        revision: 1,
        updatedBy: ADMIN,
        reason: 'It was bought',
      },
    });
  });

  it('changes nothing the second time', async () => {
    const values = { entityRef: GORGIAS, who: 'all-staff' };
    await run(ADMIN, values);
    const before = await system();
    const again = await run(ADMIN, values);
    expect(again.status).toBe('completed');
    expect(again.log).toContain('is a critical system already');
    expect(again.log).toContain('is this already');
    expect(await system()).toEqual({
      ...before,
      freshness: expect.anything(),
    });
  });

  it('leaves those named who are', async () => {
    const people = [
      { subject: ENGINEER, ticket: 'T-1', until: '2100-01-01T00:00:00.000Z' },
    ];
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'named-people', people },
      revision: 0,
    });
    await run(ADMIN, { entityRef: GORGIAS, who: 'all-staff' });
    expect((await system()).accessRule).toMatchObject({
      spec: { type: 'all-staff', people },
      revision: 2,
    });
  });

  it('fails with the permission that somebody lacks', async () => {
    const done = await run(ENGINEER, { entityRef: GORGIAS, who: 'all-staff' });
    expect(done.status).toBe('failed');
    expect(done.log).toContain(
      `${GORGIAS} could not be added as a critical system: You need the permission gorgias.system.admin for this. Ask an admin of Backstage.`,
    );
    expect(await system()).toMatchObject({ critical: null, accessRule: null });
  });

  it('says what is wrong with a rule', async () => {
    const done = await run(ADMIN, {
      entityRef: GORGIAS,
      who: 'org-roles',
      orgRoles: ['support'],
    });
    expect(done.status).toBe('failed');
    expect(done.log).toContain('could not be given this access rule: ');
    expect(done.log).toMatch(/orgRoles/);
  });

  it('waits for an entity that the catalog does not have yet', async () => {
    const { entities } = gorgias.catalog;
    const index = entities.findIndex(
      ({ metadata }) => metadata.name === 'gorgias',
    );
    const [entity] = entities.splice(index, 1);
    setTimeout(() => entities.push(entity), 1_000);
    const done = await run(ADMIN, { entityRef: GORGIAS, who: 'all-staff' });
    expect(done.log).toContain(`Waiting for ${GORGIAS} to be in the catalog`);
    expect(done.status).toBe('completed');
    expect((await system()).critical).not.toBeNull();
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const before = await system();
    const result = await dryRun(ADMIN, {
      entityRef: GORGIAS,
      who: 'all-staff',
    });
    expect(logOf(result)).toContain(
      `${GORGIAS} would be added as a critical system`,
    );
    expect(logOf(result)).toContain('Its access rule would be set');
    expect(result.output.links[0].url).toContain('/critical-systems/');
    expect(await system()).toEqual(before);
  });

  it('fails in a dry run of somebody who may not', async () => {
    const response = await fetch(
      gorgias.baseUrl.replace('/api/gorgias', '/api/scaffolder/v2/dry-run'),
      {
        method: 'POST',
        headers: {
          authorization: mockCredentials.user.header(ENGINEER),
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          template: exampleTemplate(),
          values: { entityRef: GORGIAS, who: 'all-staff' },
          directoryContents: [],
        }),
      },
    );
    expect(response.status).toBe(403);
    expect((await response.json()).error.message).toBe(
      `You need the permission gorgias.system.admin for ${GORGIAS}. Ask an admin of Backstage.`,
    );
  });
});
