import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { CHECK_IDS, VERDICT_STATUSES } from 'backstage-plugin-gorgias-checks';
import { publicKeyOf, readPublicKey } from 'backstage-plugin-gorgias-evidence';
import { verifyBundle } from 'backstage-plugin-gorgias-evidence/verify';
import { judgeAnewBy } from '../../../plugins/gorgias-backend/src/__testUtils__/judgeAnew';
import { EmulatedUser } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaFacts';
import { evaluator } from '../system';
import { Drift, drifts, HANDLES, MEMORY } from './flatness';
import { ADMIN, GORGIAS, SoakWorld } from './SoakWorld';

/** Something that must hold, whatever went wrong. */
export interface Invariant {
  /** In the words of the rules that hold everywhere. */
  name: string;
  /** @returns what is not as it must be; nothing when it holds */
  check(world: SoakWorld): Promise<string[]>;
}

/** Of other plugins, such as notifications; nobody listens there. */
const BACKSTAGE_HOST = 'localhost:7007';
const USER = /^user:[^/]+\/.+$/;
/** Who decided, by table. */
const DECIDERS: Record<string, string[]> = {
  access_rule_versions: ['updated_by'],
  access_rules: ['updated_by'],
  connections: ['connected_by'],
  critical_systems: ['added_by'],
  exceptions: ['requested_by'],
  identity_assignments: ['assigned_by'],
  identity_changes: ['changed_by'],
  staff_offboardings: ['stated_by'],
};
/** What of the ledger tells of a decision, where there is one entry for each. */
const ENTERED = [
  'access-rule',
  'connection',
  'critical-system',
  'exception',
  'export',
  'held-run',
];

const accountsAreThoseOfGorgias: Invariant = {
  name: 'A partial read never changes the world: the accounts are those of Gorgias, and nobody is marked gone who is there',
  async check({ knex, emulator }) {
    const rows = await knex('accounts').orderBy('account_id');
    const { users }: { users: EmulatedUser[] } = await emulator.control(
      'GET',
      '',
    );
    const kept = rows
      .filter(({ state }) => state !== 'gone')
      .map(row =>
        [
          row.account_id,
          row.name,
          row.email,
          row.state,
          row.gorgias_role,
          row.own_two_factor,
        ].join(', '),
      );
    const there = users.map(user =>
      [
        user.id,
        user.name,
        user.email,
        user.active ? 'active' : 'deactivated',
        user.role.name,
        user.has_2fa_enabled ?? null,
      ].join(', '),
    );
    return differences(kept, there);
  },
};

const noSnapshotIsTorn: Invariant = {
  name: 'A run that failed, was held or was killed changed no account while all went wrong',
  check: async ({ timeline }) => breachesOf(timeline, /^The accounts changed/),
};

const massChangesAreHeld: Invariant = {
  name: 'A mass change is held, not believed: none was applied that nobody had accepted',
  check: async ({ timeline }) => breachesOf(timeline, /^A mass change/),
};

const notPassingIsNotPassing: Invariant = {
  name: 'Unknown, stale and exempt are not passing: a check passes only where every verdict does',
  async check({ admin, knex }) {
    const { checks } = await admin.getSystem(GORGIAS);
    const verdicts = await knex('verdicts').where({ entity_ref: GORGIAS });
    return checks
      .filter(({ status }) => status === 'passing')
      .flatMap(({ checkId }) =>
        verdicts
          .filter(
            ({ check_id, status }) =>
              check_id === checkId &&
              !['passing', 'not-applicable'].includes(status),
          )
          .map(
            ({ account_id, status }) =>
              `${checkId} passes, and is ${status} for ${account_id}`,
          ),
      );
  },
};

const verdictsSayEverything: Invariant = {
  name: 'Each verdict is one of the seven, has its ground and since when it holds and, when failing, when it is due',
  async check({ knex }) {
    const verdicts = await knex('verdicts');
    const ids: readonly string[] = CHECK_IDS;
    const statuses: readonly string[] = VERDICT_STATUSES;
    return verdicts
      .filter(
        ({ check_id, status, ground, facts, since, due_at }) =>
          !ids.includes(check_id) ||
          !statuses.includes(status) ||
          !ground ||
          !facts ||
          !since ||
          (status === 'failing' && !due_at),
      )
      .map(row => JSON.stringify(row));
  },
};

const verdictsAreThoseOfNow: Invariant = {
  name: 'The clock is an argument: judging anew gives the verdicts that are kept',
  async check({ knex }) {
    const { kept, anew } = await judgeAnewBy(
      evaluator,
      knex,
      GORGIAS,
      new Date().toISOString(),
    );
    return isDeepStrictEqual(kept, anew)
      ? []
      : differences(
          kept.map(each => JSON.stringify(each)),
          anew.map(each => JSON.stringify(each)),
        );
  },
};

const nothingSecretLeaves: Invariant = {
  name: 'Nothing secret leaves: no token, key or password is in a log, an answer, the ledger, the history or anywhere else in the database',
  async check({ knex, canaries }) {
    const tables = await knex('information_schema.tables')
      .where({ table_schema: 'public' })
      .pluck('table_name');
    for (const table of tables) {
      canaries.look(
        `the table ${table}`,
        JSON.stringify(await knex(table).select()),
      );
    }
    return canaries.leaks;
  },
};

const requestsGoToTheHost: Invariant = {
  name: 'Requests go to the configured host only, and to Backstage itself',
  check: async ({ timeline, emulator }) =>
    [...timeline.hosts].filter(
      host => host !== emulator.host && host !== BACKSTAGE_HOST,
    ),
};

