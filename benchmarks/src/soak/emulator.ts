import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { createEmulator } from 'backstage-plugin-gorgias-emulator-backend';
import express, { Request, Response, NextFunction } from 'express';
import { Canaries } from './Canaries';

export const CALLBACK =
  'http://localhost:7007/api/gorgias/connections/callback';
export const OAUTH_APP = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
};

/** A Gorgias over HTTP, whose tokens are learnt as it hands them out. */
export class SoakEmulator {
  static async start(canaries: Canaries): Promise<SoakEmulator> {
    const app = express();
    const server = createServer(app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const host = `127.0.0.1:${port}`;
    const url = `http://${host}/api/gorgias-emulator`;
    const { router } = createEmulator({
      baseUrl: url,
      oauthApp: { ...OAUTH_APP, redirectUrls: [CALLBACK] },
    });
    app.use('/api/gorgias-emulator', learnTokens(canaries), router);
    return new SoakEmulator(server, host, url);
  }

  readonly host: string;
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server, host: string, url: string) {
    this.#server = server;
    this.host = host;
    this.url = url;
  }

  /** The account `acme` through the control API. */
  async control(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(`${this.url}/control/accounts/acme${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    }
    return answer.status === 204 ? undefined : answer.json();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

function learnTokens(canaries: Canaries) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.path.endsWith('/oauth/token')) {
      const json = res.json.bind(res);
      res.json = body => {
        for (const name of ['access_token', 'refresh_token']) {
          if (body?.[name]) {
            canaries.add(`${name} ${canaries.count}`, body[name]);
          }
        }
        return json(body);
      };
    }
    next();
  };
}
