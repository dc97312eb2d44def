import {
  OffboardedFilter,
  OffboardedPerson,
} from 'backstage-plugin-gorgias-common';

/** The people that a filter leaves. */
export function filterPeople(
  people: readonly OffboardedPerson[],
  { status, search = '' }: OffboardedFilter,
): OffboardedPerson[] {
  const wanted = search.trim().toLowerCase();
  return people.filter(
    person =>
      (status === undefined || person.status === status) &&
      [
        person.displayName,
        person.staffRef,
        ...person.accounts.flatMap(({ id, name, email }) => [id, name, email]),
      ].some(text => text?.toLowerCase().includes(wanted)),
  );
}
