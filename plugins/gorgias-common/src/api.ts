import type { GorgiasClient } from './client';

/** Which part of a list to get; `limit` is 1 to 100, default 50. @public */
export interface PageRequest {
  limit?: number;
  cursor?: string;
}

/**
 * The HTTP API of the backend plugin, typed. Every method throws a
 * `ResponseError` (of `@backstage/errors`) when the backend answers with an
 * error.
 *
 * @public
 */
export type GorgiasApi = {
  [method in keyof GorgiasClient]: GorgiasClient[method];
};
