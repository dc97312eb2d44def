import { GorgiasError, GorgiasErrorKind } from './errors';

/** How long a request may take, its whole answer included. */
export const REQUEST_TIMEOUT_MILLISECONDS = 30_000;
/** A page of 100 users is some 60 kB; this is far beyond any honest answer. */
const MAX_ANSWER_MEBIBYTES = 5;
const MAX_ANSWER_BYTES = MAX_ANSWER_MEBIBYTES * 1024 * 1024;

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
    /** What is asked for, to begin messages with. */
    what?: string;
    method: 'GET' | 'POST';
    headers: Record<string, string>;
    body?: URLSearchParams;
    signal?: AbortSignal;
  },
  timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS),
): Promise<GorgiasAnswer> {
  const problem = (kind: GorgiasErrorKind, text: string, cause?: unknown) =>
    new GorgiasError(
      kind,
      `${init.what ? `${init.what}: ` : ''}${url.host} ${text}`,
      cause,
    );
  let hasBegun = false;
  try {
    const response = await fetch(url, {
      method: init.method,
      headers: { Accept: 'application/json', ...init.headers },
      body: init.body,
      redirect: 'manual',
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    });
    hasBegun = true;
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw problem(
        'bad-answer',
        'answered with a redirect, which is not followed since the request carries credentials. Check gorgias.baseUrl and the subdomain.',
      );
    }
    const text = await readText(response);
    if (text === undefined) {
      throw problem(
        'bad-answer',
        `sent more than ${MAX_ANSWER_MEBIBYTES} MB, far more than any honest answer has. The rest was not read.`,
      );
    }
    return {
      status: response.status,
      headers: response.headers,
      body: parseJson(text),
    };
  } catch (error) {
    init.signal?.throwIfAborted();
    if (error instanceof GorgiasError) {
      throw error;
    }
    throw problem(
      'unreachable',
      describeEnd({ timedOut: timeout.aborted, hasBegun }),
      error,
    );
  }
}

function describeEnd(end: { timedOut: boolean; hasBegun: boolean }): string {
  if (end.timedOut) {
    const seconds = REQUEST_TIMEOUT_MILLISECONDS / 1000;
    return end.hasBegun
      ? `did not finish its answer within ${seconds} seconds.`
      : `did not answer within ${seconds} seconds.`;
  }
  return end.hasBegun
    ? 'ended the connection in the middle of its answer.'
    : 'could not be reached.';
}

/** The whole text, `undefined` when it is too long. */
async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      return undefined;
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
