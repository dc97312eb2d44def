import { lazy, Suspense } from 'react';
import { LoadingLines } from './components/LoadState';

const EXPECTED_LINES = 3;

const MyAccess = lazy(() =>
  import('./components/MyAccess').then(m => ({ default: m.MyAccess })),
);

/**
 * The accounts of the signed-in person in every critical system, what is to be
 * done about them, and the reviews that wait for the person. For a home page,
 * in apps of both frontend systems that have the plugin and its page.
 *
 * @public
 */
export const GorgiasMyAccess = () => (
  <Suspense fallback={<LoadingLines lines={EXPECTED_LINES} />}>
    <MyAccess />
  </Suspense>
);
