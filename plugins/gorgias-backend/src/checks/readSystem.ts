import { GroundedIdentity } from 'backstage-plugin-gorgias-checks';
import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import { toSignInSettings } from '../accounts/signInSettings';
import { Stores } from '../database';
import { identify, IdentityLink } from '../identities/identity';
import { IdentityMatch } from '../identities/identityMatch';
import { StaffDirectory } from '../identities/StaffDirectory';
import { inTurns } from '../inTurns';
import { SystemFacts } from './SystemFacts';

/** What is known of a system, before it is said who everybody is. */
export interface KnownSystem extends Omit<SystemFacts, 'identities'> {
  links: IdentityLink[];
  matches: IdentityMatch[];
  /** By account id. */
  assigned: ReadonlyMap<string, AssignedIdentity>;
}

/** Reads what is known of a system, as one consistent state if the stores are in a transaction. */
export async function readSystem(
  stores: Stores,
  entityRef: string,
  now: string,
): Promise<KnownSystem> {
  const connection = await stores.connections.findByEntity(entityRef);
  const connectionId = connection?.id ?? '';
  const critical = await stores.criticalSystems.get(entityRef);
  const rule = await stores.accessRules.get(entityRef);
  return {
    isCritical: critical !== undefined,
    rule: critical && rule?.spec,
    owner: critical?.owner ?? undefined,
    staff: await stores.staff.list(),
    accounts: await stores.accounts.list(connectionId),
    links: await stores.identityLinks.list(connectionId),
    matches: await stores.identityMatches.list(connectionId),
    assigned: await stores.identityAssignments.list(connectionId),
    signInSettings: toSignInSettings(
      await stores.accessSettings.get(connectionId),
      now,
    ),
    orgRoles: await stores.staff.listOrgRoles(),
    exceptions: await stores.exceptions.listOpen(entityRef),
    lastLogIns: await stores.events.lastLogIns(connectionId),
    now,
  };
}

/** Says who everybody is. Now and then others in this process have their turn. */
export async function identifyAll(
  { links, matches, assigned, ...known }: KnownSystem,
  directory: StaffDirectory,
): Promise<SystemFacts> {
  const linkOf = new Map<string, IdentityLink>();
  for (const link of links) linkOf.set(link.accountId, link);
  const matchesOf = new Map<string, IdentityMatch[]>();
  for (const match of matches) {
    const others = matchesOf.get(match.accountId) ?? [];
    matchesOf.set(match.accountId, [...others, match]);
  }
  const identities = new Map<string, GroundedIdentity>();
  await inTurns(known.accounts, account => {
    const { id } = account;
    const told = {
      link: linkOf.get(id),
      matches: matchesOf.get(id),
      assigned: assigned.get(id),
    };
    identities.set(id, identify(account, told, directory));
  });
  return { ...known, identities };
}
