import { ConnectErrorCode } from 'backstage-plugin-gorgias-common';
import { isGorgiasError } from '../gorgias/errors';

/** Connecting did not work, for a reason that can be told. */
export class ConnectError extends Error {
  readonly code: ConnectErrorCode;

  constructor(code: ConnectErrorCode) {
    super(code);
    this.name = 'ConnectError';
    this.code = code;
  }
}

/** What to tell of anything that went wrong while connecting. */
export function toErrorCode(error: unknown): ConnectErrorCode {
  if (error instanceof ConnectError) {
    return error.code;
  }
  if (isGorgiasError(error, 'unreachable', 'rate-limited')) {
    return 'gorgias-unreachable';
  }
  if (isGorgiasError(error, 'forbidden')) {
    return 'not-admin';
  }
  return isGorgiasError(error) ? 'gorgias-refused' : 'internal';
}
