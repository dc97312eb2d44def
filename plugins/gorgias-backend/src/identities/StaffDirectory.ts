import {
  emailParts,
  normaliseEmail,
  withoutPlus,
} from 'backstage-plugin-gorgias-checks';
import { Message, message } from 'backstage-plugin-gorgias-common';
import { StaffMember } from '../staff/staffMember';
import { Matching } from './matching';

export type { Matching } from './matching';

/** The staff members an e-mail address may be of, and why. */
export interface EmailMatch {
  /** In the order of their entity refs. More than one are never guessed between. */
  members: StaffMember[];
  /** What the address is taken for, and why. */
  ground: Message;
}

type Alias = 'PlusAlias' | 'DomainAlias' | 'PlusAndDomainAlias';

interface Entry {
  member: StaffMember;
  /** The member's own writing of the address. */
  address: string;
}

/** Finds staff members by e-mail address. */
export class StaffDirectory {
  readonly #matching: Matching;
  readonly #domains: Map<string, string>;
  readonly #byRef: Map<string, StaffMember>;
  readonly #byAddress = new Map<string, Entry[]>();
  /** By the address in the domain that its own is another name of. */
  readonly #byAliasedAddress = new Map<string, Entry[]>();

  constructor(staff: readonly StaffMember[], matching: Matching) {
    this.#matching = matching;
    this.#domains = new Map(Object.entries(matching.domainAliases));
    this.#byRef = new Map(staff.map(member => [member.entityRef, member]));
    const inOrder = [...staff].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    for (const member of inOrder) {
      for (const address of member.emails) {
        const key = normaliseEmail(address);
        add(this.#byAddress, key, { member, address });
        add(this.#byAliasedAddress, this.#unaliased(key), { member, address });
      }
    }
  }

  get(staffRef: string): StaffMember | undefined {
    return this.#byRef.get(staffRef);
  }

  /**
   * Who has an e-mail address. Goes from what is certain to what is
   * configured, and ends with the first that somebody is found by, so that a
   * weaker step never outweighs a stronger one nor settles what that left
   * open.
   */
  findByEmail(email: string | null): EmailMatch | undefined {
    if (!email) {
      return undefined;
    }
    // Most are written as equal ones look, which stays as it is.
    const asWritten = this.#byAddress.get(email);
    if (asWritten) {
      return toMatch(asWritten, email, '');
    }
    const address = normaliseEmail(email);
    if (address === '') {
      return undefined;
    }
    const exact = this.#byAddress.get(address);
    if (exact) {
      return toMatch(exact, email, '');
    }
    const { plusAliases } = this.#matching;
    const plain = withoutPlus(address);
    const hasPlus = plusAliases && plain !== address;
    const byPlus = hasPlus && this.#byAddress.get(plain);
    if (byPlus) {
      return toMatch(byPlus, email, 'PlusAlias');
    }
    const byDomain = this.#byAliasedAddress.get(this.#unaliased(address));
    if (byDomain) {
      return toMatch(byDomain, email, 'DomainAlias');
    }
    const byBoth =
      hasPlus && this.#byAliasedAddress.get(this.#unaliased(plain));
    return byBoth ? toMatch(byBoth, email, 'PlusAndDomainAlias') : undefined;
  }

  #unaliased(address: string): string {
    const { local, domain = '' } = emailParts(address);
    const aliased = this.#domains.get(domain);
    return aliased === undefined ? address : `${local}@${aliased}`;
  }
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key) ?? [];
  if (
    key !== '' &&
    !entries.some(({ member }) => member.entityRef === entry.member.entityRef)
  ) {
    index.set(key, [...entries, entry]);
  }
}

function toMatch(
  entries: Entry[],
  email: string,
  alias: Alias | '',
): EmailMatch {
  const members = entries.map(({ member }) => member);
  const [{ address }] = entries;
  if (members.length > 1) {
    const params = { count: members.length, email };
    return { members, ground: message(`identity.severalHave${alias}`, params) };
  }
  return {
    members,
    ground: alias
      ? message(`identity.their${alias}`, { email, address })
      : message('identity.theirAddress', { email }),
  };
}
