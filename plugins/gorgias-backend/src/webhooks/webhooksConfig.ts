import { z } from 'zod';

/** A receiver that verdicts are told to. */
export interface Webhook {
  id: string;
  url: string;
  /** Of Standard Webhooks: base64, after `whsec_` or not. */
  secret: string;
}

const LEAST_SECRET_BYTES = 24;
const MAKE_ONE = 'make one with: echo "whsec_$(openssl rand -base64 32)"';

/** The configuration under `gorgias.webhooks`. */
export const webhooksSchema = z
  .array(
    z.object(
      {
        id: z
          .string({ error: 'is missing; name the webhook' })
          .regex(
            /^[a-z0-9]+(-[a-z0-9]+)*$/,
            'may have only small letters, digits and single "-" between them',
          )
          .max(40, 'is too long; it may have at most 40 characters'),
        url: z
          .string({ error: 'is missing; enter the address of the receiver' })
          .superRefine(checkUrl),
        secret: z
          .string({ error: `is missing; ${MAKE_ONE}` })
          .superRefine(checkSecret),
      },
      { error: 'must have id, url and secret' },
    ),
    { error: 'must be a list of webhooks with id, url and secret' },
  )
  .refine(
    webhooks => new Set(webhooks.map(({ id }) => id)).size === webhooks.length,
    'has two webhooks with the same id; give each its own',
  )
  .default([]);

function checkUrl(value: string, ctx: z.core.$RefinementCtx<string>) {
  const problem = (message: string) =>
    ctx.addIssue({ code: 'custom', message });
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url) {
    problem('is not a URL, such as https://siem.example/hooks/backstage');
  } else if (url.username || url.password || url.hash) {
    problem('may have no user name, password or fragment');
  } else if (
    url.protocol !== 'https:' &&
    !(
      url.protocol === 'http:' &&
      ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    )
  ) {
    problem('must begin with https://, or http:// for localhost alone');
  }
}

function checkSecret(value: string, ctx: z.core.$RefinementCtx<string>) {
  const problem = (message: string) =>
    ctx.addIssue({ code: 'custom', message });
  const base64 = value.replace(/^whsec_/, '');
  const bytes = Buffer.from(base64, 'base64');
  // Node decodes anything, so it is right if it comes out the same again.
  if (!base64 || bytes.toString('base64') !== base64) {
    problem(`is no base64 text, after whsec_ or alone; ${MAKE_ONE}`);
  } else if (bytes.length < LEAST_SECRET_BYTES) {
    problem(
      `is too short; it needs at least ${LEAST_SECRET_BYTES} bytes; ${MAKE_ONE}`,
    );
  }
}
