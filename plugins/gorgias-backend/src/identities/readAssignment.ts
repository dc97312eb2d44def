import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  AssignedIdentity,
  IdentityAssignment,
} from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';

const LONGEST_DAYS = 366;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Checks an assignment against what is known now, and writes it in one way.
 * `null` stands for what takes an assignment back.
 *
 * @throws InputError that names the field, what is wrong and what to do
 */
export async function readAssignment(
  stores: Pick<Stores, 'staff'>,
  assignment: IdentityAssignment,
  now: string,
): Promise<AssignedIdentity['assignment'] | null> {
  if (assignment.type === 'automatic') {
    return null;
  }
  const staff = await stores.staff.list();
  if (assignment.type === 'staff-member') {
    const staffRef = inOneWriting(assignment.staffRef);
    if (!staff.some(({ entityRef }) => entityRef === staffRef)) {
      throw new InputError(
        `assignment.staffRef: there is no staff member ${staffRef}; name one that the catalog has or had, or classify the account as external`,
      );
    }
    return {
      type: assignment.type,
      staffRef,
      reason: words(
        'reason',
        assignment.reason,
        'say how you know whose the account is',
      ),
    };
  }
  const owner = inOneWriting(assignment.owner);
  const exists = staff.some(
    ({ entityRef, state }) => entityRef === owner && state === 'current',
  );
  if (!exists && !(await stores.staff.listOrgRoles()).includes(owner)) {
    throw new InputError(
      `assignment.owner: ${owner} is neither a current staff member nor a group; name somebody who can answer for the account`,
    );
  }
  return {
    type: assignment.type,
    owner,
    purpose: words(
      'purpose',
      assignment.purpose,
      'say what the account is there for',
    ),
    reviewAt: reviewTime(assignment.reviewAt, now),
  };
}

function inOneWriting(entityRef: string): string {
  return stringifyEntityRef(parseEntityRef(entityRef));
}

function words(field: string, text: string, remedy: string): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw new InputError(`assignment.${field}: is empty; ${remedy}`);
  }
  return trimmed;
}

function reviewTime(written: string, now: string): string {
  const ahead = Date.parse(written) - Date.parse(now);
  // Also not when it is no time at all.
  if (!(ahead > 0 && ahead <= LONGEST_DAYS * DAY_MILLISECONDS)) {
    throw new InputError(
      `assignment.reviewAt: is not within the next ${LONGEST_DAYS} days; choose a time by which somebody looks at it again`,
    );
  }
  return new Date(written).toISOString();
}
