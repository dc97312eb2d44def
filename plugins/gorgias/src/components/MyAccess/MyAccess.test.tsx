import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { GorgiasMyAccess, gorgiasApiRef } from '../..';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  systemSummary,
  verdict,
} from '../../__testUtils__/fixtures';
import { responseError } from '../../__testUtils__/responseError';
import { rootRouteRef } from '../../routes';

const SYSTEM_PATH = '/critical-systems/resource/default/gorgias';

/** Somebody without a second factor, whose check on MFA fails. */
const without2fa = accountRow({
  gorgiasRole: 'agent',
  ownTwoFactor: false,
  status: 'failing',
  verdicts: [
    verdict('user-identified'),
    verdict('mfa-enabled', {
      status: 'failing',
      ground: 'Two-factor authentication is off.',
      remedy: 'Turn it on.',
    }),
  ],
});

async function show(backend: FakeGorgias) {
  await renderInTestApp(
    <TestApiProvider apis={[[gorgiasApiRef, backend]]}>
      <GorgiasMyAccess />
    </TestApiProvider>,
    { mountedRoutes: { '/critical-systems': rootRouteRef } },
  );
}

const withAccounts = (...ownAccounts: SystemSummary['ownAccounts']) =>
  new FakeGorgias(systemSummary({ ownAccounts }));

describe('GorgiasMyAccess', () => {
  it('shows the own account, and that there is nothing to do', async () => {
    await show(withAccounts(accountRow()));
    const system = await screen.findByRole('region', { name: 'Gorgias' });
    expect(
      within(system).getByRole('link', { name: 'Gorgias' }),
    ).toHaveAttribute('href', SYSTEM_PATH);
    expect(system).toHaveTextContent('Sam Rivers, Basic, 4 passing');
    expect(system).toHaveTextContent('There is nothing for you to do.');
    expect(
      within(system).queryByRole('link', { name: /two-factor/ }),
    ).not.toBeInTheDocument();
  });

  it('says what fails, and leads to how to turn on 2FA', async () => {
    await show(withAccounts(without2fa));
    const system = await screen.findByRole('region', { name: 'Gorgias' });
    expect(system).toHaveTextContent('Sam Rivers, Lead, 1 passing');
    const item = within(system).getByRole('listitem');
    expect(item).toHaveTextContent('User should have MFA enabled');
    expect(item).toHaveTextContent('Turn it on.');
    expect(item).toHaveTextContent('Failing');
    expect(
      within(system).getByRole('link', {
        name: /How to turn on two-factor authentication in Gorgias/,
      }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('https://docs.gorgias.com/'),
    );
    expect(system).not.toHaveTextContent('nothing for you to do');
  });

  it('tells an account that is not active', async () => {
    await show(withAccounts(accountRow({ state: 'deactivated' })));
    expect(
      await screen.findByText(/Sam Rivers, Basic, Deactivated/),
    ).toBeInTheDocument();
  });

  it('says that there is none, and asks no further', async () => {
    const backend = withAccounts();
    const asked = jest.spyOn(backend, 'getSystem');
    await show(backend);
    expect(
      await screen.findByText('You have no account in Gorgias'),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('does not claim that there is none to somebody who sees no system', async () => {
    const backend = withAccounts();
    jest
      .spyOn(backend, 'listSystems')
      .mockResolvedValue({ items: [], totalItems: 0 });
    await show(backend);
    expect(
      await screen.findByText('There is no critical system that you may see'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('You have no account in Gorgias'),
    ).not.toBeInTheDocument();
  });

  it('looks at a bounded number of systems, and says so', async () => {
    const backend = withAccounts();
    const [item] = (await backend.listSystems()).items;
    const listed = jest.spyOn(backend, 'listSystems').mockResolvedValue({
      items: Array.from({ length: 50 }, (_, n) => ({
        ...item,
        entityRef: `resource:default/gorgias-${n}`,
      })),
      totalItems: 51,
      nextCursor: 'c',
    });
    const asked = jest.spyOn(backend, 'getSystem');
    await show(backend);
    expect(
      await screen.findByText(
        'Only the first 50 critical systems were looked at.',
      ),
    ).toBeInTheDocument();
    expect(listed).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledTimes(50);
  });

  it('goes on without a system that has vanished meanwhile', async () => {
    const backend = withAccounts();
    jest
      .spyOn(backend, 'getSystem')
      .mockRejectedValue(
        await responseError(404, 'NotFoundError', 'There is no entity'),
      );
    await show(backend);
    expect(
      await screen.findByText('You have no account in Gorgias'),
    ).toBeInTheDocument();
  });

  it('shows the reviews that wait', async () => {
    const backend = withAccounts();
    backend.myReviews = [
      {
        id: 'r1',
        entityRef: 'resource:default/gorgias',
        systemTitle: 'Gorgias',
        title: 'Access review, Q4',
        owner: 'user:default/maya.ortiz',
        dueAt: '2100-01-01T00:00:00.000Z',
        overdue: false,
        total: 5,
        decided: 2,
      },
    ];
    await show(backend);
    expect(
      await screen.findByRole('link', { name: '3 accounts of Gorgias' }),
    ).toHaveAttribute('href', `${SYSTEM_PATH}/reviews/r1`);
  });

  it('tries again after an error', async () => {
    const backend = withAccounts(accountRow());
    jest
      .spyOn(backend, 'listSystems')
      .mockRejectedValueOnce(new Error('No answer'));
    await show(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('No answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Gorgias' }),
    ).toBeInTheDocument();
  });

  it('says it where somebody may not see anything', async () => {
    const backend = withAccounts();
    jest
      .spyOn(backend, 'listSystems')
      .mockRejectedValue(
        await responseError(
          403,
          'NotAllowedError',
          'You need the permission gorgias.system.read',
        ),
      );
    await show(backend);
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    const backend = withAccounts(accountRow());
    const { items, totalItems } = await backend.listSystems();
    let goOn = () => {};
    jest.spyOn(backend, 'listSystems').mockReturnValue(
      new Promise(resolve => {
        goOn = () => resolve({ items, totalItems });
      }),
    );
    await show(backend);
    expect(await screen.findByRole('status')).toHaveTextContent('Loading');
    act(goOn);
    expect(
      await screen.findByRole('region', { name: 'Gorgias' }),
    ).toBeInTheDocument();
  });
});
