import {
  covers,
  describeRule,
  describeRuleInShort,
  whyCovered,
  whyNotCovered,
} from 'backstage-plugin-gorgias-checks';
import { AccessRuleSpec, sayInEnglish } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { ruleArbitrary } from '../__testUtils__/rules';
import { subjectArbitrary } from '../__testUtils__/subjects';

const name = (subject: string) => ({
  subject,
  ticket: 'HELP-1',
  until: '2027-02-28T23:00:00.000Z',
});

describe('describeRule', () => {
  it.each<[AccessRuleSpec, string]>([
    [{ type: 'all-staff' }, 'all current staff'],
    [
      { type: 'org-roles', orgRoles: ['group:default/a', 'group:default/b'] },
      'members of group:default/a, group:default/b',
    ],
    [
      {
        type: 'org-roles',
        orgRoles: ['title:agent', 'group:default/a', 'title:team lead'],
        gorgiasRoles: {
          'group:default/a': ['admin'],
          'title:agent': ['agent', 'lite-agent', 'made-up'],
        },
      },
      'members of group:default/a (as Admin), and people with the job title agent (as Lead or Lite or made-up), team lead',
    ],
    [
      { type: 'named-people', people: [name('user:default/a')] },
      'user:default/a (until 2027-02-28 23:00 UTC)',
    ],
    [
      {
        type: 'all-staff',
        people: ['1', '2', '3', '4'].map(id => name(`account:${id}`)),
      },
      'all current staff, and 4 that it names',
    ],
    [{ type: 'org-roles', orgRoles: [] }, 'nobody'],
  ])('puts %j in words', (spec, words) => {
    expect(describeRule(spec)).toBe(words);
  });
});

describe('describeRuleInShort', () => {
  const groups = (count: number) =>
    Array.from({ length: count }, (_, index) => `group:default/g${index}`);

  const titles = (all: string) => [...all].map(title => `title:${title}`);

  it('names all of a few org roles', () => {
    const spec: AccessRuleSpec = {
      type: 'org-roles',
      orgRoles: [...groups(5), ...titles('abcde')],
    };
    expect(describeRuleInShort(spec)).toBe(describeRule(spec));
  });

  it('names the first of many org roles, and counts the others', () => {
    const spec: AccessRuleSpec = {
      type: 'org-roles',
      orgRoles: [...groups(100), ...titles('abcdef')],
      gorgiasRoles: {
        'group:default/g0': ['admin'],
        'group:default/g50': ['agent'],
      },
    };
    expect(describeRuleInShort(spec)).toBe(
      'members of group:default/g0 (as Admin), group:default/g1, group:default/g2 and 97 others, and people with the job title a, b, c and 3 others',
    );
    expect(describeRule(spec)).toContain('group:default/g50 (as Lead)');
  });
});

describe('the grounds', () => {
  it('are whole sentences, and say something else when the answer is another', () => {
    fc.assert(
      fc.property(ruleArbitrary, subjectArbitrary, (rule, subject) => {
        const ground = sayInEnglish(
          covers(rule, subject)
            ? [whyCovered(rule, subject)]
            : whyNotCovered(rule, subject),
        );
        expect(ground).toMatch(/^[A-Z].*\.$/);
        expect(ground).not.toMatch(/undefined|null|\. \.|\s{2}/);
        expect(
          /not one of them|is over|does not name|no longer|but/.test(ground),
        ).toBe(!covers(rule, subject));
      }),
      { numRuns: 500 },
    );
  });
});
