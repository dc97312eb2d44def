import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import gorgiasPlugin from '../alpha';
import { gorgiasApiRef } from '../api';
import { FakeGorgias } from '../__testUtils__/FakeGorgias';
import {
  accountRow,
  check,
  gorgiasEntity,
  systemSummary,
  verdict,
} from '../__testUtils__/fixtures';
import { inLanguage } from '../__testUtils__/inLanguage';
import { renderPage, SYSTEM_PATH } from '../__testUtils__/renderPage';
import { saidBackend } from '../__testUtils__/saidFixtures';

const ToEnglish = () => {
  const languages = useApi(appLanguageApiRef);
  return (
    <button onClick={() => languages.setLanguage('en')}>To English</button>
  );
};

/** Shows the card in an app that speaks German, beside a button that changes that. */
function renderCard(backend: FakeGorgias) {
  renderTestApp({
    features: [gorgiasPlugin],
    extensions: [
      createTestEntityPage({ entity: gorgiasEntity }),
      EntityCardBlueprint.make({
        name: 'language',
        params: { type: 'content', loader: async () => <ToEnglish /> },
      }),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: inLanguage('de'),
    apis: [
      [gorgiasApiRef, backend],
      catalogApiMock({ entities: [gorgiasEntity] }),
    ],
  });
}

beforeEach(() => localStorage.clear());

describe('in German', () => {
  it('the card says what the backend tells, with German numbers and dates', async () => {
    renderCard(saidBackend());
    const tasks = await screen.findByRole('region', { name: 'Zu tun' });
    expect(tasks).toHaveTextContent('1.234 nicht bestandene Befunde beheben');
    expect(
      screen.getByRole('region', { name: 'Zugriffsprüfungen' }),
    ).toHaveTextContent(
      'Die Zugriffsregel lässt die gesamte aktuelle Belegschaft zu: 1.234 Personen aus der Belegschaft und 1 genanntes Konto.',
    );
    expect(screen.getByText('vor 3 Minuten')).toHaveAttribute('datetime');
    const own = screen.getByRole('region', { name: 'Ihr eigener Zugriff' });
    expect(own).toHaveTextContent('Geduldet bis 1. Dez. 2026');
  });

  it('the card follows a change of the language', async () => {
    renderCard(saidBackend());
    await screen.findByRole('region', { name: 'Zu tun' });
    await userEvent.click(screen.getByRole('button', { name: 'To English' }));
    expect(
      await screen.findByRole('region', { name: 'To do' }),
    ).toHaveTextContent('Fix 1,234 failing verdicts');
    expect(screen.getByText('3 minutes ago')).toBeInTheDocument();
  });

  it('one and many differ', async () => {
    const one = check('user-identified', ['failing', 'passing']);
    renderPage({
      path: `${SYSTEM_PATH}/accounts`,
      backend: new FakeGorgias(systemSummary({ checks: [one] })),
      language: 'de',
    });
    const [, first, second] = await screen.findAllByRole('checkbox');
    await userEvent.click(first);
    expect(await screen.findByText('1 Konto ausgewählt')).toBeInTheDocument();
    await userEvent.click(second);
    expect(await screen.findByText('2 Konten ausgewählt')).toBeInTheDocument();
  });

  it('an account says its verdicts, and marks what it has in English only', async () => {
    const backend = saidBackend();
    backend.accounts = [
      accountRow({
        verdicts: [
          ...saidBackend().accounts[0].verdicts.slice(1),
          // By an earlier version, which kept no parts.
          verdict('user-identified', { ground: 'This is Sam Rivers.' }),
        ],
      }),
    ];
    renderPage({
      path: `${SYSTEM_PATH}/accounts`,
      backend,
      language: 'de',
    });
    await userEvent.click(await screen.findByText('sam.rivers@acme.example'));
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      await drawer.findByText(
        '‹Sam› ist am 2. Nov. 2026 ausgeschieden, und der Zugriff wurde 3 Stunden später entfernt.',
      ),
    ).toBeInTheDocument();
    expect(
      drawer.getByText(
        'Die Zugriffsregel lässt Mitglieder von ‹a›, ‹b› und 7 weiteren sowie ‹c› (bis 1. Dez. 2026, 09:30) zu, und ‹Sam› gehört nicht dazu.',
      ),
    ).toBeInTheDocument();
    expect(drawer.getByText('This is Sam Rivers.')).toHaveAttribute(
      'lang',
      'en',
    );
  });
});
