import { screen } from '@testing-library/react';
import {
  GorgiasAction,
  PendingTask,
  PendingTaskId,
} from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  heldRun,
  minutesAgo,
  syncState,
  systemSummary,
  verdict,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const MANAGE = `${SYSTEM_PATH}/manage`;

function task(id: PendingTaskId): PendingTask {
  return { id, title: id, description: id, adminOnly: false };
}

/** Everything there is a button for. */
const everything = systemSummary({
  sync: syncState({ held: heldRun() }),
  pendingTasks: [
    task('mend-connection'),
    task('review-held-run'),
    task('configure-access'),
    task('decide-exceptions'),
    task('look-into-use-after-leaving'),
    task('fix-failing'),
  ],
});

const BUTTONS = {
  summary: [
    ['manage-connection', 'Reconnect'],
    ['administrate', 'Sync now'],
    ['administrate', 'Review'],
    ['manage-access-rule', 'Configure Now'],
    ['approve-exception', 'Decide'],
    ['read-accounts', 'Show people'],
    ['read-accounts', 'Show failing accounts'],
  ],
  manage: [
    ['manage-connection', 'Disconnect'],
    ['administrate', 'Remove from critical systems'],
    ['manage-access-rule', 'Configure'],
  ],
} as const;

const RIGHTS: GorgiasAction[][] = [
  [],
  ['administrate'],
  ['manage-connection'],
  ['manage-access-rule'],
  ['read-accounts'],
  ['read-accounts', 'approve-exception'],
];

describe('the buttons', () => {
  it.each(RIGHTS.map(rights => [rights] as const))(
    'of somebody who may %j are those for it',
    async rights => {
      renderPage({
        path: SYSTEM_PATH,
        backend: new FakeGorgias({
          ...everything,
          actions: rights,
          canManage: rights.includes('administrate'),
        }),
      });
      await screen.findByRole('region', { name: 'To do' });
      for (const [action, name] of BUTTONS.summary) {
        const found = [
          ...screen.queryAllByRole('button', { name }),
          ...screen.queryAllByRole('link', { name }),
        ];
        expect([name, found.length > 0]).toEqual([
          name,
          rights.includes(action),
        ]);
      }
    },
  );

  it.each(RIGHTS.map(rights => [rights] as const))(
    'where things are managed, of somebody who may %j, too',
    async rights => {
      renderPage({
        path: MANAGE,
        backend: new FakeGorgias({ ...everything, actions: rights }),
      });
      await screen.findByRole('region', { name: 'Access' });
      for (const [action, name] of BUTTONS.manage) {
        expect([name, screen.queryByRole('button', { name }) !== null]).toEqual(
          [name, rights.includes(action)],
        );
      }
      expect(
        screen.queryByRole('region', { name: 'Exceptions' }) !== null,
      ).toBe(rights.includes('read-accounts'));
    },
  );

  it('leads from a task to where exceptions are decided about', async () => {
    renderPage({ path: SYSTEM_PATH, backend: new FakeGorgias(everything) });
    expect(await screen.findByRole('link', { name: 'Decide' })).toHaveAttribute(
      'href',
      `${MANAGE}#exceptions`,
    );
    expect(screen.getByRole('link', { name: 'Show people' })).toHaveAttribute(
      'href',
      `${SYSTEM_PATH}/people`,
    );
  });
});

describe('the own access', () => {
  it('is shown with how to mend what fails', async () => {
    renderPage({
      path: SYSTEM_PATH,
      backend: new FakeGorgias(
        systemSummary({
          ownAccounts: [
            accountRow({
              verdicts: [
                verdict('user-identified'),
                verdict('offboarded-access-removed', {
                  status: 'not-applicable',
                }),
                verdict('mfa-enabled', {
                  status: 'failing',
                  ground: 'You can log in with a password alone.',
                  remedy: 'Turn on two-factor authentication in Gorgias.',
                  dueAt: minutesAgo(-60 * 24 * 7 - 5),
                }),
              ],
            }),
          ],
        }),
      ),
    });
    const own = await screen.findByRole('region', { name: 'Your own access' });
    expect(own).toHaveTextContent('Sam Rivers, Basic');
    expect(own).toHaveTextContent(
      'You can log in with a password alone. Turn on two-factor authentication in Gorgias. Due: in 7 days.',
    );
    expect(own).not.toHaveTextContent('offboarded user');
  });

  it('is not mentioned when there is none', async () => {
    renderPage({ path: SYSTEM_PATH, backend: new FakeGorgias() });
    await screen.findByRole('region', { name: 'Access checks' });
    expect(
      screen.queryByRole('region', { name: 'Your own access' }),
    ).not.toBeInTheDocument();
  });
});
