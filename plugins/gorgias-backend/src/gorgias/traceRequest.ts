import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { GorgiasAnswer } from './http';

/**
 * Sends a request in a span of its own. What was sent stays out of it: the
 * query may have e-mail addresses and cursors, headers and body have secrets.
 */
export function traceRequest(
  tracing: TracingService,
  request: {
    what: string;
    method: 'GET' | 'POST';
    url: URL;
    /** How often the same was sent before. */
    resends: number;
  },
  send: () => Promise<GorgiasAnswer>,
): Promise<GorgiasAnswer> {
  const { what, method, url, resends } = request;
  return tracing.startActiveSpan(
    `gorgias request: ${what}`,
    {
      kind: 'client',
      attributes: {
        'http.request.method': method,
        'server.address': url.hostname,
        'url.path': url.pathname,
        ...(resends > 0 && { 'http.request.resend_count': resends }),
      },
    },
    async span => {
      const answer = await send();
      span.setAttribute('http.response.status_code', answer.status);
      if (answer.status >= 400) {
        span.setAttribute('error.type', String(answer.status));
        span.setStatus({ code: 'error' });
      }
      return answer;
    },
  );
}