const decisionsAreAttributed: Invariant = {
  name: 'Every decision is attributed to a user and in the ledger',
  async check({ knex, decisions }) {
    const problems: string[] = [];
    for (const [table, columns] of Object.entries(DECIDERS)) {
      for (const row of await knex(table).select()) {
        for (const column of columns.filter(each => !USER.test(row[each]))) {
          problems.push(`${table}.${column} is ${row[column]}`);
        }
      }
    }
    const held = await knex('sync_runs').whereIn('decision', [
      'accepted',
      'discarded',
    ]);
    problems.push(
      ...held
        .filter(run => !USER.test(run.decided_by))
        .map(run => `nobody has decided about run ${run.sequence}`),
    );
    const entries = await knex('ledger_entries').whereIn('kind', ENTERED);
    const entered = new Map<string, number>();
    for (const { kind, body } of entries) {
      add(entered, `${kind} by ${JSON.parse(body).by}`);
    }
    const made = new Map<string, number>();
    for (const { what, by } of decisions) {
      if (ENTERED.includes(what)) {
        add(made, `${what} by ${by}`);
      }
    }
    for (const [decision, times] of made) {
      const found = entered.get(decision) ?? 0;
      if (found < times) {
        problems.push(
          `${decision}: ${times} were made, the ledger has ${found}`,
        );
      }
    }
    return problems;
  },
};

const replicasAreNormal: Invariant = {
  name: 'Replicas are normal: no run is left behind, and all replicas say the same',
  async check(world) {
    const running = (): Promise<string[]> =>
      world.knex('sync_runs').where({ outcome: 'running' }).pluck('id');
    let left = await running();
    // What the schedule has just asked for ends by itself.
    for (let tries = 0; left.length > 0 && tries < 60; tries += 1) {
      await delay(1_000);
      const still = await running();
      left = left.filter(id => still.includes(id));
    }
    const says = await Promise.all(
      world.fleet.ready.map(async replica => {
        const { sync, ...system } = await world
          .as(ADMIN, replica)
          .getSystem(GORGIAS);
        return JSON.stringify(system);
      }),
    );
    return [
      ...left.map(id => `run ${id} is left behind`),
      ...(new Set(says).size === 1 ? [] : [`they say ${says.join(' and ')}`]),
    ];
  },
};

const evidenceIsVerified: Invariant = {
  name: 'The ledger is unbroken, and an export of all of it is accepted by the verifier',
  async check({ admin, knex, signingKey }) {
    const [{ from }] = await knex('ledger_entries').min({ from: 'at' });
    const zip = await admin.exportEvidence(GORGIAS, {
      from,
      to: new Date().toISOString(),
    });
    const { problems } = await verifyBundle(
      Buffer.from(await zip.arrayBuffer()),
      [readPublicKey(publicKeyOf(signingKey.privateKey))],
    );
    return problems.map(({ where, reason }) => `${where}: ${reason}`);
  },
};

const tokensAreByTheNewestKey: Invariant = {
  name: 'All tokens are encrypted by the newest key',
  check: world => world.tokensByOtherKeys(),
};

const nothingUncaught: Invariant = {
  name: 'No unhandled rejection, no uncaught exception, and no replica that ended by itself',
  check: async ({ timeline }) => [
    ...timeline.uncaught.map(
      ({ replica, at, kind, error }) =>
        `${kind} in ${replica} at ${at.toFixed(0)} s: ${error}`,
    ),
    ...breachesOf(timeline, /ended by itself|did not end/),
  ],
};

const errorsAreOfTheDatabase: Invariant = {
  name: 'No answer is an error of ours while the database is there',
  check: async ({ timeline }) => breachesOf(timeline, /^500 /),
};

const nothingIsStuck: Invariant = {
  name: 'Keys are rotated and killed replicas replaced in time',
  check: async ({ timeline }) => breachesOf(timeline, /^(keys|kill):/),
};

const memoryIsFlat: Invariant = {
  name: 'Memory is flat over the life of each replica',
  check: async ({ timeline }) => above(drifts(timeline.samples, MEMORY)),
};

const handlesAreFlat: Invariant = {
  name: 'Handles are flat over the life of each replica',
  check: async ({ timeline }) => above(drifts(timeline.samples, HANDLES)),
};

/** All that must hold. */
export const INVARIANTS: readonly Invariant[] = [
  accountsAreThoseOfGorgias,
  noSnapshotIsTorn,
  massChangesAreHeld,
  notPassingIsNotPassing,
  verdictsSayEverything,
  verdictsAreThoseOfNow,
  nothingSecretLeaves,
  requestsGoToTheHost,
  decisionsAreAttributed,
  replicasAreNormal,
  evidenceIsVerified,
  tokensAreByTheNewestKey,
  nothingUncaught,
  errorsAreOfTheDatabase,
  nothingIsStuck,
  memoryIsFlat,
  handlesAreFlat,
];

function above(all: Drift[]): string[] {
  return all
    .filter(({ late, bound }) => late > bound)
    .map(
      ({ replica, what, early, late, seconds }) =>
        `${replica}, which lived ${seconds.toFixed(
          0,
        )} s: ${what} went from ${early.toFixed(1)} to ${late.toFixed(1)}`,
    );
}

function breachesOf(timeline: SoakWorld['timeline'], of: RegExp): string[] {
  return timeline.breaches
    .filter(({ text }) => of.test(text))
    .map(({ at, text }) => `at ${at.toFixed(0)} s: ${text}`);
}

function differences(kept: string[], right: string[]): string[] {
  return [
    ...kept.filter(each => !right.includes(each)).map(each => `has ${each}`),
    ...right
      .filter(each => !kept.includes(each))
      .map(each => `does not have ${each}`),
  ];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
