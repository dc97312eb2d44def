import { z } from 'zod';
import { GorgiasError, GorgiasErrorKind } from './errors';
import { GorgiasAnswer } from './http';
import { PatientAnswer } from './sendPatiently';
import { describeIssues, errorSchema } from './schemas';

/**
 * Takes a good answer apart, or turns a bad one into a {@link GorgiasError}.
 *
 * @param what - what was asked for, to begin the message with
 */
export function parseAnswer<T extends z.ZodType>(
  what: string,
  answer: GorgiasAnswer | PatientAnswer,
  schema: T,
): z.output<T> {
  if (answer.status !== 200) {
    throw errorOf(what, answer);
  }
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) {
    throw new GorgiasError(
      'bad-answer',
      answer.body === undefined
        ? `${what}: Gorgias answered with something else than JSON. It may be under maintenance; or a proxy answers in its place.`
        : `${what}: Gorgias' answer is not as documented (${describeIssues(
            parsed.error,
            answer.body,
            schema,
          )}). Nothing of it is used; should this stay so, tell the maintainers of the plugin.`,
    );
  }
  return parsed.data;
}

function errorOf(
  what: string,
  answer: GorgiasAnswer | PatientAnswer,
): GorgiasError {
  const said = errorSchema.safeParse(answer.body).data?.error;
  const { kind, text } = describe(answer.status, said);
  const gaveUp = 'gaveUp' in answer ? answer.gaveUp : '';
  return new GorgiasError(kind, `${what}: ${text}${gaveUp}`);
}

function describe(
  status: number,
  said: z.output<typeof errorSchema>['error'] | undefined,
): { kind: GorgiasErrorKind; text: string } {
  if (said === 'invalid_grant') {
    return {
      kind: 'grant-revoked',
      text: 'Gorgias does not accept the grant any more. A Gorgias admin has to connect again.',
    };
  }
  switch (status) {
    case 401:
      return { kind: 'unauthorized', text: 'Gorgias refused the credentials.' };
    case 403:
      return {
        kind: 'forbidden',
        text: 'Gorgias does not allow this. The connected user must be an admin of the Gorgias account, and the scopes must be granted.',
      };
    case 404:
      if (said) {
        return { kind: 'not-found', text: 'Gorgias has no such thing.' };
      }
      // The host of an account that does not exist answers with a page.
      return {
        kind: 'unknown-account',
        text: 'Gorgias has no account of this subdomain. It may have been renamed.',
      };
    case 429:
      return {
        kind: 'rate-limited',
        text: 'Gorgias limits the rate of requests, and the limit is used up, maybe by other integrations of the account.',
      };
    default:
      return status >= 500
        ? { kind: 'unreachable', text: `Gorgias has a problem (${status}).` }
        : { kind: 'refused', text: `Gorgias refused the request (${status}).` };
  }
}
