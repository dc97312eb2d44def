import { renderTestApp } from '@backstage/frontend-test-utils';
import homePlugin from '@backstage/plugin-home/alpha';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import {
  gorgiasApiRef,
  gorgiasPlugin as legacyPlugin,
} from 'backstage-plugin-gorgias';
import gorgiasPlugin from 'backstage-plugin-gorgias/alpha';
// The backend that the frontend plugin's own tests have.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { FakeGorgias } from '../../gorgias/src/__testUtils__/FakeGorgias';
import {
  accountRow,
  systemSummary,
} from '../../gorgias/src/__testUtils__/fixtures';
import { inLanguage } from '../../gorgias/src/__testUtils__/inLanguage';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { HomePageGorgiasAccess } from '.';
import homeModule from './alpha';

const SYSTEM_PATH = '/critical-systems/resource/default/gorgias';

const backend = () =>
  new FakeGorgias(systemSummary({ ownAccounts: [accountRow()] }));

/** The home page of an app of the new frontend system, with this widget on it. */
function showHome(language: 'en' | 'de' = 'en') {
  const { app, backend: backendConfig } = inLanguage(language);
  renderTestApp({
    features: [homePlugin, homeModule, gorgiasPlugin],
    apis: [[gorgiasApiRef, backend()]],
    initialRouteEntries: ['/home'],
    config: {
      backend: backendConfig,
      app: {
        ...app,
        extensions: [
          ...app.extensions,
          {
            'page:home': {
              config: {
                defaultConfig: [
                  {
                    component: 'HomePageGorgiasAccess',
                    column: 0,
                    row: 0,
                    width: 6,
                    height: 6,
                  },
                ],
              },
            },
          },
        ],
      },
    },
  });
}

describe('the widget', () => {
  // It has the language that was chosen last.
  beforeEach(() => localStorage.clear());

  it('is on the home page of the new frontend system', async () => {
    showHome();
    expect(await screen.findByText('My access')).toBeInTheDocument();
    const system = await screen.findByRole('region', { name: 'Gorgias' });
    expect(
      within(system).getByRole('link', { name: 'Gorgias' }),
    ).toHaveAttribute('href', SYSTEM_PATH);
    expect(system).toHaveTextContent('Sam Rivers, Basic, 4 passing');
  });

  it('speaks German where the app does', async () => {
    showHome('de');
    expect(
      await screen.findByText('Für Sie ist nichts zu tun.'),
    ).toBeInTheDocument();
  });

  it('is on the home page of the legacy frontend system', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gorgiasApiRef, backend()]]}>
        <CustomHomepageGrid
          config={[
            {
              component: 'HomePageGorgiasAccess',
              x: 0,
              y: 0,
              width: 6,
              height: 6,
            },
          ]}
        >
          <HomePageGorgiasAccess />
        </CustomHomepageGrid>
      </TestApiProvider>,
      { mountedRoutes: { '/critical-systems': legacyPlugin.routes.root } },
    );
    expect(await screen.findByText('My access')).toBeInTheDocument();
    const system = await screen.findByRole('region', { name: 'Gorgias' });
    expect(
      within(system).getByRole('link', { name: 'Gorgias' }),
    ).toHaveAttribute('href', SYSTEM_PATH);
  });
});
