import { Message } from 'backstage-plugin-gorgias-common';

/** Messages as a column keeps them. */
export function partsToColumn(parts: Message[] | undefined): string | null {
  return parts ? JSON.stringify(parts) : null;
}

/** Messages under a name, none where a row has none. */
export function partsFromColumn<Name extends string>(
  name: Name,
  column: string | null,
): { [N in Name]?: Message[] } {
  return (column === null ? {} : { [name]: JSON.parse(column) }) as {
    [N in Name]?: Message[];
  };
}
