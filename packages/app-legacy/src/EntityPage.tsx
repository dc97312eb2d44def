import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import Grid from '@material-ui/core/Grid';
import {
  EntityGorgiasContent,
  GorgiasCriticalSystemsCard,
  isGorgiasAvailable,
} from 'backstage-plugin-gorgias';

/** One page for entities of every kind. */
export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3} alignItems="stretch">
        <Grid item md={6} xs={12}>
          <EntityAboutCard />
        </Grid>
        <EntitySwitch>
          <EntitySwitch.Case if={isGorgiasAvailable}>
            <Grid item md={6} xs={12}>
              <GorgiasCriticalSystemsCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/gorgias"
      title="Access compliance"
      if={isGorgiasAvailable}
    >
      <EntityGorgiasContent />
    </EntityLayout.Route>
  </EntityLayout>
);
