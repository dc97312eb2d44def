import { setTimeout as delay } from 'node:timers/promises';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { identityOf } from '../../plugins/gorgias-backend/src/accounts/accountSelection';
import { encodePlace } from '../../plugins/gorgias-backend/src/pagination';
import { Benchmark, ENGINES, Figure, under, withinBaseline } from './benchmark';
import { connectTo } from './databases';
import { askFor, startBackend } from './live';
import { PreparedSystem } from './preparedSystems';
import { median, percentile } from './statistics';
import { ENTITY } from './system';

const CLIENTS = 50;
/** How long people read before they ask again, on average. */
const THINK_MILLISECONDS = 1_000;
const PAGE_SIZE = 50;
/** Until the first tasks of the backend are done, and what is asked all the time is compiled. */
const WARM_UP_SECONDS = 30;

/** Where in the list of accounts a page is. */
const DEPTHS = ['first', 'middle', 'last'] as const;

type Read = 'summary' | (typeof DEPTHS)[number];
type Cursors = Record<(typeof DEPTHS)[number], string | undefined>;
type Urls = Record<Read, string>;

/** What people wait for who look at a large system, all of them at once. */
export const readsUnderLoad: Benchmark<PreparedSystem[]> = {
  name: 'reads under load',
  async prepare({ quick, prepareSystem }) {
    const accounts = quick ? 2_000 : 100_000;
    return Promise.all(ENGINES.map(engine => prepareSystem(engine, accounts)));
  },
  async run({ quick, repetitions, note }, systems) {
    const seconds = quick ? 3 : 10;
    const figures: Figure[] = [];
    for (const [at, engine] of ENGINES.entries()) {
      const system = systems[at];
      const { accounts } = system;
      const knex = connectTo(system.database);
      const cursors = await makeCursors(knex, accounts);
      await knex.destroy();
      const backend = await startBackend({
        ...system,
        // Nobody is there; nothing is read from it.
        gorgiasUrl: 'http://127.0.0.1:9',
      });
      const rounds: Array<Record<Read, number[]>> = [];
      try {
        const urls = urlsOf(backend.result.baseUrl, cursors);
        await readFor(quick ? 1 : WARM_UP_SECONDS, urls);
        for (let round = 0; round < repetitions; round += 1) {
          note(`${engine}, round ${round + 1}`);
          rounds.push(await readFor(seconds, urls));
        }
      } finally {
        await backend.stop();
      }
      const on = `${accounts} accounts, ${CLIENTS} people who ask, read for a second and ask again, ${engine}`;
      const pages = (round: Record<Read, number[]>) =>
        DEPTHS.flatMap(depth => round[depth]);
      const medians = (depth: Read) =>
        rounds.map(round => median(round[depth]));
      figures.push(
        {
          what: 'summary, 99 of 100',
          on,
          unit: 'ms',
          values: rounds.map(round => percentile(round.summary, 0.99)),
          mustReach: under(50, 'ms'),
        },
        {
          what: `page of ${PAGE_SIZE} accounts, 99 of 100`,
          on,
          unit: 'ms',
          values: rounds.map(round => percentile(pages(round), 0.99)),
          mustReach: under(150, 'ms'),
        },
        ...(['middle', 'last'] as const).map(
          (depth): Figure => ({
            what: `${depth} page, 50 of 100`,
            on,
            unit: 'ms',
            values: medians(depth),
            baseline: { what: 'the first page', values: medians('first') },
            mustReach: withinBaseline(1.2),
          }),
        ),
      );
    }
    return figures;
  },
};

/** Those that the list gives out, made without reading a thousand pages to get to the last. */
async function makeCursors(knex: Knex, accounts: number): Promise<Cursors> {
  const list = identityOf({
    filter: {},
    order: {},
    entityRef: ENTITY,
    stale: false,
  });
  const after = async (count: number) => {
    const { position } = await knex('judged_accounts')
      .where({ entity_ref: ENTITY })
      .orderBy('position')
      .offset(count - 1)
      .first('position');
    return encodePlace(list, [position]);
  };
  return {
    first: undefined,
    middle: await after(accounts / 2),
    last: await after(accounts - PAGE_SIZE),
  };
}

/** Where what is read is to be had of a backend. */
function urlsOf(baseUrl: string, cursors: Cursors): Urls {
  const { kind, namespace, name } = parseEntityRef(ENTITY);
  const summary = `${baseUrl}/systems/${kind}/${namespace}/${name}`;
  const page = (depth: (typeof DEPTHS)[number]) => {
    const cursor = cursors[depth];
    const query = new URLSearchParams({
      limit: String(PAGE_SIZE),
      ...(cursor && { cursor }),
    });
    return `${summary}/accounts?${query}`;
  };
  return {
    summary,
    first: page('first'),
    middle: page('middle'),
    last: page('last'),
  };
}

/**
 * From half to one and a half of the average, in an order that looks like
 * chance: who always reads for as long as everybody else asks at the same time
 * as those with whom they once had to wait.
 */
function thinkMilliseconds(person: number, turn: number): number {
  const share = ((person * CLIENTS + turn) * 0.618_033_988_75) % 1;
  return THINK_MILLISECONDS * (0.5 + share);
}

/** Lets everybody read for some time. @returns how long each answer took, in milliseconds */
async function readFor(
  seconds: number,
  urls: Urls,
): Promise<Record<Read, number[]>> {
  const taken: Record<Read, number[]> = {
    summary: [],
    first: [],
    middle: [],
    last: [],
  };
  const endAt = performance.now() + seconds * 1000;
  const readAsOne = async (person: number) => {
    // Not all in the same instant.
    await delay((person * THINK_MILLISECONDS) / CLIENTS);
    for (let turn = person; performance.now() < endAt; turn += 1) {
      // Every other time the summary, and the pages in turns.
      const depth = DEPTHS[Math.floor(turn / 2) % DEPTHS.length];
      const read: Read = turn % 2 === 0 ? 'summary' : depth;
      const begun = performance.now();
      await askFor(urls[read]);
      taken[read].push(performance.now() - begun);
      await delay(thinkMilliseconds(person, turn));
    }
  };
  await Promise.all(
    Array.from({ length: CLIENTS }, (_, who) => readAsOne(who)),
  );
  return taken;
}
