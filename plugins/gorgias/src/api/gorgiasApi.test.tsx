import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rest } from 'msw';
import { setupServer } from 'msw/node';
import gorgiasPlugin from '../alpha';
import { CARD_ONLY } from '../__testUtils__/cardOnly';
import { gorgiasEntity, systemSummary } from '../__testUtils__/fixtures';

const SYSTEM_URL =
  'http://localhost:7007/api/gorgias/systems/resource/default/gorgias';

describe('the card with the real client', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function renderCard() {
    renderTestApp({
      features: [gorgiasPlugin],
      extensions: [createTestEntityPage({ entity: gorgiasEntity })],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: CARD_ONLY,
    });
  }

  it('reads the system of the entity in one request', async () => {
    const requests: string[] = [];
    server.use(
      rest.get('http://localhost:7007/api/gorgias/*', (req, res, ctx) => {
        requests.push(req.url.href);
        return res(ctx.json(systemSummary()));
      }),
    );
    renderCard();

    expect(await screen.findByText('Connected')).toBeInTheDocument();
    expect(requests).toEqual([SYSTEM_URL]);
  });

  it('says what the backend says is wrong', async () => {
    server.use(
      rest.get(SYSTEM_URL, (_req, res, ctx) =>
        res.once(
          ctx.status(503),
          ctx.json({
            error: {
              name: 'ServiceUnavailableError',
              message: 'The catalog cannot be reached.',
            },
            response: { statusCode: 503 },
          }),
        ),
      ),
      rest.get(SYSTEM_URL, (_req, res, ctx) => res(ctx.json(systemSummary()))),
    );
    renderCard();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be reached.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Connected')).toBeInTheDocument();
  });
});
