import { Stores } from '../database';

/** Adds to what is about accounts of a system the names that those have now. */
export async function withAccountNames<T extends { accountId?: string }>(
  stores: Pick<Stores, 'accounts' | 'connections'>,
  entityRef: string,
  items: readonly T[],
): Promise<Array<T & { accountName?: string }>> {
  const connection = await stores.connections.findByEntity(entityRef);
  const ids = new Set(items.flatMap(({ accountId }) => accountId ?? []));
  const names = await stores.accounts.names(connection?.id ?? '', [...ids]);
  return items.map(item => {
    const accountName = names.get(item.accountId ?? '');
    return { ...item, ...(accountName && { accountName }) };
  });
}
