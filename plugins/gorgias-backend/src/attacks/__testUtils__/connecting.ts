import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
} from '../../__testUtils__/startGorgias';

/** An attempt to connect, in a browser of its own, that Gorgias has sent back. */
export interface Attempt {
  authorizeUrl: URL;
  callback: URL;
  cookie: string;
}

/** Begins to connect, logs in to Gorgias and allows the access. */
export async function begin(
  { baseUrl, allow }: RunningGorgias,
  headers: Record<string, string> = {},
): Promise<Attempt> {
  const answer = await fetch(`${baseUrl}/connections`, {
    method: 'POST',
    headers: {
      authorization: mockCredentials.user.header(ADMIN),
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ entityRef: GORGIAS, subdomain: 'acme' }),
  });
  const { authorizeUrl } = await answer.json();
  return {
    authorizeUrl: new URL(authorizeUrl),
    callback: await allow(authorizeUrl),
    cookie: answer.headers.getSetCookie()[0].split(';')[0],
  };
}

/** Opens a callback as a browser would that has these cookies. */
export function open(callback: URL, cookie?: string): Promise<Response> {
  return fetch(callback, {
    headers: cookie ? { cookie } : {},
    redirect: 'manual',
  });
}

/** What a callback page says to the person. */
export async function said(page: Response): Promise<string> {
  const [, text] = /<p role="status">([^<]*)</.exec(await page.text())!;
  return text;
}

/** An address with other parts in its query. */
export function withQuery(url: URL, parts: Record<string, string>): URL {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(parts)) {
    changed.searchParams.set(name, value);
  }
  return changed;
}
