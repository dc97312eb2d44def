import { Stores } from '../database';

/**
 * Every system that is judged: connected at some time, or critical. Always in
 * the same order, so that two who judge them all don't wait for each other.
 */
export async function everySystem(
  stores: Pick<Stores, 'connections' | 'criticalSystems'>,
): Promise<string[]> {
  const systems = [
    ...(await stores.connections.list()),
    ...(await stores.criticalSystems.list()),
  ];
  return [...new Set(systems.map(({ entityRef }) => entityRef))].sort();
}
