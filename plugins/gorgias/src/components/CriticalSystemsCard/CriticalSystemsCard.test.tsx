import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import {
  ExtensionDefinition,
  toastApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import gorgiasPlugin from '../../alpha';
import { gorgiasApiRef } from '../../api';
import { CARD_ONLY } from '../../__testUtils__/cardOnly';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  connection,
  gorgiasEntity,
  heldRun,
  NO_RIGHTS,
  syncRun,
  syncState,
  systemSummary,
  unconnectedSummary,
  verdict,
} from '../../__testUtils__/fixtures';
import { responseError } from '../../__testUtils__/responseError';
import { CriticalSystemsCard } from './CriticalSystemsCard';

const toasts = { post: jest.fn(() => ({ close: () => {} })) };

function renderCard(
  backend: FakeGorgias,
  entity = gorgiasEntity,
  otherExtensions: ExtensionDefinition[] = [],
) {
  return renderTestApp({
    features: [gorgiasPlugin],
    extensions: [createTestEntityPage({ entity }), ...otherExtensions],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: CARD_ONLY,
    apis: [
      [gorgiasApiRef, backend],
      [toastApiRef, toasts],
      catalogApiMock({ entities: [entity] }),
    ],
  });
}

function renderSummary(summary: SystemSummary) {
  const backend = new FakeGorgias(summary);
  renderCard(backend);
  return backend;
}

