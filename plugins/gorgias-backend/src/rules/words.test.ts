import {
  covers,
  describeRule,
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
