import { createServer, IncomingHttpHeaders } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { GorgiasVerdictEvent } from 'backstage-plugin-gorgias-common';
import { Webhook } from 'standardwebhooks';

interface Answer {
  status: number;
  headers?: Record<string, string>;
}

/** A request that came, signed as it should be or not. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  id: string;
  event: GorgiasVerdictEvent;
  /** What it was answered. */
  status: number;
}

/** A receiver of webhooks that others could have written: it knows the secret and the standard alone. */
export async function startReceiver(secret: string) {
  const received: Received[] = [];
  const next: Answer[] = [];
  let otherwise: Answer = { status: 204 };
  const server = createServer(async (req, res) => {
    const body = await text(req);
    let event: GorgiasVerdictEvent;
    try {
      event = new Webhook(secret).verify(
        body,
        req.headers as Record<string, string>,
      ) as GorgiasVerdictEvent;
    } catch (error) {
      res.writeHead(401).end(String(error));
      return;
    }
    const { status, headers } = next.shift() ?? otherwise;
    received.push({
      method: req.method!,
      path: req.url!,
      headers: req.headers,
      id: String(req.headers['webhook-id']),
      event,
      status,
    });
    res.writeHead(status, headers).end(status === 204 ? undefined : 'So it is');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks?token=in-the-address`,
    /** All that came with a right signature, in order. */
    received,
    /** What it took, in order. */
    taken: () => received.filter(({ status }) => status < 300),
    /** Answers the next requests so, one each. */
    answerNext: (...answers: Answer[]) => next.push(...answers),
    /** Answers so from now on. */
    answer: (answer: Answer) => {
      otherwise = answer;
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
