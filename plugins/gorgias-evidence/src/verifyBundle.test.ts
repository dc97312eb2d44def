import { generateKeyPairSync, KeyObject, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  keys,
  makeBundle,
  makeLedger,
  makeSource,
  OTHER,
  SYSTEM,
  throughOf,
} from './__testUtils__/makeEvidence';
import {
  REVOKED,
  reviewBody,
  reviewItem,
  SIGNED_OFF,
} from './__testUtils__/makeReview';
import { DERIVED_FILES } from './bundle';
import { runVerifier } from './cli';
import { scopeOf } from './entry';
import { EvidenceReplay } from './EvidenceReplay';
import { publicKeyOf } from './head';
import { openBundle } from './bundleBytes';
import { verifyBundle } from './verifyBundle';
import { Zip } from './Zip';

const MUTATIONS = Number(process.env.EVIDENCE_MUTATIONS ?? 3000);

const trusted: KeyObject[] = [keys.publicKey];
const problemsOf = async (bundle: Buffer, publicKeys = trusted) =>
  (await verifyBundle(bundle, publicKeys)).problems;
const textOf = async (bundle: Buffer, name: string) =>
  String(await (await Zip.open(openBundle(bundle))).readAll(name));

/** A change of some bytes, whatever they are. */
function mutate(bundle: Buffer): Buffer {
  const at = randomInt(bundle.length);
  const length = randomInt(1, 40);
  const part = bundle.subarray(at, at + length);
  const rest = bundle.subarray(at + length);
  switch (randomInt(6)) {
    case 0: {
      const changed = Buffer.from(bundle);
      changed[at] ^= 1 << randomInt(8);
      return changed;
    }
    case 1:
      return Buffer.concat([bundle.subarray(0, at), rest]);
    case 2:
      return Buffer.concat([bundle.subarray(0, at), part, part, rest]);
    case 3:
      return bundle.subarray(0, at);
    case 4:
      return Buffer.concat([
        bundle.subarray(0, at),
        Buffer.from([randomInt(256)]),
        bundle.subarray(at),
      ]);
    default: {
      // Moved to somewhere else.
      const others = Buffer.concat([bundle.subarray(0, at), rest]);
      const to = randomInt(others.length + 1);
      return Buffer.concat([others.subarray(0, to), part, others.subarray(to)]);
    }
  }
}

