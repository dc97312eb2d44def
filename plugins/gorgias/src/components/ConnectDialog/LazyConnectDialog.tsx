import { ComponentProps, lazy, Suspense } from 'react';

const Dialog = lazy(() =>
  import('./ConnectDialog').then(m => ({ default: m.ConnectDialog })),
);

/** The dialog, loaded when it is first opened: most who see the card never connect anything. */
export const ConnectDialog = (props: ComponentProps<typeof Dialog>) => (
  <Suspense fallback={null}>
    <Dialog {...props} />
  </Suspense>
);
