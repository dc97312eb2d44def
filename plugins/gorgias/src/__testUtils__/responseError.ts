import { ResponseError } from '@backstage/errors';

/** The error the client throws when the backend answers with one. */
export async function responseError(
  status: number,
  name: string,
  message: string,
): Promise<Error> {
  return ResponseError.fromResponse({
    status,
    statusText: name,
    ok: false,
    headers: { get: () => 'application/json' },
    text: async () =>
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
  } as unknown as Response);
}
