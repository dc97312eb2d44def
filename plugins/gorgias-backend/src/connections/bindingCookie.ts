import * as cookie from 'cookie';

const PREFIX = 'gorgias-connect-';

/**
 * The cookie that binds an attempt to the browser it began in. Set on an
 * authenticated request only; its name carries the session, so that two
 * attempts in two tabs don't collide.
 */
export function serialiseCookie(
  sessionId: string,
  binding: string,
  options: { callbackUrl: string; maxAgeSeconds: number },
): string {
  const { pathname, protocol } = new URL(options.callbackUrl);
  return cookie.serialize(PREFIX + sessionId, binding, {
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
    path: pathname,
    maxAge: options.maxAgeSeconds,
  });
}

/** The binding of a session in a `Cookie` header, if the browser has it. */
export function parseCookie(
  header: string | undefined,
  sessionId: string,
): string | undefined {
  return header ? cookie.parse(header)[PREFIX + sessionId] : undefined;
}
