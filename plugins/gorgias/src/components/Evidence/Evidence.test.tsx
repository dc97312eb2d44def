import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aHead,
  aKnownAccount,
  anOverview,
  SIGNING,
} from '../../__testUtils__/evidenceFixtures';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { rightsWithout, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const PATH = `${SYSTEM_PATH}/evidence`;
const KNOWN_SINCE = '2026-11-01T09:00:00.000Z';
const since = '2026-10-05T09:00:00.000Z';

function show(prepare: (backend: FakeGorgias) => void = () => {}, path = PATH) {
  const backend = new FakeGorgias();
  backend.evidence = anOverview({ knownSince: KNOWN_SINCE });
  backend.evidenceKeys = SIGNING;
  backend.population = [aKnownAccount()];
  backend.populationFactsAt = '2026-11-03T08:55:00.000Z';
  prepare(backend);
  const listPopulation = jest.spyOn(backend, 'listPopulation');
  return { backend, listPopulation, ...renderPage({ path, backend }) };
}

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const overview = () => region('What evidence there is');
const population = () => region('Who had access on a day');
const enter = async (label: RegExp, value: string) => {
  const field = (await population()).getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, value);
};

describe('what evidence there is', () => {
  it('is told with its kinds in words, its signature and who took it along', async () => {
    show(backend => {
      backend.evidence = anOverview({
        knownSince: KNOWN_SINCE,
        entries: [
          { kind: 'sync-run', count: 1234, lastAt: KNOWN_SINCE },
          { kind: 'of-the-future', count: 1, lastAt: KNOWN_SINCE },
        ],
        head: aHead(),
        unsigned: 17,
        exports: [
          {
            at: '2026-11-20T09:00:00.000Z',
            by: 'user:default/nadia.auditor',
            what: 'evidence.zip',
            period: {
              from: '2026-11-01T12:00:00.000Z',
              to: '2026-11-19T12:00:00.000Z',
            },
          },
        ],
      });
    });
    const told = await overview();
    expect(told.getByText('Syncs with Gorgias')).toBeInTheDocument();
    expect(told.getByText(/^1,234 entries, the last one/)).toBeInTheDocument();
    expect(told.getByText('of-the-future')).toBeInTheDocument();
    expect(
      told.getByText(/with the key evidence-2026, up to entry 1,200/),
    ).toBeInTheDocument();
    expect(told.getByText('17')).toBeInTheDocument();
    const [, row] = told.getAllByRole('row');
    expect(row).toHaveTextContent('evidence.zip');
    expect(row).toHaveTextContent('Nov 1, 2026 to Nov 19, 2026');
    expect(told.queryByText(/Nothing is signed/)).not.toBeInTheDocument();
  });

  it('warns that nothing is signed, and says what to configure', async () => {
    show(backend => {
      backend.evidenceKeys = { current: null, keys: [] };
      backend.evidence = anOverview({
        head: aHead({ keyId: null, signature: null }),
        unsigned: 17,
      });
    });
    const told = await overview();
    expect(
      told.getByText('Nothing is signed, since no key is configured'),
    ).toBeInTheDocument();
    expect(told.getByText(/gorgias\.evidence\.signing/)).toBeInTheDocument();
    expect(told.getByText('Not signed')).toBeInTheDocument();
    expect(told.queryByText('17')).not.toBeInTheDocument();
  });

  it('can be read again when it could not be loaded', async () => {
    show(backend => {
      jest
        .spyOn(backend, 'getEvidence')
        .mockRejectedValueOnce(new Error('The database is away'));
    });
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await overview()).toBeDefined();
  });

  it('is not asked for where the permission is missing', async () => {
    const backend = new FakeGorgias(
      systemSummary(rightsWithout('read-evidence')),
    );
    const getEvidence = jest.spyOn(backend, 'getEvidence');
    renderPage({ path: PATH, backend });
    await region('History');
    expect(getEvidence).not.toHaveBeenCalled();
  });
});

