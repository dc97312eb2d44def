import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { responseError } from '../src/__testUtils__/responseError';

/** Systems of which nothing can be read, each in another way. */
export const BROKEN: Readonly<Record<string, () => Promise<SystemSummary>>> = {
  loading: () => new Promise(() => {}),
  'no-rights': async () => {
    throw await responseError(
      403,
      'NotAllowedError',
      'Reading this needs the permission gorgias.system.read. Ask an admin of Backstage for it.',
    );
  },
  error: async () => {
    throw await responseError(
      503,
      'ServiceUnavailableError',
      'The catalog cannot be reached. Try again in a minute.',
    );
  },
};
