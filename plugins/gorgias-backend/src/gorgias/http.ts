import { GorgiasError } from './errors';

/** How long a request may take, its whole answer included. */
export const REQUEST_TIMEOUT_MILLISECONDS = 30_000;
/** A page of 100 users is some 60 kB; this is far beyond any honest answer. */
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** An answer of Gorgias; `body` is undefined when it was not JSON. */
export interface GorgiasAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * Sends one request to Gorgias and reads the whole answer, whatever its status.
 *
 * Never follows a redirect: the request carries credentials, and Gorgias'
 * API documents none.
 *
 * @throws GorgiasError of kind `unreachable` or `bad-answer`
 */
export async function sendToGorgias(
  url: URL,
  init: {
    method: 'GET' | 'POST';
    headers: Record<string, string>;
    body?: URLSearchParams;
    signal?: AbortSignal;
  },
  timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS),
): Promise<GorgiasAnswer> {
  try {
    const response = await fetch(url, {
      method: init.method,
      headers: { Accept: 'application/json', ...init.headers },
      body: init.body,
      redirect: 'manual',
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new GorgiasError(
        'bad-answer',
        `${url.host} answered with a redirect, which is not followed since the request carries credentials. Check gorgias.baseUrl and the subdomain.`,
      );
    }
    return {
      status: response.status,
      headers: response.headers,
      body: parseJson(await readText(response, url)),
    };
  } catch (error) {
    init.signal?.throwIfAborted();
    if (error instanceof GorgiasError) {
      throw error;
    }
    throw new GorgiasError(
      'unreachable',
      timeout.aborted
        ? `${url.host} did not answer within ${
            REQUEST_TIMEOUT_MILLISECONDS / 1000
          } seconds.`
        : `${url.host} could not be reached.`,
      error,
    );
  }
}

async function readText(response: Response, url: URL): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      throw new GorgiasError(
        'bad-answer',
        `${url.host} sent more than ${MAX_ANSWER_BYTES} bytes.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
