import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  AlertDisplay,
  OAuthRequestDialog,
  Sidebar,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import { configApiRef, createApiFactory } from '@backstage/core-plugin-api';
import {
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { orgPlugin } from '@backstage/plugin-org';
import { SignalsDisplay, signalsPlugin } from '@backstage/plugin-signals';
import { UserSettingsPage } from '@backstage/plugin-user-settings';
import HomeIcon from '@material-ui/icons/Home';
import SettingsIcon from '@material-ui/icons/Settings';
import VerifiedUserIcon from '@material-ui/icons/VerifiedUserOutlined';
import { GorgiasPage } from 'backstage-plugin-gorgias';
import { Navigate, Route } from 'react-router-dom';
import { entityPage } from './EntityPage';
import { SignInPage } from './SignInPage';

const app = createApp({
  apis: [
    createApiFactory({
      api: scmIntegrationsApiRef,
      deps: { configApi: configApiRef },
      factory: ({ configApi }) => ScmIntegrationsApi.fromConfig(configApi),
    }),
  ],
  components: { SignInPage },
  __experimentalTranslations: { availableLanguages: ['en', 'de'] },
  // Used by no element of this file, so the app would not find it.
  plugins: [signalsPlugin],
  bindRoutes({ bind }) {
    bind(orgPlugin.externalRoutes, {
      catalogIndex: catalogPlugin.routes.catalogIndex,
    });
  },
});

const routes = (
  <FlatRoutes>
    <Route path="/" element={<Navigate to="/catalog" />} />
    <Route path="/catalog" element={<CatalogIndexPage />} />
    <Route
      path="/catalog/:namespace/:kind/:name"
      element={<CatalogEntityPage />}
    >
      {entityPage}
    </Route>
    <Route path="/critical-systems" element={<GorgiasPage />} />
    <Route path="/settings" element={<UserSettingsPage />} />
  </FlatRoutes>
);

/** The plugin in an app on the legacy frontend system. */
export default app.createRoot(
  <>
    <AlertDisplay />
    <OAuthRequestDialog />
    <SignalsDisplay />
    <AppRouter>
      <SidebarPage>
        <Sidebar>
          <SidebarItem icon={HomeIcon} to="/catalog" text="Catalog" />
          <SidebarItem
            icon={VerifiedUserIcon}
            to="/critical-systems"
            text="Critical Systems"
          />
          <SidebarSpace />
          <SidebarItem icon={SettingsIcon} to="/settings" text="Settings" />
        </Sidebar>
        {routes}
      </SidebarPage>
    </AppRouter>
  </>,
);
