import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import gorgiasPlugin from '../../alpha';
import { gorgiasApiRef } from '../../api';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { gorgiasEntity } from '../../__testUtils__/fixtures';

function showEntity(path: string, entity = gorgiasEntity) {
  renderTestApp({
    features: [gorgiasPlugin],
    extensions: [createTestEntityPage({ entity })],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [gorgiasApiRef, new FakeGorgias()],
      [toastApiRef, { post: () => ({ close: () => {} }) }],
      catalogApiMock({ entities: [entity] }),
    ],
  });
}

describe('the tab on the page of the entity', () => {
  it('shows what the page of the system shows, and stays on the page of the entity', async () => {
    showEntity('/gorgias');
    expect(
      await screen.findByRole('heading', { name: 'Access compliance' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('tab', { name: 'Summary', selected: true }),
    ).toHaveAttribute('href', '/gorgias');

    await userEvent.click(
      screen.getByRole('link', { name: /^3 failing: User should be id/ }),
    );
    const accounts = await screen.findByRole('tab', {
      name: 'Accounts',
      selected: true,
    });
    expect(accounts).toHaveAttribute('href', '/gorgias/accounts');
    expect(screen.getByRole('tab', { name: 'Evidence' })).toHaveAttribute(
      'href',
      '/gorgias/evidence',
    );
  });

  it('opens at the tab that the address names', async () => {
    showEntity('/gorgias/manage');
    expect(
      await screen.findByRole('tab', { name: 'Manage', selected: true }),
    ).toBeInTheDocument();
  });

  it('is not there for other entities', async () => {
    showEntity('/gorgias', {
      ...gorgiasEntity,
      metadata: { ...gorgiasEntity.metadata, annotations: {} },
    });
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(
      screen.queryByRole('heading', { name: 'Access compliance' }),
    ).not.toBeInTheDocument();
  });
});
