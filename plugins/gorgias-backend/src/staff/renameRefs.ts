import { Knex } from 'knex';
import { Renamed } from './pairStaff';

/**
 * Follows renames in a column. People may have swapped their refs, so those
 * whose new ref is not free yet wait under one that nobody has.
 */
export async function renameRefs(
  knex: Knex,
  table: string,
  column: string,
  renamed: readonly Renamed[],
): Promise<void> {
  const targets = new Set(renamed.map(({ to }) => to));
  const isWanted = ({ from }: Renamed) => targets.has(from);
  const waitingRef = ({ from }: Renamed) => `renaming ${from}`;
  const rename = (from: string, to: string) =>
    knex(table)
      .where({ [column]: from })
      .update({ [column]: to });

  const waiting = renamed.filter(isWanted);
  for (const one of waiting) {
    await rename(one.from, waitingRef(one));
  }
  for (const one of renamed) {
    await rename(isWanted(one) ? waitingRef(one) : one.from, one.to);
  }
}
