import { sayInEnglish } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { RunningGorgias, startGorgias } from '../__testUtils__/startGorgias';
import { SCENARIOS } from './__testUtils__/scenarios';
import { Situation } from './__testUtils__/situation';

describe.each(databaseIds)('what is judged on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  let situation: Situation;

  beforeAll(async () => {
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      config: {
        staff: {
          offboarded: { annotation: 'acme.example/offboarded-on' },
          emailFields: ['spec.profile.formerEmail'],
          jobTitleField: 'spec.profile.jobTitle',
        },
        identities: {
          domainAliases: { 'acme.co.example': 'acme.example' },
        },
      },
    });
    situation = new Situation(gorgias, knex);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });
  beforeEach(() => situation.begin());

  it.each(SCENARIOS)('$situation', async ({ steps, expected }) => {
    for (const step of steps) {
      await step(situation);
    }
    for (const [account, check, status, ground] of expected) {
      const verdict = await situation.verdict(account, check);
      expect([account, check, verdict.status]).toEqual([
        account,
        check,
        status,
      ]);
      expect(verdict.ground).toMatch(ground);
      expect(sayInEnglish(verdict.groundParts!)).toBe(verdict.ground);
    }
  });

  it('has at least sixty rows', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
  });
});
