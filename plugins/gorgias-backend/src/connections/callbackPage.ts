import { createHash } from 'node:crypto';
import {
  CONNECT_ERROR_MESSAGES,
  ConnectErrorCode,
} from 'backstage-plugin-gorgias-common';
import escapeHtml from 'escape-html';
import { Response } from 'express';

/**
 * Constant, so that its hash can be in the content security policy; what
 * differs is in data attributes. The message is only a hint to look: it
 * holds no outcome and no secret.
 */
const SCRIPT = `
const { session, origin } = document.body.dataset;
if (window.opener && session) {
  window.opener.postMessage({ type: 'gorgias-oauth', sessionId: session }, origin);
}
if (document.body.dataset.close) {
  window.close();
}
document.getElementById('close').addEventListener('click', () => window.close());
`;

const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64');

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem;color:#222;background:#fff}button{font:inherit;padding:.4rem 1rem}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // The default would cut the page off from the window that opened it.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
};

/** Answers the browser that comes back from Gorgias: tells the window that opened it, and closes itself if all is well. */
export function sendCallbackPage(
  res: Response,
  outcome: {
    sessionId?: string;
    errorCode: ConnectErrorCode | null;
    /** The only origin that gets the message. */
    appOrigin: string;
  },
): void {
  const { sessionId, errorCode, appOrigin } = outcome;
  const title = errorCode ? 'Gorgias is not connected' : 'Gorgias is connected';
  const text = errorCode
    ? CONNECT_ERROR_MESSAGES[errorCode]
    : 'You can close this window and go on in Backstage.';
  const data = [
    sessionId && `data-session="${escapeHtml(sessionId)}"`,
    `data-origin="${escapeHtml(appOrigin)}"`,
    !errorCode && 'data-close="1"',
  ]
    .filter(Boolean)
    .join(' ');
  res.status(errorCode ? 400 : 200).set(HEADERS).send(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body ${data}>
<main><h1>${title}</h1><p role="status">${escapeHtml(text)}</p>
<button id="close" type="button">Close this window</button></main>
<script>${SCRIPT}</script>
</body>
</html>`);
}
