import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import express from 'express';
import { createEmulator, Emulator } from '..';

/** The app that tests connect. */
export const oauthApp = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
  redirectUrls: [
    'http://localhost:7007/api/gorgias/connections/callback',
    'https://backstage.example/callback?account=acme',
  ],
};

/** An emulator behind a real port, and a clock that stands still until it is moved. */
export interface RunningEmulator extends Emulator {
  baseUrl: string;
  /** Moves the clock of the emulator. */
  advance(seconds: number): void;
  /** Reads from the API of an account. */
  get(path: string, authorization?: string): Promise<Response>;
  /** Calls the control API with JSON. */
  control(method: string, path: string, body?: object): Promise<Response>;
}

const running = new Set<() => Promise<void>>();

/** Starts an emulator; {@link stopEmulators} ends it. */
export async function startEmulator(
  options: Pick<Parameters<typeof createEmulator>[0], 'onRequest'> = {},
): Promise<RunningEmulator> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  running.add(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        // Also those whose answer never ends.
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/api/gorgias-emulator`;
  let time = Date.parse('2026-11-24T09:00:00.000Z');
  const emulator = createEmulator({
    ...options,
    baseUrl,
    oauthApp,
    now: () => new Date(time),
  });
  app.use('/api/gorgias-emulator', emulator.router);
  return {
    ...emulator,
    baseUrl,
    advance: seconds => {
      time += seconds * 1000;
    },
    get: (path, authorization) =>
      fetch(`${baseUrl}${path}`, {
        headers: authorization ? { authorization } : {},
      }),
    control: (method, path, body) =>
      fetch(`${baseUrl}/control${path}`, {
        method,
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
  };
}

/** Ends every emulator that a test started. */
export async function stopEmulators(): Promise<void> {
  await Promise.all([...running].map(stop => stop()));
  running.clear();
}

/** The `Authorization` header of an API key. */
export function apiKey(email: string, key = 'acme-api-key'): string {
  return `Basic ${Buffer.from(`${email}:${key}`).toString('base64')}`;
}

/** The `Authorization` header of a token that this user allowed. */
export async function bearer(
  emulator: Emulator,
  scope = 'users:read account:read events:read',
  email = 'ivy.nakamura@acme.example',
  subdomain = 'acme',
): Promise<string> {
  const reply = await emulator.grant({ subdomain, email, scope });
  return `Bearer ${reply.access_token}`;
}
