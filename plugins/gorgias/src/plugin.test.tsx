import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { gorgiasApiRef, isGorgiasAvailable } from '.';
import {
  EntityGorgiasContent,
  GorgiasCriticalSystemsCard,
  GorgiasPage,
} from './plugin';
import { entityContentRouteRef, rootRouteRef } from './routes';
import { FakeGorgias } from './__testUtils__/FakeGorgias';
import { gorgiasEntity } from './__testUtils__/fixtures';

describe('the plugin on the legacy frontend system', () => {
  const apis = [
    [gorgiasApiRef, new FakeGorgias()],
    [catalogApiRef, catalogApiMock({ entities: [gorgiasEntity] })],
    [toastApiRef, { post: () => ({ close: () => {} }) }],
  ] as const;

  it('shows the card on an entity page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={gorgiasEntity}>
          <GorgiasCriticalSystemsCard />
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: {
          '/critical-systems': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );

    expect(
      await screen.findByText('acme.gorgias.com', { exact: false }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Summary' })).toHaveAttribute(
      'href',
      '/critical-systems/resource/default/gorgias',
    );
  });

  it('shows the page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <Routes>
          <Route path="/critical-systems/*" element={<GorgiasPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/critical-systems'],
        mountedRoutes: { '/critical-systems': rootRouteRef },
      },
    );

    expect(
      await screen.findByRole('heading', { name: 'Critical Systems' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Gorgias' }),
    ).toBeInTheDocument();
  });

  it('shows all of a system in a tab on the page of its entity', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={gorgiasEntity}>
          <Routes>
            <Route
              path="/catalog/default/resource/gorgias/gorgias/*"
              element={<EntityGorgiasContent />}
            />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/catalog/default/resource/gorgias/gorgias/people'],
        mountedRoutes: {
          '/critical-systems': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
          '/catalog/default/resource/gorgias/gorgias': entityContentRouteRef,
        },
      },
    );

    expect(
      await screen.findByRole('tab', { name: 'People', selected: true }),
    ).toBeInTheDocument();
    const manage = screen.getByRole('tab', { name: 'Manage' });
    expect(manage).toHaveAttribute(
      'href',
      '/catalog/default/resource/gorgias/gorgias/manage',
    );
    await userEvent.click(manage);
    expect(
      await screen.findByRole('tab', { name: 'Manage', selected: true }),
    ).toBeInTheDocument();
  });
});

describe('isGorgiasAvailable', () => {
  it.each([
    [{ 'gorgias.com/subdomain': 'acme' }, true],
    [{ 'gorgias.com/subdomain': '' }, false],
    [undefined, false],
  ])('is, for the annotations %p, %p', (annotations, expected) => {
    const entity = {
      ...gorgiasEntity,
      metadata: { ...gorgiasEntity.metadata, annotations },
    } as typeof gorgiasEntity;
    expect(isGorgiasAvailable(entity)).toBe(expected);
  });
});
