import { ref } from './schemas';

/** What the parameters in paths mean. */
const IN_PATH = {
  kind: 'Kind of the entity that stands for Gorgias',
  namespace: 'Namespace of that entity',
  name: 'Name of that entity',
  staffKind: 'Kind of the entity of a staff member',
  staffNamespace: 'Namespace of that entity',
  staffName: 'Name of that entity',
  sessionId: 'Id of an attempt to connect',
  runId: 'Id of a sync run',
  accountId: 'Id of a user of Gorgias',
  changeId: 'Id of a change of identities',
  exceptionId: 'Id of an exception',
  reviewId: 'Id of an access review',
};

/** A part of a path. */
export function pathParameter(name: keyof typeof IN_PATH) {
  return {
    name,
    in: 'path',
    description: IN_PATH[name],
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  };
}

/** An optional part of a query. */
export function queryParameter(
  name: string,
  description: string,
  schema: object,
) {
  return { name, in: 'query', description, required: false, schema };
}

/** The entity that stands for Gorgias. */
export const systemParameters = (['kind', 'namespace', 'name'] as const).map(
  pathParameter,
);

/** A staff member. */
export const staffParameters = (
  ['staffKind', 'staffNamespace', 'staffName'] as const
).map(pathParameter);

/** An access review of a system. */
export const reviewParameters = [
  ...systemParameters,
  pathParameter('reviewId'),
];

/** A part of a list. */
export const pageParameters = [
  queryParameter('limit', 'How many at most', {
    type: 'integer',
    minimum: 1,
    maximum: 100,
  }),
  queryParameter('cursor', 'The `nextCursor` of the page before', {
    type: 'string',
    maxLength: 1000,
  }),
];

const SEARCH = 'Only those whose name or address has this in it';

/** People whose name or address has a text in it. */
export const searchParameter = {
  ...queryParameter('search', SEARCH, { type: 'string', maxLength: 200 }),
  // Browsers write a space as "+".
  allowReserved: true,
};

/** Databases take no text with a zero byte in it. */
export const filterText = {
  type: 'string',
  maxLength: 300,
  pattern: '^[^\\u0000]*$',
};

/** Accounts whose name or address has a text in it. */
export const listSearchParameter = {
  ...queryParameter('search', SEARCH, { ...filterText, maxLength: 200 }),
  // Browsers write a space as "+".
  allowReserved: true,
};

/** Which accounts, and in which order. */
export const accountListParameters = [
  listSearchParameter,
  queryParameter(
    'check',
    'The check that `status` is about, else it is any of them',
    ref('CheckId'),
  ),
  queryParameter(
    'status',
    'Only accounts with a verdict of this status',
    ref('VerdictStatus'),
  ),
  queryParameter('state', 'Only accounts of this state', ref('AccountState')),
  {
    ...queryParameter(
      'gorgiasRole',
      'Only accounts of this role, empty for those without',
      filterText,
    ),
    allowEmptyValue: true,
  },
  queryParameter(
    'orgRole',
    'Only accounts of people of this org role',
    filterText,
  ),
  queryParameter(
    'identity',
    'Only accounts whose identity is of this type',
    ref('IdentityType'),
  ),
  queryParameter('orderBy', 'What they are ordered by', ref('AccountOrderBy')),
  queryParameter('order', 'Whether the order goes up or down', {
    type: 'string',
    enum: ['asc', 'desc'],
  }),
];

/** A time that has to be said. */
export function timeParameter(name: string, description: string) {
  return {
    ...queryParameter(name, description, {
      type: 'string',
      format: 'date-time',
    }),
    required: true,
    // Nobody writes the colons of a time otherwise.
    allowReserved: true,
  };
}

/** The etag of what is changed, as it was read. A different one in force is a conflict. */
export const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The etag of what is changed, as it was read',
  required: true,
  schema: { type: 'string', maxLength: 100 },
};
