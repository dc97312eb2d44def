import {
  AccessRule,
  AccessRulePreview,
  AccessRuleSpec,
} from 'backstage-plugin-gorgias-common';
import { accessValid } from '../checks/accessValid';
import { accountSubjects, SystemFacts } from '../checks/evaluate';
import { Stores } from '../database';
import { covers, missingOrgRoles } from './coverage';

/** The rule of a system as it is in force, `null` when there is none. */
export async function readAccessRule(
  stores: Stores,
  entityRef: string,
): Promise<AccessRule | null> {
  const rule = await stores.accessRules.get(entityRef);
  return rule
    ? {
        ...rule,
        missingOrgRoles: missingOrgRoles(
          rule.spec,
          await stores.staff.listOrgRoles(),
        ),
      }
    : null;
}

/** What a rule would do to the verdicts, from what is known now. */
export function previewAccessRule(
  facts: SystemFacts,
  spec: AccessRuleSpec,
): AccessRulePreview {
  const judged = accountSubjects(facts)
    .filter(({ account }) => account.state === 'active')
    .map(subject => ({
      account: subject.account,
      from: accessValid.judge(subject).status,
      to: accessValid.judge({ ...subject, rule: spec }).status,
    }));
  const count = (status: string) =>
    judged.filter(({ to }) => to === status).length;
  return {
    coveredStaff: facts.staff.filter(member => covers(spec, member)).length,
    passing: count('passing'),
    failing: count('failing'),
    unknown: count('unknown'),
    changes: judged
      .filter(({ from, to }) => from !== to)
      .map(({ account, from, to }) => ({
        accountId: account.id,
        name: account.name,
        email: account.email,
        from,
        to,
      })),
    missingOrgRoles: missingOrgRoles(spec, facts.orgRoles),
  };
}
