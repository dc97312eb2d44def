import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import gorgiasPlugin from '../../alpha';
import { gorgiasApiRef } from '../../api';
import { asAuditor } from '../../__testUtils__/asAuditor';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { gorgiasEntity } from '../../__testUtils__/fixtures';

const ENTITY_PATH = '/catalog/default/resource/gorgias';
const TAB_PATH = `${ENTITY_PATH}/gorgias`;

/** Shows the real page of an entity. */
function showEntity(
  path: string,
  entity = gorgiasEntity,
  backend = new FakeGorgias(),
) {
  renderTestApp({
    features: [catalogPlugin, gorgiasPlugin],
    initialRouteEntries: [path],
    apis: [
      [gorgiasApiRef, backend],
      [toastApiRef, { post: () => ({ close: () => {} }) }],
      catalogApiMock({ entities: [entity] }),
    ],
  });
}

describe('the tab on the page of the entity', () => {
  it('shows what the page of the system shows, and stays on the page of the entity', async () => {
    showEntity(TAB_PATH);
    expect(
      await screen.findByRole('heading', { name: 'Access compliance' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('tab', { name: 'Summary', selected: true }),
    ).toHaveAttribute('href', TAB_PATH);

    await userEvent.click(
      screen.getByRole('link', { name: /^3 failing: User should be id/ }),
    );
    const accounts = await screen.findByRole('tab', {
      name: 'Accounts',
      selected: true,
    });
    expect(accounts).toHaveAttribute('href', `${TAB_PATH}/accounts`);
    expect(screen.getByRole('tab', { name: 'Evidence' })).toHaveAttribute(
      'href',
      `${TAB_PATH}/evidence`,
    );
  });

  it('opens at the tab that the address names', async () => {
    showEntity(`${TAB_PATH}/manage`);
    expect(
      await screen.findByRole('tab', { name: 'Manage', selected: true }),
    ).toBeInTheDocument();
  });

  it('shows an auditor the evidence, and nothing that is refused', async () => {
    const backend = new FakeGorgias();
    const refused = asAuditor(backend);
    showEntity(TAB_PATH, gorgiasEntity, backend);
    expect(
      await screen.findByRole('heading', { name: 'What evidence there is' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'Accounts' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(refused).toEqual(['getSystem']);
  });

  it('is not there for other entities', async () => {
    showEntity(ENTITY_PATH, {
      ...gorgiasEntity,
      metadata: { ...gorgiasEntity.metadata, annotations: {} },
    });
    expect(
      await screen.findByRole('heading', { name: 'Gorgias' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Access compliance')).not.toBeInTheDocument();
  });
});
