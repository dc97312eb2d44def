import { normaliseDomain } from 'backstage-plugin-gorgias-checks';
import { z } from 'zod';

/** Which e-mail addresses are taken for the same one, beyond their writing. */
export interface Matching {
  /** Whether `sam+gorgias@acme.com` is taken for `sam@acme.com`. */
  plusAliases: boolean;
  /** By domain: the one it is another name of. */
  domainAliases: Readonly<Record<string, string>>;
}

const DOMAIN = 'is not a domain, such as acme.com';
const domainPattern =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** The configuration under `gorgias.identities`. */
export const matchingSchema = z
  .object({
    plusAliases: z.boolean({ error: 'must be true or false' }).default(false),
    domainAliases: z
      .record(z.string(), z.string({ error: DOMAIN }), {
        error: 'must be domains, each with the one it is another name of',
      })
      .transform(readDomainAliases)
      .default({}),
  })
  .default({ plusAliases: false, domainAliases: {} });

function readDomainAliases(
  written: Record<string, string>,
  ctx: z.core.$RefinementCtx,
): Record<string, string> {
  const problem = (path: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message });
  const aliases = new Map<string, string>();
  for (const [key, value] of Object.entries(written)) {
    const alias = normaliseDomain(key);
    const domain = normaliseDomain(value);
    if (!domainPattern.test(alias)) {
      problem(key, `${DOMAIN}; write the alias on the left`);
    } else if (!domainPattern.test(domain)) {
      problem(key, `${DOMAIN}; write the domain it stands for on the right`);
    } else if (alias === domain) {
      problem(key, 'stands for itself; remove it');
    } else if (aliases.has(alias)) {
      problem(key, 'is there twice; keep one of them');
    } else {
      aliases.set(alias, domain);
    }
  }
  for (const [key, value] of Object.entries(written)) {
    const domain = normaliseDomain(value);
    if (aliases.has(domain) && domain !== normaliseDomain(key)) {
      problem(
        key,
        'stands for a domain that is an alias too; name the domain that both stand for',
      );
    }
  }
  return Object.fromEntries(aliases);
}