describe('verifyBundle', () => {
  it('accepts every bundle that nobody touched', async () => {
    for (let time = 0; time < 20; time += 1) {
      const report = await verifyBundle(await makeBundle(), trusted);
      expect(report.problems).toEqual([]);
      expect(report.proven.length).toBeGreaterThan(3);
      expect(report.notProven.join('\n')).toContain('verdicts');
    }
  });

  it('accepts none of thousands of random changes', async () => {
    const bundle = await makeBundle();
    for (let time = 0; time < MUTATIONS; time += 1) {
      let changed = mutate(bundle);
      while (changed.equals(bundle)) {
        changed = mutate(bundle);
      }
      expect(await problemsOf(changed)).not.toEqual([]);
    }
  }, 600_000);

  it('says who had access at the end of the period, and nothing that came later', async () => {
    const bundle = await makeBundle();
    const csv = await textOf(bundle, 'population.csv');
    expect(csv.split('\r\n').map(line => line.split(',')[0])).toEqual([
      '\ufeffAccount id',
      '1',
      '2',
      '4',
      '',
    ]);
    // No formula for a spreadsheet to run.
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(await textOf(bundle, 'exceptions.csv')).toContain(
      'approved,"Needs a ""key"", still"',
    );
    expect(
      JSON.parse(await textOf(bundle, 'access-rules.json')).map(
        ({ revision }: any) => revision,
      ),
    ).toEqual([1, 2]);
  });

  it('shows nothing of other systems, nor of people without an account', async () => {
    const ledger = await textOf(await makeBundle(), 'ledger.jsonl');
    expect(ledger).not.toContain(OTHER);
    expect(ledger).not.toContain('user:default/nobody');
    expect(ledger).toContain('offboarded');
  });

  it('says that verdicts on facts that were too old are stale', async () => {
    const bundle = await makeBundle(
      makeSource({
        period: {
          from: '2026-12-01T12:00:00.000Z',
          to: '2026-12-02T10:00:00.000Z',
        },
      }),
    );
    expect(await problemsOf(bundle)).toEqual([]);
    expect(await textOf(bundle, 'population.csv')).toContain('stale');
  });

  const tamperings: Array<[string, (ledger: any) => any, RegExp]> = [
    [
      'a body was changed',
      ({ entries }) => {
        entries[2].body.rows[0].name = 'Somebody Else';
      },
      /ledger.jsonl, entry 3: its body was changed/,
    ],
    [
      'a date was changed',
      ({ entries }) => {
        entries[8].at = '2026-12-03T08:00:01.000Z';
      },
      /ledger.jsonl, entry 9: it was changed/,
    ],
    [
      'an entry was removed',
      ({ entries }) => {
        entries.splice(6, 1);
      },
      /ledger.jsonl, entry 8: stands where 7 has to be/,
    ],
    [
      'two entries were swapped',
      ({ entries }) => {
        [entries[6], entries[7]] = [entries[7], entries[6]];
      },
      /ledger.jsonl, entry 8: stands where 7/,
    ],
    [
      'the last entries were removed',
      ({ entries }) => {
        entries.splice(9);
      },
      /ledger.jsonl, entry 10: is missing/,
    ],
    [
      'the first entries were removed',
      ({ entries, heads }) => {
        entries.splice(0, 3);
        heads.shift();
      },
      /beginning of the period/,
    ],
    [
      'the last entries and heads were removed',
      ({ entries, heads }) => {
        entries.splice(6);
        heads.splice(2);
      },
      /end of the period/,
    ],
    [
      'the period is said to end before its last entry',
      ({ entries }) => ({
        ledger: {
          first: entries[0].sequence,
          last: entries.at(-1)!.sequence,
          through: throughOf(entries, makeSource().period.to) - 1,
        },
      }),
      /manifest.json: says that the period goes through entry/,
    ],
    [
      'an entry of the system is withheld',
      () => ({ scopes: new Set() }),
      /is about this system/,
    ],
    [
      'an entry about somebody with an account is withheld',
      () => ({ scopes: new Set([scopeOf(SYSTEM)]) }),
      /entry 5: is about this system or somebody with an account/,
    ],
    [
      'another key signed a head',
      ({ heads }) => {
        heads[1].signature = heads[0].signature;
      },
      /heads.jsonl, line 2: is not signed/,
    ],
  ];

  it.each(tamperings)(
    'finds, in a bundle that is signed rightly, that %s, and where',
    async (_, tamper, expected) => {
      const ledger = makeLedger();
      const options = tamper(ledger) ?? {};
      const { entries } = ledger;
      const bundle = await makeBundle(
        makeSource(
          {
            ledger: {
              first: entries[0].sequence,
              last: entries.at(-1)!.sequence,
              through: throughOf(entries, makeSource().period.to),
            },
            ...options,
          },
          ledger,
        ),
      );
      const problems = await problemsOf(bundle);
      expect(
        problems.map(({ where, reason }) => `${where}: ${reason}`).join('\n'),
      ).toMatch(expected);
    },
  );

  it('says what was decided in access reviews, and what became of it', async () => {
    const bundle = await makeBundle();
    const [, line, ...rest] = (await textOf(bundle, 'reviews.csv')).split(
      '\r\n',
    );
    expect(line).toBe(
      [
        'r1,"Access review, December 2026",signed-off,user:default/ivy,2026-12-10T09:00:00.000Z',
        'user:default/ivy,2026-12-03T09:50:00.000Z',
        '4,Person 4,person.4@acme.example,agent,,user:default/ivy',
        `revoke,,user:default/ivy,2026-12-03T09:40:00.000Z,"'=NOT(""needed"")"`,
        'done,2026-12-03T09:55:00.000Z',
      ].join(','),
    );
    expect(rest).toEqual(['']);
    expect(JSON.parse(await textOf(bundle, 'reviews.json'))).toMatchObject([
      { id: 'r1', items: [{ accountId: '4', followUp: { status: 'done' } }] },
    ]);
  });

  it('finds a decision that was altered after it was signed off, in a ledger that is right otherwise', async () => {
    const kept = { ...REVOKED.decision!, decision: 'keep' };
    const altered = reviewBody(
      'decided',
      [reviewItem('4', { decision: kept })],
      SIGNED_OFF,
    );
    const bundle = await makeBundle(
      makeSource({}, makeLedger([['03T09:58', 'review', SYSTEM, altered]])),
    );
    expect(await problemsOf(bundle)).toEqual([
      {
        where: 'ledger.jsonl, entry 16',
        reason: 'changes the access review r1, which entry 14 had ended',
      },
    ]);
  });

  it.each(DERIVED_FILES)(
    'finds that %s says something else than the ledger, and in which line',
    async name => {
      const files = EvidenceReplay.prototype.files;
      const lie = jest
        .spyOn(EvidenceReplay.prototype, 'files')
        .mockImplementation(function lying(this: EvidenceReplay) {
          const made = files.call(this);
          return { ...made, [name]: made[name].replace('user:', 'User:') };
        });
      const bundle = await makeBundle();
      lie.mockRestore();
      const problems = await problemsOf(bundle);
      expect(problems).toEqual([
        {
          where: expect.stringMatching(new RegExp(`^${name}, line \\d+$`)),
          reason: 'does not follow from the ledger',
        },
      ]);
    },
  );

  it('trusts only the keys it was given', async () => {
    const other = generateKeyPairSync('ed25519');
    const bundle = await makeBundle();
    expect(await problemsOf(bundle, [other.publicKey])).not.toEqual([]);
    expect(await problemsOf(bundle, [])).not.toEqual([]);
    expect(await problemsOf(bundle, [other.publicKey, ...trusted])).toEqual([]);
    const forged = await makeBundle(
      makeSource({ key: { keyId: 'k1', privateKey: other.privateKey } }),
    );
    expect(await problemsOf(forged)).not.toEqual([]);
  });

  it('does not accept what nobody signed, and says so', async () => {
    const bundle = await makeBundle(makeSource({ key: undefined }));
    expect(await problemsOf(bundle)).toContainEqual({
      where: 'the bundle',
      reason: 'is not signed, so anybody could have made it',
    });
    expect(await textOf(bundle, 'README.txt')).toContain('NOT SIGNED');
  });

  it('says what removed bodies leave open', async () => {
    const ledger = makeLedger();
    ledger.entries[0].body = null;
    const report = await verifyBundle(
      await makeBundle(makeSource({}, ledger)),
      trusted,
    );
    expect(report.problems).toEqual([]);
    expect(report.notProven.join('\n')).toContain('What 1 entries said');
  });
});

describe('gorgias-verify-evidence', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: Buffer | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runVerifier(args, line => lines.push(line));
    return { code, output: lines.join('\n') };
  };

  it('says whether it accepts a bundle, what that proves and what not', async () => {
    const key = write('key.pem', publicKeyOf(keys.privateKey));
    const bundle = await makeBundle();
    const good = await run(write('good.zip', bundle), '--public-key', key);
    expect(good).toMatchObject({
      code: 0,
      output: expect.stringMatching(/ACCEPTED[^]*NOT PROVEN/),
    });
    const bad = await run(
      write('bad.zip', mutate(bundle)),
      '--public-key',
      key,
    );
    expect(bad).toMatchObject({
      code: 1,
      output: expect.stringContaining('NOT ACCEPTED'),
    });
    expect(await run(write('none.zip', ''), '--public-key', key)).toMatchObject(
      { code: 1 },
    );
  });

  it('says how it is used', async () => {
    expect((await run()).code).toBe(2);
    expect((await run('nothing.zip', '--public-key', 'nothing.pem')).code).toBe(
      2,
    );
    expect((await run('nothing.zip', '--unknown')).code).toBe(2);
  });
});
