import { mockCredentials } from '@backstage/backend-test-utils';
import { ADMIN, GORGIAS } from '../../__testUtils__/startGorgias';
import { FaultyWorld } from './FaultyWorld';

/** An attempt to connect, at the point where Gorgias sends the browser back. */
export interface Attempt {
  callback: URL;
  /** The cookie of the browser in which it began. */
  cookie: string;
}

/** Begins to connect in a browser of its own, logs in to Gorgias and allows the access. */
export async function begin(
  { gorgias }: FaultyWorld,
  options: {
    entityRef?: string;
    subdomain?: string;
    /** The account that the browser is led to instead. */
    logInAt?: string;
  } = {},
): Promise<Attempt> {
  const { entityRef = GORGIAS, subdomain = 'acme' } = options;
  const { logInAt = subdomain } = options;
  const answer = await fetch(`${gorgias.baseUrl}/connections`, {
    method: 'POST',
    headers: {
      authorization: mockCredentials.user.header(ADMIN),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ entityRef, subdomain }),
  });
  const { authorizeUrl } = await answer.json();
  return {
    callback: await gorgias.allow(
      authorizeUrl.replace(`/${subdomain}/`, `/${logInAt}/`),
    ),
    cookie: answer.headers.getSetCookie()[0].split(';')[0],
  };
}

/** Opens the address that Gorgias sent the browser to, and says what the page says. */
export async function comeBack({
  callback,
  cookie,
}: Partial<Attempt> & Pick<Attempt, 'callback'>): Promise<string> {
  const page = await fetch(callback, { headers: cookie ? { cookie } : {} });
  const [, text] = /<p role="status">([^<]*)</.exec(await page.text()) ?? [];
  return page.status === 200 ? 'connected' : `refused: ${text}`;
}

/** Opens it three times at the same instant, of which one connects, and does the sync that follows. */
export async function comeBackThrice(
  world: FaultyWorld,
  attempt: Attempt,
): Promise<string> {
  const pages = await Promise.all([1, 2, 3].map(() => comeBack(attempt)));
  const [connected, ...refused] = pages.sort();
  expect(connected).toBe('connected');
  expect(refused[0]).toBe(refused[1]);
  await world.gorgias.runRequested();
  const run = await world.describeLastRun();
  return `${run}; one connected, two ${refused[0]}`;
}

/** Begins to connect with something typed as the subdomain, and says what becomes of it. */
export async function beginWith(
  { gorgias }: FaultyWorld,
  subdomain: string,
): Promise<string> {
  try {
    const { authorizeUrl } = await gorgias
      .as(ADMIN)
      .startConnection({ entityRef: GORGIAS, subdomain });
    const path = authorizeUrl.slice(gorgias.emulatorUrl.length);
    return `accepted as ${/^\/([^/]+)\/oauth\/authorize\?/.exec(path)?.[1]}`;
  } catch (error: any) {
    const { statusCode, body } = error;
    return `refused: ${statusCode} ${body?.error.name} ${body?.error.message}`;
  }
}

/** Puts an entity into the catalog that stands for the account `acme-outlet`. */
export function addOutlet({ gorgias }: FaultyWorld): string {
  const { entities } = gorgias.catalog;
  const entity = structuredClone(
    entities.find(({ metadata }) => metadata.name === 'gorgias')!,
  );
  entity.metadata.name = 'gorgias-outlet';
  entity.metadata.annotations!['gorgias.com/subdomain'] = 'acme-outlet';
  entities.push(entity);
  return 'resource:default/gorgias-outlet';
}
