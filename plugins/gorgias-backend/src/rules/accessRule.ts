import {
  coversStaff,
  DEFAULT_DUE_DAYS,
  judgeSystem,
  missingOrgRoles,
  missingPeople,
} from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from '../checks/SystemFacts';
import {
  AccessRule,
  AccessRulePreview,
  AccessRuleSpec,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { StoredAccessRule } from './AccessRuleStore';
import { factsVersion } from './factsVersion';

/** The rule of a system as it is in force, `null` when there is none. */
export async function readAccessRule(
  stores: Stores,
  entityRef: string,
): Promise<AccessRule | null> {
  return withMissing(
    stores,
    await stores.accessRules.get(entityRef),
    await stores.connections.findByEntity(entityRef),
  );
}

/** A rule of a system, with what it names that is not there. */
export async function withMissing(
  stores: Stores,
  rule: StoredAccessRule | undefined,
  connection: Connection | undefined,
): Promise<AccessRule | null> {
  if (!rule) {
    return null;
  }
  // Only what it names is looked for, since it is read with every summary.
  const { people = [] } = rule.spec;
  const orgRoles = rule.spec.type === 'org-roles' ? rule.spec.orgRoles : [];
  const named = people.map(({ subject }) => subject);
  const accounts = await stores.accounts.listByIds(
    connection?.id ?? '',
    named.flatMap(subject => /^account:(\d+)$/.exec(subject)?.[1] ?? []),
  );
  return {
    ...rule,
    ...missingOf(rule.spec, {
      staff: await stores.staff.list(named),
      orgRoles: await stores.staff.listOrgRoles(orgRoles),
      accounts: [...accounts.values()],
    }),
  };
}

/**
 * What a rule would do to the verdicts, from what is known now: judged by
 * what judges when it is saved.
 */
export function previewAccessRule(
  facts: SystemFacts,
  spec: AccessRuleSpec,
): AccessRulePreview {
  const before = accessVerdicts(facts, facts.rule);
  const after = accessVerdicts(facts, spec);
  const judged = facts.accounts
    .filter(({ state }) => state === 'active')
    .map(({ id, name, email }) => ({
      accountId: id,
      name,
      email,
      from: before.get(id)!,
      to: after.get(id)!,
    }));
  const count = (status: VerdictStatus) =>
    judged.filter(({ to }) => to === status).length;
  return {
    coveredStaff: facts.staff.filter(member =>
      coversStaff(spec, member, facts.now),
    ).length,
    passing: count('passing'),
    failing: count('failing'),
    exempt: count('exempt'),
    unknown: count('unknown'),
    changes: judged.filter(({ from, to }) => from !== to),
    ...missingOf(spec, facts),
    factsVersion: factsVersion(facts),
  };
}

/** Whether access is valid under a rule, by account. */
function accessVerdicts(
  facts: SystemFacts,
  rule: AccessRuleSpec | undefined,
): Map<string, VerdictStatus> {
  // Due dates are of no interest here.
  const { verdicts } = judgeSystem({ ...facts, rule }, [], DEFAULT_DUE_DAYS);
  return new Map(
    verdicts
      .filter(({ verdict }) => verdict.checkId === 'access-valid')
      .map(({ accountId, verdict }) => [accountId, verdict.status]),
  );
}

function missingOf(
  spec: AccessRuleSpec,
  {
    staff,
    orgRoles,
    accounts,
  }: Pick<SystemFacts, 'staff' | 'orgRoles' | 'accounts'>,
): Pick<AccessRule, 'missingOrgRoles' | 'missingPeople'> {
  return {
    missingOrgRoles: missingOrgRoles(spec, orgRoles),
    missingPeople: missingPeople(spec, {
      staff,
      accountIds: accounts
        .filter(({ state }) => state !== 'gone')
        .map(({ id }) => id),
    }),
  };
}
