import { SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { Knex } from 'knex';
import { Evaluator } from '../checks/Evaluator';
import { GorgiasDatabase } from '../database';

/** The verdicts that are kept, and those that judging once more would give at a time; changes nothing. */
export async function judgeAnewBy(
  evaluator: Evaluator,
  knex: Knex,
  entityRef: string,
  at: string,
): Promise<{ kept: SystemVerdict[]; anew: SystemVerdict[] }> {
  const database = await GorgiasDatabase.create({
    getClient: async () => knex,
    migrations: { skip: true },
  });
  let result: { kept: SystemVerdict[]; anew: SystemVerdict[] };
  const undo = new Error('Judged only to compare');
  await database
    .transaction(async stores => {
      const list = async () =>
        (await stores.verdicts.list(entityRef)).sort(byCheckAndAccount);
      const kept = await list();
      await evaluator.evaluate(stores, entityRef, at);
      result = { kept, anew: await list() };
      throw undo;
    })
    .catch(error => {
      if (error !== undo) {
        throw error;
      }
    });
  return result!;
}

function byCheckAndAccount(a: SystemVerdict, b: SystemVerdict): number {
  const key = ({ accountId, verdict }: SystemVerdict) =>
    `${verdict.checkId} ${accountId}`;
  return key(a) < key(b) ? -1 : 1;
}