describe('who had access on a day', () => {
  it('is asked for only when a day is chosen', async () => {
    const { listPopulation } = show();
    await population();
    expect(screen.getByText(/^Choose a day/)).toBeInTheDocument();
    expect(listPopulation).not.toHaveBeenCalled();
    await enter(/^Day/, '2026-11-03');
    await waitFor(() => expect(listPopulation).toHaveBeenCalledTimes(1));
    const [, { at }] = listPopulation.mock.lastCall!;
    expect(new Date(at).getTime()).toBe(
      new Date('2026-11-03T23:59:59.999').getTime(),
    );
    await enter(/^Time/, '10:30');
    await waitFor(() =>
      expect(listPopulation.mock.lastCall![1].at).toBe(
        new Date('2026-11-03T10:30').toISOString(),
      ),
    );
  });

  it('shows each account as it was known then', async () => {
    show(backend => {
      backend.population = [
        aKnownAccount({
          verdicts: {
            'user-identified': { status: 'passing', since },
            'mfa-enabled': { status: 'exempt', since, exceptionId: 'e-42' },
          },
        }),
        aKnownAccount({
          accountId: '8',
          name: 'Mail Robot',
          state: 'deactivated',
          identity: {
            type: 'service-account',
            owner: 'group:default/it',
            purpose: 'Sends mail',
          },
        }),
      ];
    }, `${PATH}?day=2026-11-03`);
    const shown = await population();
    await shown.findByText('Mail Robot');
    const [, sam, robot] = shown.getAllByRole('row');
    expect(sam).toHaveTextContent('Active');
    expect(
      within(sam).getByRole('link', { name: 'Sam Rivers' }),
    ).toHaveAttribute('href', '/catalog/default/user/sam.rivers');
    expect(sam).toHaveTextContent('Exemptsince Oct 5, 2026Exception e-42');
    expect(robot).toHaveTextContent('Deactivated');
    expect(robot).toHaveTextContent('Service accountSends mail');
    expect(
      within(
        shown.getByRole('list', { name: 'Accounts by their worst verdict' }),
      )
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 failing', '1 exempt']);
    expect(shown.getByText(/Gorgias was read last on/)).toBeInTheDocument();
    expect(shown.queryByText(/older than allowed/)).not.toBeInTheDocument();
  });

  it('stays when the filter of the history is cleared', async () => {
    show(() => {}, `${PATH}?day=2026-11-03&kind=verdict`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Clear filters' }),
      ).toBeNull(),
    );
    expect((await population()).getByLabelText(/^Day/)).toHaveValue(
      '2026-11-03',
    );
  });

  it('explains stale verdicts', async () => {
    show(backend => {
      backend.population = [
        aKnownAccount({
          verdicts: { 'mfa-enabled': { status: 'stale', since } },
        }),
      ];
    }, `${PATH}?day=2026-11-03`);
    expect(
      await screen.findByText(/The facts were older than allowed/),
    ).toBeInTheDocument();
  });

  it('is paged, and begins anew on another day', async () => {
    const { listPopulation } = show(backend => {
      backend.population = Array.from({ length: 60 }, (_, index) =>
        aKnownAccount({ accountId: `${index}`, name: `Person ${index}` }),
      );
    }, `${PATH}?day=2026-11-03`);
    const shown = await population();
    expect(await shown.findByText('60 accounts')).toBeInTheDocument();
    const turn = async (to: RegExp, first: string) => {
      await userEvent.click(shown.getByRole('button', { name: to }));
      expect(await shown.findByText(first)).toBeInTheDocument();
    };
    await turn(/next/i, 'Person 25');
    await turn(/next/i, 'Person 50');
    expect(shown.queryByText('Person 25')).not.toBeInTheDocument();
    await turn(/previous/i, 'Person 25');
    await enter(/^Day/, '2026-11-04');
    expect(await shown.findByText('Person 0')).toBeInTheDocument();
    expect(listPopulation.mock.lastCall![1].cursor).toBeUndefined();
  });

  it.each([
    [
      'before the ledger began',
      KNOWN_SINCE,
      '2026-10-01',
      /began to tell .* Nov 1, 2026/,
    ],
    ['while nothing was read', null, '2026-11-03', /does not tell yet/],
  ])('says why nobody knows, %s', async (_, knownSince, day, words) => {
    show(backend => {
      backend.evidence = anOverview({ knownSince });
    }, `${PATH}?day=${day}`);
    expect(
      await screen.findByText('Nobody knows who had access at that time'),
    ).toBeInTheDocument();
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says when what was known has been removed', async () => {
    const unknown = await responseError(404, 'NotFoundError', 'Not told');
    show(backend => {
      jest.spyOn(backend, 'listPopulation').mockRejectedValue(unknown);
    }, `${PATH}?day=2026-11-03`);
    expect(
      await screen.findByText(/gorgias\.evidence\.retention/),
    ).toBeInTheDocument();
  });

  it('says what went wrong else, and tries again', async () => {
    show(backend => {
      jest
        .spyOn(backend, 'listPopulation')
        .mockRejectedValueOnce(new Error('The database is away'));
    }, `${PATH}?day=2026-11-03`);
    const shown = await population();
    expect(await shown.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await userEvent.click(shown.getByRole('button', { name: 'Try again' }));
    expect(
      await shown.findByText('sam.rivers@acme.example'),
    ).toBeInTheDocument();
  });

  it('tells an empty system from an unknown one, and refuses what lies ahead', async () => {
    const { listPopulation } = show(backend => {
      backend.population = [];
    }, `${PATH}?day=2026-11-03`);
    const shown = await population();
    expect(
      await shown.findByText('Nobody had an account at that time.'),
    ).toBeInTheDocument();
    listPopulation.mockClear();
    await enter(/^Day/, '2099-01-01');
    expect(
      await shown.findByText(/not a time in the past/),
    ).toBeInTheDocument();
    expect(listPopulation).not.toHaveBeenCalled();
  });
});
