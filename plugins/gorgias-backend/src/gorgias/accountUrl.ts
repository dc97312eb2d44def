import { parseSubdomain } from 'backstage-plugin-gorgias-common';

/**
 * The address of something of one Gorgias account.
 *
 * The only place where addresses for requests to Gorgias are made: the
 * subdomain must be a single DNS label, so nothing stored or typed can lead
 * to another host than the configured one.
 *
 * @param baseUrl - the configured address with `{subdomain}` in it
 * @param path - begins with a slash
 */
export function accountUrl(
  baseUrl: string,
  subdomain: string,
  path: string,
  query: Record<string, string> | Array<[string, string]> = {},
): URL {
  const parsed = parseSubdomain(subdomain);
  if (!parsed.ok || parsed.subdomain !== subdomain) {
    throw new Error(`Not the subdomain of a Gorgias account: ${subdomain}`);
  }
  const url = new URL(
    baseUrl.replace('{subdomain}', subdomain).replace(/\/$/, '') + path,
  );
  url.search = new URLSearchParams(query).toString();
  return url;
}
