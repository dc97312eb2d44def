import { Text } from '@backstage/ui';
import { ReactNode } from 'react';

const WRAP = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** A line below what it is about. It wraps in the cell of a table too, which would cut it off else. */
export const Note = ({ children }: { children: ReactNode }) => (
  <Text as="p" variant="body-small" color="secondary" style={WRAP}>
    {children}
  </Text>
);
