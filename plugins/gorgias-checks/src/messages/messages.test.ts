import { GORGIAS_MESSAGES, message, Message, sayInEnglish } from '.';

/** Every text with its key. */
function texts(nested: object, prefix = ''): Array<[string, string]> {
  return Object.entries(nested).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[prefix + key, text] as [string, string]]
      : texts(text, `${prefix}${key}.`),
  );
}
const ALL = texts(GORGIAS_MESSAGES);

describe('sayInEnglish', () => {
  it('says one after the other, with what they are about', () => {
    expect(
      sayInEnglish([
        message('offboarded.active', {
          leaving: message('leaving.markOn', {
            name: 'Jo {{on}}',
            on: { day: '2026-10-30T23:00:00.000Z' },
          }),
        }),
        message('verdict.removeAccount'),
      ]),
    ).toBe(
      'Jo {{on}} left the organisation on 2026-10-30, and the account is still active. Remove the account in Gorgias.',
    );
  });

  it('says one and many, lists, and times to the minute in UTC', () => {
    const covered = (count: number) =>
      message('accessControl.covers', {
        rule: message('rule.named', {
          subject: 'user:default/a',
          until: { time: '2027-02-28T23:00:59.000Z' },
        }),
        covered: {
          list: [
            message('accessControl.coveredStaff', { count }),
            message('accessControl.coveredAccounts', { count: 1 }),
          ],
          join: 'and',
        },
      });
    expect(sayInEnglish([covered(1)])).toBe(
      'The access rule allows user:default/a (until 2027-02-28 23:00 UTC): 1 staff member and 1 named account.',
    );
    expect(sayInEnglish([covered(1234)])).toContain('1234 staff members');
  });

  it('refuses what it does not know', () => {
    expect(() =>
      sayInEnglish([{ id: 'verdict.later' } as unknown as Message]),
    ).toThrow('verdict.later');
  });
});

describe('the texts', () => {
  it('have both forms, with the same placeholders, where they have one', () => {
    const byKey = new Map(ALL);
    const placeholders = (text = '') => text.match(/\{\{\w+/g)?.sort();
    const counted = ALL.filter(([key]) => /_(one|other)$/.test(key));
    expect(
      counted.map(([key]) =>
        placeholders(byKey.get(key.replace(/_one$|_other$/, '_one'))),
      ),
    ).toEqual(
      counted.map(([key]) =>
        placeholders(byKey.get(key.replace(/_one$|_other$/, '_other'))),
      ),
    );
    expect(counted.every(([, text]) => placeholders(text))).toBe(true);
  });

  it('have placeholders that are written in the one way that is read', () => {
    const odd = ALL.filter(([, text]) =>
      /[{}]/.test(text.replace(/\{\{\w+(, number)?\}\}/g, '')),
    );
    expect(odd).toEqual([]);
  });
});
