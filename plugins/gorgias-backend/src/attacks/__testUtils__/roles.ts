import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ADMIN,
  AUDITOR,
  ENGINEER,
  MONITORING,
  OWNER,
} from '../../__testUtils__/startGorgias';

/** Somebody who sends requests. */
export interface Role {
  name: string;
  headers: Record<string, string>;
  /** The operations that may succeed for them; all of them, if not told. */
  may?: string[];
  /** Whether they see nobody's name and address but the own. */
  seesNobody?: boolean;
}

const SYSTEM = '/systems/{kind}/{namespace}/{name}';

const OPEN = ['GET /connections/callback'];

const FOR_SERVICES = [
  ...OPEN,
  'GET /openapi.json',
  'GET /health',
  'GET /evidence/heads',
  'GET /evidence/public-keys',
  'GET /systems',
  `GET ${SYSTEM}`,
  `GET ${SYSTEM}/accounts`,
];

const FOR_EVERYBODY = [
  ...FOR_SERVICES,
  'GET /evidence/systems',
  'GET /reviews/mine',
  `GET ${SYSTEM}/accounts/{accountId}`,
  `GET ${SYSTEM}/reviews`,
  `GET ${SYSTEM}/sync-runs`,
  `GET ${SYSTEM}/access-rule`,
  `GET ${SYSTEM}/trends`,
];

const FOR_AUDITORS = [
  ...FOR_SERVICES.filter(name => !name.includes(SYSTEM)),
  'GET /evidence/systems',
  'GET /reviews/mine',
  `GET ${SYSTEM}/evidence`,
  `GET ${SYSTEM}/population`,
  `GET ${SYSTEM}/evidence.zip`,
];

const { user, limitedUser, none, service } = mockCredentials;

const asUser = (ref: string) => ({ authorization: user.header(ref) });
const asService = (subject?: string) => ({
  authorization: service.header({
    onBehalfOf: service(subject),
    targetPluginId: 'gorgias',
  }),
});

/** Who may change nothing. */
export const UNPRIVILEGED: Role[] = [
  { name: 'nobody', headers: {}, may: OPEN, seesNobody: true },
  {
    name: 'nobody, with a token of nobody',
    headers: { authorization: none.header() },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: 'somebody with an invalid token',
    headers: { authorization: user.invalidHeader() },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: 'somebody with the token of a service that is invalid',
    headers: { authorization: service.invalidHeader() },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: "an admin's browser, by the cookie for pictures and files",
    headers: { cookie: limitedUser.cookie(ADMIN) },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: 'somebody with the content of such a cookie',
    headers: { authorization: `Bearer ${limitedUser.token(ADMIN)}` },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: 'somebody with another way to log in',
    headers: { authorization: 'Basic aXZ5Om5ha2FtdXJh' },
    may: OPEN,
    seesNobody: true,
  },
  {
    name: 'an engineer',
    headers: asUser(ENGINEER),
    may: FOR_EVERYBODY,
    seesNobody: true,
  },
  {
    name: 'monitoring',
    headers: asService(MONITORING),
    may: FOR_SERVICES,
    seesNobody: true,
  },
  { name: 'another plugin', headers: asService(), may: FOR_SERVICES },
];

/** Who sees evidence, each look at which is noted. */
export const AUDITORS: Role[] = [
  { name: 'an auditor', headers: asUser(AUDITOR), may: FOR_AUDITORS },
];

/** Who may do something. */
export const PRIVILEGED: Role[] = [
  { name: 'the owner', headers: asUser(OWNER) },
  { name: 'an admin', headers: asUser(ADMIN) },
];
