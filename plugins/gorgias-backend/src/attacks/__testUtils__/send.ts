import { Agent, IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { AttackRequest } from './attackRequest';

/** What came back. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const NO_ANSWER_MILLISECONDS = 20_000;

/** Sends requests as they are: `fetch` would put paths right, and refuse methods and headers. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  readonly #url: URL;

  constructor(baseUrl: string) {
    this.#url = new URL(baseUrl);
  }

  /** @throws when nothing comes back */
  send({ method, path, headers, body }: AttackRequest): Promise<Answer> {
    const { hostname, port, pathname } = this.#url;
    return new Promise((resolve, reject) => {
      const request = httpRequest({
        agent: this.#agent,
        hostname,
        port,
        method,
        path: pathname + path,
        headers: {
          ...headers,
          ...(body !== undefined && {
            'content-length': Buffer.byteLength(body),
          }),
        },
        timeout: NO_ANSWER_MILLISECONDS,
      });
      request.on('timeout', () => request.destroy(new Error('No answer came')));
      request.on('error', reject);
      request.on('response', response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** A request in words that let somebody send it again. */
export function describeRequest(request: AttackRequest): string {
  const { role, method, path, headers, body } = request;
  return [
    `as ${role.name}`,
    `${method} ${path}`,
    ...Object.entries(headers).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    ),
    ...(body === undefined ? [] : [`body: ${shortened(body)}`]),
  ].join('\n');
}

function shortened(body: string | Uint8Array): string {
  const text =
    typeof body === 'string'
      ? JSON.stringify(body)
      : `bytes ${Buffer.from(body).toString('hex')}`;
  return text.length > 4000
    ? `${text.slice(0, 2000)} (${text.length} letters in all)`
    : text;
}
