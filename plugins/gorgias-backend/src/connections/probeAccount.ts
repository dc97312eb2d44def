import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { accountUrl } from '../gorgias/accountUrl';
import { GorgiasAnswer, sendToGorgias } from '../gorgias/http';

/**
 * Makes sure that a Gorgias account of this subdomain exists, before anybody
 * is sent there: an unknown one answers 404 without credentials, a real one
 * 401 (seen by third parties; not documented).
 *
 * @throws InputError or ServiceUnavailableError
 */
export async function probeAccount(
  baseUrl: string,
  subdomain: string,
): Promise<void> {
  const url = accountUrl(baseUrl, subdomain, '/api/account');
  let answer: GorgiasAnswer;
  try {
    answer = await sendToGorgias(url, { method: 'GET', headers: {} });
  } catch (error) {
    throw new ServiceUnavailableError(
      `Gorgias could not be asked whether the account "${subdomain}" exists. ${
        error instanceof Error ? error.message : ''
      } Try again later.`,
      error,
    );
  }
  if (answer.status === 404) {
    throw new InputError(
      `subdomain: Gorgias has no account "${subdomain}". Look at the address of your Gorgias: it begins with the subdomain.`,
    );
  }
}
