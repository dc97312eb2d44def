import { InputError } from '@backstage/errors';
import { AccessRuleSpec, NamedAccess } from 'backstage-plugin-gorgias-common';

/**
 * A rule as it is kept: what it names is written as the catalog has it, and
 * times are in UTC with milliseconds, so that all of it can be compared.
 *
 * @throws InputError when it contradicts itself, or names somebody until a time that is over
 */
export function readSpec(spec: AccessRuleSpec, now: string): AccessRuleSpec {
  const { people } = spec;
  return {
    ...spec,
    ...(spec.type === 'org-roles' && readOrgRoles(spec)),
    ...(people && { people: readPeople(people, now) }),
  };
}

function readOrgRoles(
  spec: Extract<AccessRuleSpec, { type: 'org-roles' }>,
): Pick<typeof spec, 'orgRoles' | 'gorgiasRoles'> {
  const orgRoles = spec.orgRoles.map(readOrgRole);
  requireDifferent(orgRoles, 'spec.orgRoles');
  if (!spec.gorgiasRoles) {
    return { orgRoles };
  }
  const limits = Object.entries(spec.gorgiasRoles).map(
    ([orgRole, roles]) => [readOrgRole(orgRole), roles] as const,
  );
  const limited = limits.map(([orgRole]) => orgRole);
  requireDifferent(limited, 'spec.gorgiasRoles');
  const other = limited.find(orgRole => !orgRoles.includes(orgRole));
  if (other !== undefined) {
    throw new InputError(
      `spec.gorgiasRoles: limits ${other}, which is not among spec.orgRoles; add it there, or take the limit out`,
    );
  }
  return { orgRoles, gorgiasRoles: Object.fromEntries(limits) };
}

/** Job titles are told apart by their words alone. */
function readOrgRole(orgRole: string): string {
  return orgRole
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^title: /, 'title:');
}

function readPeople(
  people: readonly NamedAccess[],
  now: string,
): NamedAccess[] {
  const read = people.map((name, index) => readName(name, index, now));
  requireDifferent(
    read.map(({ subject }) => subject),
    'spec.people',
  );
  return read;
}

function requireDifferent(names: readonly string[], field: string): void {
  const again = names.find((name, index) => names.indexOf(name) < index);
  if (again !== undefined) {
    throw new InputError(
      `${field}: names ${again} a second time; leave one of the two`,
    );
  }
}

function readName(
  { subject, ticket, until }: NamedAccess,
  index: number,
  now: string,
): NamedAccess {
  const time = new Date(until);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `spec.people[${index}].until: ${until} is not a time that exists; give one in ISO 8601`,
    );
  }
  const end = time.toISOString();
  if (end <= now) {
    throw new InputError(
      `spec.people[${index}].until: ${end} is over; give a time that is ahead, or take ${subject} out`,
    );
  }
  if (!ticket.trim()) {
    throw new InputError(
      `spec.people[${index}].ticket: is empty; say where it was decided that ${subject} may`,
    );
  }
  return { subject: subject.toLowerCase(), ticket: ticket.trim(), until: end };
}

/** A rule that names people by their new entity refs; the very same when nobody of it was renamed. */
export function renamePeople(
  spec: AccessRuleSpec,
  renamed: ReadonlyArray<{ from: string; to: string }>,
): AccessRuleSpec {
  const newRefs = new Map(renamed.map(({ from, to }) => [from, to]));
  if (!spec.people?.some(({ subject }) => newRefs.has(subject))) {
    return spec;
  }
  const names = new Map<string, NamedAccess>();
  for (const name of spec.people) {
    const subject = newRefs.get(name.subject) ?? name.subject;
    const other = names.get(subject);
    // Named by the old ref and the new one: what lasts longer was granted too.
    names.set(
      subject,
      other && other.until > name.until ? other : { ...name, subject },
    );
  }
  return { ...spec, people: [...names.values()] };
}
