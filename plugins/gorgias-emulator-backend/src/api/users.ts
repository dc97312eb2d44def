import { z } from 'zod';
import { Account } from '../accounts/Account';
import { fromGorgiasDatetime } from '../accounts/datetime';
import { GorgiasUser } from '../accounts/seed';
import { notFound } from './ApiError';
import { Caller } from './authenticate';
import { ListReply, listPage, SortKey } from './listPage';
import { integer, limit, parseInput, parseQuery, repeated } from './parseInput';

/** The roles Gorgias knows, and so the ones a list can be narrowed to. */
export const ROLES = [
  'admin',
  'agent',
  'basic-agent',
  'lite-agent',
  'observer-agent',
  'bot',
  'internal-agent',
] as const;

const SORT_VALUES = {
  created_datetime: (user: GorgiasUser) =>
    fromGorgiasDatetime(user.created_datetime).getTime(),
  name: (user: GorgiasUser) => user.name.toLowerCase(),
  email: (user: GorgiasUser) => user.email?.toLowerCase() ?? '',
  'role.name': (user: GorgiasUser) => user.role.name,
};

type SortField = keyof typeof SORT_VALUES;
const SORT_FIELDS = Object.keys(SORT_VALUES) as SortField[];

const querySchema = z.strictObject({
  cursor: z.string().optional(),
  limit,
  order_by: z
    .enum(
      SORT_FIELDS.flatMap(field => [
        `${field}:asc` as const,
        `${field}:desc` as const,
      ]),
    )
    .default('name:asc'),
  email: z.string().optional(),
  external_id: z.string().optional(),
  roles: repeated(z.enum(ROLES)),
  search: z.string().optional(),
  available_first: z.enum(['true', 'false']).default('false'),
});

/** `GET /api/users` */
export function listUsers(
  account: Account,
  search: URLSearchParams,
): ListReply<object> {
  const query = parseQuery(querySchema, search);
  const [field, direction] = query.order_by.split(':') as [SortField, string];
  const descending = direction === 'desc';
  const needle = query.search?.toLowerCase();
  const items = account.users
    .all()
    .filter(
      user =>
        (user.active || account.behaviour.deactivatedUsersListed) &&
        (query.email === undefined || user.email === query.email) &&
        (query.external_id === undefined ||
          user.external_id === query.external_id) &&
        (!query.roles || query.roles.some(role => role === user.role.name)) &&
        (!needle ||
          user.name.toLowerCase().includes(needle) ||
          user.email?.toLowerCase().includes(needle)),
    );
  // Nobody is ever away from the emulator, so "available" means active.
  const unavailable = (user: GorgiasUser) => user.active === descending;
  const availability = (user: GorgiasUser) =>
    query.available_first === 'true' ? Number(unavailable(user)) : 0;
  return listPage({
    items,
    path: '/api/users',
    search,
    cursor: query.cursor,
    cursorKind: account.behaviour.cursorKind,
    limit: Math.min(query.limit, account.behaviour.maxPageSize),
    descending,
    keyOf: (user): SortKey => [
      availability(user),
      SORT_VALUES[field](user),
      user.id,
    ],
    show: user => showUser(account, user),
    now: account.now,
  });
}

/** `GET /api/users/{id}`; id 0 is the caller. */
export function getUser(account: Account, caller: Caller, id: string): object {
  const userId = parseInput(z.object({ id: integer }), { id }).id;
  const user =
    userId === 0 && account.behaviour.userZero === 'caller'
      ? caller.user
      : account.users.get(userId);
  if (!user) {
    throw notFound();
  }
  return showUser(account, user);
}

function showUser(account: Account, user: GorgiasUser): object {
  return { ...user, uri: `${account.url}/api/users/${user.id}/` };
}
