import { ComponentProps, lazy, Suspense } from 'react';

const Dialog = lazy(() =>
  import('./HeldRunDialog').then(m => ({ default: m.HeldRunDialog })),
);

/** The dialog, loaded when it is first opened. */
export const HeldRunDialog = (props: ComponentProps<typeof Dialog>) => (
  <Suspense fallback={null}>
    <Dialog {...props} />
  </Suspense>
);
