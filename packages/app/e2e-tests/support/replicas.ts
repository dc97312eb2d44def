import { BrowserContext, Page, Response } from '@playwright/test';
import { BACKEND_URL } from './emulator';

/** A backend behind the proxy, as the proxy tells of it: see `scripts/replicaProxy.mjs`. */
export interface Replica {
  name: string;
  pid: number;
  up: boolean;
  served: number;
}

export async function replicas(): Promise<Replica[]> {
  const answer = await fetch(`${BACKEND_URL}/.replicas`);
  return (await answer.json()) as Replica[];
}

/** From now on lets one replica answer this browser, its WebSockets included, or any. */
export async function ask(context: BrowserContext, replica?: Replica) {
  await context.clearCookies({ name: 'replica' });
  if (replica) {
    await context.addCookies([
      { name: 'replica', value: replica.name, url: BACKEND_URL },
    ]);
  }
}

/** Name of the replica that gives the next answer to such a request. */
export async function answerer(
  page: Page,
  method: string,
  path: RegExp,
): Promise<string> {
  const response: Response = await page.waitForResponse(
    candidate =>
      candidate.request().method() === method &&
      path.test(new URL(candidate.url()).pathname),
  );
  return response.headers()['x-served-by'];
}
