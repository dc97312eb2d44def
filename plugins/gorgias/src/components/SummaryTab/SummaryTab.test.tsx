import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  contradiction,
  heldRun,
  syncRun,
  systemSummary,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const ADMIN = 'user:default/ivy.nakamura';

async function historyRows(runs: FakeGorgias['runs']) {
  const backend = new FakeGorgias();
  backend.runs = runs;
  renderPage({ path: SYSTEM_PATH, backend });
  const history = await screen.findByRole('region', { name: 'Sync history' });
  await within(history).findAllByRole('rowheader');
  return within(history)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);
}

describe('the sync history', () => {
  it('says what made each run start', async () => {
    const rows = await historyRows([
      syncRun({ id: 'r1', trigger: 'event' }),
      syncRun({ id: 'r2', trigger: 'accepted', requestedBy: ADMIN }),
      syncRun({ id: 'r3', trigger: 'manual', requestedBy: ADMIN }),
    ]);
    expect(rows[0]).toContain('Change at Gorgias');
    expect(rows[1]).toContain('Accepted by an adminivy.nakamura');
    expect(rows[2]).toContain('agoivy.nakamura');
  });

  it('tells held from failed, and what was decided', async () => {
    const held = heldRun().held!;
    const rows = await historyRows([
      heldRun({ id: 'r1' }),
      heldRun({
        id: 'r2',
        held: { ...held, decision: 'accepted', decidedBy: ADMIN },
      }),
      heldRun({
        id: 'r3',
        held: { ...held, decision: 'discarded', decidedBy: ADMIN },
      }),
      heldRun({ id: 'r4', held: { ...held, decision: 'superseded' } }),
      syncRun({ id: 'r5', outcome: 'failed', error: 'Gorgias answered 503.' }),
    ]);
    expect(rows[0]).toContain('Held');
    expect(rows[0]).toContain('6 of 23 active accounts');
    expect(rows[0]).toContain('Waits for an admin');
    expect(rows[1]).toContain('Accepted by ivy.nakamura');
    expect(rows[2]).toContain('Discarded by ivy.nakamura');
    expect(rows[3]).toContain('Replaced by a later sync');
    expect(rows[4]).toContain('Failed');
  });

  it('shows retries where there were some', async () => {
    const rows = await historyRows([
      syncRun({ id: 'r1', retries: 3 }),
      syncRun({ id: 'r2', retries: 1 }),
      syncRun({ id: 'r3' }),
    ]);
    expect(rows[0]).toContain('3 retries');
    expect(rows[1]).toContain('1 retry');
    expect(rows[2]).not.toContain('retr');
  });
});

describe('contradictions', () => {
  const summary = systemSummary({
    contradictions: [contradiction()],
    pendingTasks: [
      {
        id: 'look-into-contradictions',
        title: 'Look into contradictions',
        description: 'The event log and the list disagree.',
        adminOnly: false,
      },
    ],
  });

  it('are listed where their task leads', async () => {
    renderPage({ path: SYSTEM_PATH, backend: new FakeGorgias(summary) });

    await userEvent.click(
      await screen.findByRole('link', { name: 'Show contradictions' }),
    );

    const section = screen.getByRole('region', { name: 'Contradictions' });
    await waitFor(() => expect(section).toHaveFocus());
    expect(within(section).getByRole('listitem')).toHaveTextContent(
      'The event log says that Sam Rivers was deleted, but the list still has the account. 2 hours ago',
    );
  });

  it('lead to the account they are about', async () => {
    const backend = new FakeGorgias(summary);
    renderPage({ path: SYSTEM_PATH, backend });

    await userEvent.click(
      await screen.findByRole('link', { name: 'Show account 7' }),
    );

    expect(
      await screen.findByRole('tab', { name: 'Accounts', selected: true }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('sam.rivers@acme.example'),
    ).toBeInTheDocument();
    expect(screen.queryByText('desk@acme.example')).not.toBeInTheDocument();
  });

  it('are not mentioned when there are none', async () => {
    renderPage({ path: SYSTEM_PATH, backend: new FakeGorgias() });
    await screen.findByRole('region', { name: 'Sync history' });
    expect(
      screen.queryByRole('region', { name: 'Contradictions' }),
    ).not.toBeInTheDocument();
  });
});