describe('CriticalSystemsCard', () => {
  beforeEach(() => toasts.post.mockClear());

  it('is not shown on an entity without the annotation', async () => {
    const otherCard = EntityCardBlueprint.make({
      name: 'other',
      params: { loader: async () => <div>Another card</div> },
    });
    renderCard(
      new FakeGorgias(),
      {
        ...gorgiasEntity,
        metadata: { ...gorgiasEntity.metadata, annotations: {} },
      },
      [otherCard],
    );

    expect(await screen.findByText('Another card')).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Critical Systems' }),
    ).not.toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    const backend = new FakeGorgias();
    jest.spyOn(backend, 'getSystem').mockReturnValue(new Promise(() => {}));
    renderCard(backend);

    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('shows the connection and every check', async () => {
    renderSummary(systemSummary());

    expect(
      await screen.findByRole('heading', { name: 'Critical Systems' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('acme.gorgias.com', { exact: false }),
    ).toHaveTextContent('Connected acme.gorgias.com · Last read 3 minutes ago');

    const checks = within(
      screen.getByRole('region', { name: 'Access checks' }),
    );
    const identified = checks
      .getByRole('link', { name: 'User should be identified' })
      .closest('li')!;
    expect(identified).toHaveTextContent('Failing');
    expect(identified).toHaveTextContent('3 failing, 2 unknown, 18 passing');
    expect(checks.getAllByRole('listitem')).toHaveLength(5);
    expect(
      screen.getByRole('link', { name: 'User should be identified' }),
    ).toHaveAttribute(
      'href',
      '/critical-systems/resource/default/gorgias/accounts?check=user-identified',
    );
    expect(screen.getByRole('link', { name: 'Summary' })).toHaveAttribute(
      'href',
      '/critical-systems/resource/default/gorgias',
    );
  });

  it('shows an error as such and tries again', async () => {
    const backend = new FakeGorgias();
    jest
      .spyOn(backend, 'getSystem')
      .mockRejectedValueOnce(new Error('The database is away'));
    renderCard(backend);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Connected')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('lets an admin connect what is not connected', async () => {
    renderSummary(unconnectedSummary());

    expect(await screen.findByText('Not connected')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));

    expect(
      await screen.findByRole('dialog', { name: 'Connect Gorgias' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeInTheDocument();
  });

  it('tells others whom to ask', async () => {
    renderSummary(unconnectedSummary(NO_RIGHTS));

    expect(await screen.findByText('Not connected')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Connect' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getAllByText(/An admin of critical systems can do this/)[0],
    ).toHaveTextContent('Ask support.');
  });

  it('shows how far the first sync has come', async () => {
    renderSummary(
      systemSummary({
        freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
        sync: syncState({
          current: syncRun({ outcome: 'running', pages: 2, accounts: 137 }),
          last: null,
        }),
      }),
    );

    expect(
      await screen.findByText(/2 pages, 137 accounts so far/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Reading from Gorgias' }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'stale facts',
      systemSummary({
        status: 'stale',
        freshness: {
          factsAt: '2026-01-01T00:00:00.000Z',
          staleAfterSeconds: 7200,
          stale: true,
        },
      }),
      'The facts are older than allowed, so no check can pass.',
    ],
    [
      'why to reconnect',
      systemSummary({
        connection: connection({
          state: 'needs-reconnect',
          stateReason: 'Gorgias has withdrawn the access.',
        }),
      }),
      'Gorgias has withdrawn the access.',
    ],
    [
      'a disconnected account',
      systemSummary({ connection: connection({ state: 'disconnected' }) }),
      'Disconnected',
    ],
    [
      'why the last sync failed',
      systemSummary({
        sync: syncState({
          last: syncRun({ outcome: 'failed', error: 'Gorgias answered 503.' }),
        }),
      }),
      'Gorgias answered 503.',
    ],
    [
      'what soon may not work any more',
      systemSummary({
        connection: connection({ warning: 'Ivy is no longer an admin.' }),
      }),
      'Ivy is no longer an admin.',
    ],
    [
      'that a sync is stuck',
      systemSummary({ sync: syncState({ stuck: true }) }),
      /running for longer than any sync may take/,
    ],
    [
      'a held sync',
      systemSummary({ sync: syncState({ held: heldRun() }) }),
      /6 of 23 active accounts/,
    ],
  ])('shows %s', async (_, summary, text) => {
    renderSummary(summary);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('never merges held, stuck and failed', async () => {
    renderSummary(
      systemSummary({
        sync: syncState({
          stuck: true,
          held: heldRun(),
          last: syncRun({ outcome: 'failed', error: 'Gorgias answered 503.' }),
        }),
      }),
    );
    expect(await screen.findByText(/A sync was held/)).toBeInTheDocument();
    expect(screen.getByText('The last sync failed')).toBeInTheDocument();
    expect(
      screen.getByText(/longer than any sync may take/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/scheduled tasks of the backend/),
    ).toBeInTheDocument();
  });

  it('opens the connect dialog to mend a connection', async () => {
    renderSummary(
      systemSummary({
        connection: connection({ warning: 'Ivy is no longer an admin.' }),
        pendingTasks: [
          {
            id: 'mend-connection',
            title: 'Mend the connection',
            description: 'It soon may not work.',
            adminOnly: true,
          },
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reconnect' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Connect Gorgias' }),
    ).toBeInTheDocument();
  });

  it('leads to the contradictions on the page', async () => {
    renderSummary(
      systemSummary({
        pendingTasks: [
          {
            id: 'look-into-contradictions',
            title: 'Look into contradictions',
            description: 'The event log and the list disagree.',
            adminOnly: false,
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Show contradictions' }),
    ).toHaveAttribute(
      'href',
      '/critical-systems/resource/default/gorgias#contradictions',
    );
  });

  it('adds the system with one click and shows it at once', async () => {
    renderSummary(unconnectedSummary());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Add Critical System' }),
    );

    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Add Critical System' }),
      ).not.toBeInTheDocument(),
    );
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'Gorgias is now a critical system' }),
    );
  });

  it('tells why an action failed', async () => {
    const backend = renderSummary(systemSummary());
    jest
      .spyOn(backend, 'syncNow')
      .mockRejectedValue(new Error('A sync is running already.'));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now' }),
    );

    await waitFor(() =>
      expect(toasts.post).toHaveBeenCalledWith(
        expect.objectContaining({
          status: 'danger',
          description: 'A sync is running already.',
        }),
      ),
    );
  });

  it('shows a sync that was started here, and reads again on focus', async () => {
    const backend = renderSummary(systemSummary());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now' }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Reading from Gorgias' }),
    ).toBeInTheDocument();

    backend.change({ sync: syncState() });
    act(() => {
      window.dispatchEvent(new Event('focus'));
    });
    await waitFor(() =>
      expect(
        screen.queryByRole('progressbar', { name: 'Reading from Gorgias' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('shows how much of a later sync is done, by what the last one read', async () => {
    renderSummary(
      systemSummary({
        accounts: { active: 180, deactivated: 20, gone: 7 },
        sync: syncState({
          current: syncRun({ outcome: 'running', pages: 1, accounts: 50 }),
        }),
      }),
    );
    const bar = await screen.findByRole('progressbar', {
      name: 'Reading from Gorgias',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(bar).toHaveAttribute(
      'aria-valuetext',
      '1 page, 50 of about 200 accounts so far',
    );
  });

  it('does not pretend to know how long the first sync takes', async () => {
    renderSummary(
      systemSummary({
        freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
        accounts: { active: 0, deactivated: 0, gone: 0 },
        sync: syncState({
          current: syncRun({ outcome: 'running', pages: 1, accounts: 50 }),
          last: null,
        }),
      }),
    );
    const bar = await screen.findByRole('progressbar');
    expect(bar).not.toHaveAttribute('aria-valuenow');
    expect(screen.getByText(/This is the first read/)).toBeInTheDocument();
  });

  it('says that it is connecting while the Gorgias window is open', async () => {
    const popup = { closed: false, location: { href: '' }, close: () => {} };
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    renderSummary(unconnectedSummary());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Connect' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: /I have read what is read/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Connect to Gorgias' }),
    );
    expect(await screen.findByText('Connecting')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Not connected')).toBeInTheDocument();
  });

  it('leads from what fails straight to the accounts that fail', async () => {
    renderSummary(systemSummary());
    expect(
      await screen.findByRole('link', {
        name: '3 failing: User should be identified',
      }),
    ).toHaveAttribute(
      'href',
      '/critical-systems/resource/default/gorgias/accounts?check=user-identified&status=failing',
    );
  });

  it('has no links to accounts for those who may not see them', async () => {
    renderSummary(systemSummary(NO_RIGHTS));
    expect(
      await screen.findByRole('region', { name: 'Access checks' }),
    ).toHaveTextContent('3 failing, 2 unknown, 18 passing');
    expect(
      screen.queryByRole('link', { name: /^3 failing/ }),
    ).not.toBeInTheDocument();
  });

  it('says that somebody may not see it, and that trying again is no use', async () => {
    const backend = new FakeGorgias();
    jest
      .spyOn(backend, 'getSystem')
      .mockRejectedValue(
        await responseError(
          403,
          'NotAllowedError',
          'Reading this needs the permission gorgias.system.read.',
        ),
      );
    renderCard(backend);
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.getByText(/gorgias\.system\.read/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('says what is wrong with an annotation that is no subdomain', async () => {
    renderSummary(unconnectedSummary({ subdomain: null }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The annotation gorgias.com/subdomain is not a subdomain',
    );
  });

  it('puts the own access first for those who can do none of the tasks', async () => {
    const own = accountRow({
      verdicts: [
        verdict('user-identified'),
        verdict('mfa-enabled', {
          status: 'failing',
          ground: 'You can log in with a password alone.',
        }),
      ],
    });
    const task = {
      id: 'configure-access',
      title: 'Configure access validity',
      description: 'Nobody has said who may use it.',
      adminOnly: true,
    } as const;
    renderSummary(
      systemSummary({
        ...NO_RIGHTS,
        ownAccounts: [own],
        pendingTasks: [task],
      }),
    );
    const first = await screen.findByRole('region', {
      name: 'Your own access',
    });
    const tasks = screen.getByRole('region', { name: 'To do' });
    expect(
      first.compareDocumentPosition(tasks) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(within(first).getAllByRole('listitem')).toHaveLength(1);
    expect(first).toHaveTextContent('1 passing');
  });
});

describe('the card on an entity of the legacy frontend', () => {
  it('says which annotation is missing, and reads nothing', async () => {
    const backend = new FakeGorgias();
    const getSystem = jest.spyOn(backend, 'getSystem');
    renderInTestApp(
      <EntityProvider
        entity={{
          ...gorgiasEntity,
          metadata: { ...gorgiasEntity.metadata, annotations: {} },
        }}
      >
        <CriticalSystemsCard />
      </EntityProvider>,
      { apis: [[gorgiasApiRef, backend]] },
    );
    expect(
      await screen.findByText(/Give it the annotation gorgias.com\/subdomain/),
    ).toBeInTheDocument();
    expect(getSystem).not.toHaveBeenCalled();
  });
});
