import { BrowserContext, Page, Response } from '@playwright/test';
import { BACKEND_URL } from './emulator';

/** A backend behind the proxy, as the proxy tells of it: see `scripts/replicaProxy.mjs`. */
export interface Replica {
  name: string;
  pid: number;
  up: boolean;
  served: number;
  /** How many WebSockets are open. */
  sockets: number;
}

export async function replicas(): Promise<Replica[]> {
  const answer = await fetch(`${BACKEND_URL}/.replicas`);
  return (await answer.json()) as Replica[];
}

/** From now on lets one replica answer this browser, or any. */
export function ask(context: BrowserContext, replica?: Replica) {
  return context.setExtraHTTPHeaders(
    replica ? { 'x-replica': replica.name } : {},
  );
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
