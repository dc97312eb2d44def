import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { minutesAgo, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import {
  accessMatrix,
  syncRuns,
  trends,
} from '../../__testUtils__/trendsFixtures';
import { responseError } from '../../__testUtils__/responseError';

function showSummary(change: (backend: FakeGorgias) => void = () => {}) {
  const backend = new FakeGorgias();
  backend.trends = trends();
  backend.matrix = accessMatrix();
  backend.runs = syncRuns();
  change(backend);
  renderPage({ path: SYSTEM_PATH, backend });
  return backend;
}

describe('the trend of a check', () => {
  it('is said in a line, in a sentence and in a table', async () => {
    showSummary();
    const plot = await screen.findByRole('img', {
      name: /^User should have MFA enabled, by day from .*: between 0 and 4 failing, 0 on the last day\. Nothing was judged on 5 days\.$/,
    });
    const panel = within(plot.closest('li')!);
    expect(panel.getByText(/^0 failing now, 4 on /)).toBeInTheDocument();
    expect(panel.queryByRole('table')).not.toBeInTheDocument();

    const button = panel.getByRole('button', {
      name: 'Show as table: User should have MFA enabled',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    const table = within(panel.getByRole('table'));
    expect(
      table.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual(['Day', 'Failing', 'Unknown', 'Stale', 'Exempt', 'Passing']);
    expect(table.getAllByRole('rowheader')).toHaveLength(85);

    await userEvent.click(panel.getByRole('button', { name: /^Hide/ }));
    expect(panel.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says when there is nothing to plot', async () => {
    showSummary(backend => {
      backend.trends = trends({ days: [] });
    });
    const checks = await screen.findByRole('region', { name: 'Access checks' });
    expect(
      await within(checks).findAllByText(/Nothing was judged in this time/),
    ).toHaveLength(5);
  });

  it('is read again when the facts have changed', async () => {
    const backend = showSummary();
    const getTrends = jest.spyOn(backend, 'getTrends');
    await screen.findAllByRole('img');
    const before = getTrends.mock.calls.length;
    backend.change({
      freshness: {
        factsAt: minutesAgo(0),
        staleAfterSeconds: 7200,
        stale: false,
      },
    });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() =>
      expect(getTrends.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('that cannot be read is said once, and tried again', async () => {
    showSummary(backend => {
      jest
        .spyOn(backend, 'getTrends')
        .mockRejectedValueOnce(new Error('The database is away'));
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('img')).not.toHaveLength(0);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('the time to remove access', () => {
  it('is said against the target', async () => {
    showSummary();
    const region = within(
      await screen.findByRole('region', { name: 'Time to remove access' }),
    );
    expect(region.getByText('within 1 day')).toBeInTheDocument();
    expect(
      region.getByRole('img', {
        name: '6 removals of access, 3 of them later than the target.',
      }),
    ).toBeInTheDocument();
    await userEvent.click(
      region.getByRole('button', { name: 'Show as table: Removals of access' }),
    );
    expect(
      within(region.getByRole('table'))
        .getAllByRole('row')
        .slice(1)
        .map(row => row.lastChild!.textContent),
    ).toEqual(['In time', 'Late', 'Late', 'In time', 'Late', 'In time']);
  });

  it('has no plot where nobody may know whose access it was', async () => {
    showSummary(backend => {
      backend.trends = trends({ revocations: [] });
    });
    const region = within(
      await screen.findByRole('region', { name: 'Time to remove access' }),
    );
    expect(region.getByText('At worst')).toBeInTheDocument();
    expect(region.queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('the access matrix', () => {
  it('counts accounts, and says in words which are not valid', async () => {
    showSummary();
    const table = within(
      await screen.findByRole('table', {
        name: 'Number of active accounts by org role and Gorgias role',
      }),
    );
    const row = table.getByRole('row', { name: /^Finance/ });
    expect(row).toHaveTextContent('11 not valid3');
    expect(
      within(row).getByRole('link', { name: '1 account: Finance, Admin' }),
    ).toHaveAttribute(
      'href',
      `${SYSTEM_PATH}/accounts?orgRole=group%3Adefault%2Ffinance&gorgiasRole=admin&state=active`,
    );
    expect(
      within(row).getByRole('link', { name: '1 not valid: Finance, Admin' }),
    ).toHaveAttribute(
      'href',
      `${SYSTEM_PATH}/accounts?orgRole=group%3Adefault%2Ffinance&gorgiasRole=admin&state=active&check=access-valid&status=failing`,
    );
    expect(
      table.getByRole('link', { name: '2 not valid: Not identified, Basic' }),
    ).toBeInTheDocument();
  });

  it('says who may not see it, without offering what does not help', async () => {
    const refusal = await responseError(
      403,
      'NotAllowedError',
      'This needs the permission gorgias.account.read.',
    );
    showSummary(backend => {
      jest.spyOn(backend, 'getAccessMatrix').mockRejectedValue(refusal);
    });
    const region = within(
      await screen.findByRole('region', { name: /Gorgias role/ }),
    );
    expect(
      await region.findByText(/gorgias\.account\.read/),
    ).toBeInTheDocument();
    expect(region.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the strip of syncs', () => {
  const links = async () =>
    within(
      await screen.findByRole('list', { name: 'The last syncs' }),
    ).getAllByRole('link');

  it('has a bar for each, which says how it went', async () => {
    showSummary();
    const bars = await links();
    expect(bars).toHaveLength(60);
    expect(bars[59]).toHaveAccessibleName(
      /^Complete, .*\. 2 pages, 23 accounts, took 1m\.$/,
    );
    expect(bars[52]).toHaveAccessibleName(
      /^Failed, .* Gorgias answered 503 five times\.$/,
    );
  });

  it('is one stop for the Tab key, and goes on by arrows', async () => {
    showSummary();
    const bars = await links();
    expect(bars.filter(bar => bar.tabIndex === 0)).toEqual([bars[59]]);
    bars[59].focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(bars[58]).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(bars[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(bars[0]).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(bars[59]).toHaveFocus();
  });

  it('leads to each sync', async () => {
    showSummary();
    expect((await links())[52]).toHaveAttribute(
      'href',
      `${SYSTEM_PATH}?run=run-53#sync-runs`,
    );
  });

  it('leaves one sync, and leads back to all of them', async () => {
    const backend = new FakeGorgias();
    backend.runs = syncRuns().slice(0, 12);
    renderPage({ path: `${SYSTEM_PATH}?run=run-53#sync-runs`, backend });
    const region = await screen.findByRole('region', { name: 'Sync history' });
    const table = await within(region).findByRole('region', {
      name: 'Syncs, one a row',
    });
    expect(
      await within(table).findByText('Gorgias answered 503 five times.'),
    ).toBeInTheDocument();
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    expect(region).toHaveFocus();

    await userEvent.click(
      within(region).getByRole('link', { name: 'Show all syncs' }),
    );
    await waitFor(() =>
      expect(within(region).getAllByRole('rowheader').length).toBeGreaterThan(
        1,
      ),
    );
  });

  it('says when a sync is no longer among the latest', async () => {
    const backend = new FakeGorgias(systemSummary());
    renderPage({ path: `${SYSTEM_PATH}?run=gone`, backend });
    expect(
      await screen.findByText('This sync is no longer among the latest.'),
    ).toBeInTheDocument();
  });
});
