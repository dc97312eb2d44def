import fc from 'fast-check';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  OpenApi,
  Operation,
  operationsOf,
} from '../openapi/__testUtils__/openApi';
import { openApiDocument } from '../openapi/document';
import { AnswerCheck } from './__testUtils__/AnswerCheck';
import { AttackedGorgias } from './__testUtils__/AttackedGorgias';
import { attackRequest } from './__testUtils__/attackRequest';
import { AttackReport } from './__testUtils__/AttackReport';
import { findingsIn } from './__testUtils__/findings';
import {
  AUDITORS,
  PRIVILEGED,
  Role,
  UNPRIVILEGED,
} from './__testUtils__/roles';
import { describeRequest } from './__testUtils__/send';

// `npm run attack` sends many more, and other ones each time.
const ROUNDS = Number(process.env.ATTACK_ROUNDS ?? 3);
const SEED = Number(process.env.ATTACK_SEED ?? 20261127);

/** How long one route may be attacked, and a finding be made smaller. */
const LONGEST_MILLISECONDS = 120_000;

const DOCUMENT = openApiDocument as unknown as OpenApi;
const report = new AttackReport({ seed: SEED, rounds: ROUNDS });

/** Those that take something away come last. */
const OPERATIONS = [...operationsOf(DOCUMENT)].sort(
  ([one], [other]) => weightOf(one) - weightOf(other),
);

afterAll(() => {
  if (process.env.ATTACK_REPORT) {
    report.write(process.env.ATTACK_REPORT);
  }
});

describe.each(databaseIds)('on %s, hostile requests', id => {
  let attacked: AttackedGorgias;
  let answers: AnswerCheck;

  beforeAll(async () => {
    attacked = await AttackedGorgias.start(await databases.init(id));
    answers = await AnswerCheck.start();
  });
  afterAll(async () => {
    await answers.close();
    await attacked.stop();
  });

  /** Attacks a route, and gives the secrets that got into logs and audit events. */
  const attack = async (
    [name, operation]: [string, Operation],
    roles: Role[],
  ) => {
    const [method] = name.split(' ');
    const requests = attackRequest(DOCUMENT, [name, operation], {
      roles,
      known: attacked.known,
    });
    const attempt = fc.asyncProperty(requests, async request => {
      const answer = await attacked.send(request);
      report.count(name, answer.status);
      const asked = operationAskedBy(name, request.path);
      const [, template] = asked.split(' ');
      const findings = findingsIn(template, request, answer, attacked);
      if (
        request.method === method &&
        answer.headers['content-type']?.startsWith('application/json')
      ) {
        const problem = await answers.problemOf(asked, answer);
        findings.push(...(problem ? [`answers otherwise: ${problem}`] : []));
      }
      if (findings.length > 0) {
        throw new Error(
          [
            ...findings,
            '',
            describeRequest(request),
            '',
            `answered ${answer.status}: ${answer.text.slice(0, 1000)}`,
          ].join('\n'),
        );
      }
    });
    try {
      await fc.assert(attempt, {
        // Else the first requests to every route would be alike.
        seed: SEED + OPERATIONS.findIndex(([other]) => other === name),
        numRuns: ROUNDS,
        interruptAfterTimeLimit: LONGEST_MILLISECONDS,
      });
    } catch (error) {
      report.find(name, String(error));
      throw error;
    }
    const leaks = attacked.leaks();
    leaks.forEach(leak => report.find(name, leak));
    return leaks;
  };

  describe('of those who may change nothing', () => {
    let before: Record<string, string>;
    beforeAll(async () => {
      before = await attacked.digests();
    });

    it.each(OPERATIONS)('get nothing by %s', async (...operation) => {
      expect(await attack(operation, UNPRIVILEGED)).toEqual([]);
      expect(await attacked.digests()).toEqual(before);
    });

    it.each(OPERATIONS)(
      'get an auditor no more than evidence by %s',
      async (...operation) => {
        expect(await attack(operation, AUDITORS)).toEqual([]);
      },
    );
  });

  describe('of those who may do something', () => {
    beforeEach(() => attacked.mend());

    it.each(OPERATIONS)('get nothing else by %s', async (...operation) => {
      expect(await attack(operation, PRIVILEGED)).toEqual([]);
    });
  });
});

/** With nothing for the last part of its path, a request for one of a list is for the list. */
function operationAskedBy(name: string, path: string): string {
  const list = name.replace(/\/{\w+}$/, '');
  const isForList =
    path.split('?')[0].endsWith('/') &&
    OPERATIONS.some(([other]) => other === list);
  return isForList ? list : name;
}

function weightOf(operation: string): number {
  return operation.startsWith('DELETE') ? 1 : 0;
}
