import { Stores } from '../database';
import { renamePeople } from './spec';

/**
 * Lets access rules name people by their new entity refs. Nobody decided
 * anything new, so the rule stays that of who decided it, and the version says
 * what happened.
 *
 * @returns entity refs of the systems whose rules changed; they are to be judged anew
 */
export async function followRenames(
  stores: Stores,
  renamed: ReadonlyArray<{ from: string; to: string }>,
  at: string,
): Promise<string[]> {
  if (renamed.length === 0) {
    return [];
  }
  const changed: string[] = [];
  for (const { entityRef } of await stores.accessRules.list()) {
    if (await followIn(stores, entityRef, renamed, at)) {
      changed.push(entityRef);
    }
  }
  return changed;
}

async function followIn(
  stores: Stores,
  entityRef: string,
  renamed: ReadonlyArray<{ from: string; to: string }>,
  at: string,
): Promise<boolean> {
  // Again when an admin saved another version meanwhile.
  for (;;) {
    const before = await stores.accessRules.get(entityRef);
    const spec = before && renamePeople(before.spec, renamed);
    if (!spec || spec === before.spec) {
      return false;
    }
    const named = new Set(before.spec.people?.map(({ subject }) => subject));
    const reason = renamed
      .filter(({ from }) => named.has(from))
      .map(({ from, to }) => `In the catalog, ${from} is now ${to}.`)
      .join(' ');
    const replaced = await stores.accessRules.replace(
      entityRef,
      before.revision,
      { spec, reason, updatedBy: before.updatedBy, updatedAt: at },
    );
    if (replaced) {
      await stores.history.add([
        {
          entityRef,
          at,
          kind: 'access-rule',
          before: { spec: before.spec, revision: before.revision },
          after: { spec, revision: before.revision + 1, reason },
        },
      ]);
      return true;
    }
  }
}
