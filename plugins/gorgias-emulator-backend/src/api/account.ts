import { z } from 'zod';
import { Account } from '../accounts/Account';
import { Caller, forbidden } from './authenticate';
import { limit, parseQuery } from './parseInput';

// Public clients send the paging parameters, so they are taken, to no effect.
const settingsQuerySchema = z.strictObject({
  type: z.string().optional(),
  cursor: z.string().optional(),
  limit,
  order_by: z.string().optional(),
});

/** `GET /api/account` */
export function getAccount(
  account: Account,
  caller: Caller,
  search: URLSearchParams,
): object {
  parseQuery(z.strictObject({}), search);
  return {
    created_datetime: account.createdDatetime,
    deactivated_datetime: null,
    domain: account.subdomain,
    current_subscription: {
      plan: account.plan,
      status: 'active',
      start_datetime: account.createdDatetime,
    },
    settings: maySeeSettings(account, caller) ? account.settings : [],
    status: { status: 'active' },
  };
}

/** `GET /api/account/settings` */
export function listSettings(
  account: Account,
  caller: Caller,
  search: URLSearchParams,
): object {
  const { type } = parseQuery(settingsQuerySchema, search);
  if (!maySeeSettings(account, caller)) {
    throw forbidden();
  }
  return {
    data: account.settings.filter(
      setting => type === undefined || setting.type === type,
    ),
  };
}

function maySeeSettings(account: Account, caller: Caller): boolean {
  return (
    caller.user.role.name === 'admin' || !account.behaviour.settingsNeedAdmin
  );
}
