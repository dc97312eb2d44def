import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  gorgiasEntity,
  unconnectedSummary,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const PATH = '/critical-systems';

describe('SystemsPage', () => {
  it('lists the critical systems with how they stand', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });

    const link = await screen.findByRole('link', { name: 'Gorgias' });
    expect(link).toHaveAttribute('href', SYSTEM_PATH);
    const row = link.closest('[role=row]') as HTMLElement;
    expect(row).toHaveTextContent('Connected');
    expect(row).toHaveTextContent('3 minutes ago');
    expect(
      within(row).getByText('User should be identified: Failing'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Not added yet' }),
    ).not.toBeInTheDocument();
  });

  it('leads to the page of a system', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });

    await userEvent.click(await screen.findByRole('link', { name: 'Gorgias' }));

    expect(
      await screen.findByRole('tab', { name: 'Summary', selected: true }),
    ).toBeInTheDocument();
  });

  it('says how to begin when there is nothing', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(unconnectedSummary()),
      entities: [],
    });

    expect(
      await screen.findByText('There are no critical systems yet.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/the annotation gorgias.com\/subdomain/),
    ).toBeInTheDocument();
  });

  it('shows what could be added', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(unconnectedSummary()),
      entities: [gorgiasEntity],
    });

    expect(
      await screen.findByRole('heading', { name: 'Not added yet' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Gorgias' })).toHaveAttribute(
      'href',
      SYSTEM_PATH,
    );
  });

  it('reads every page of the list', async () => {
    const backend = new FakeGorgias();
    const [item] = (await backend.listSystems()).items;
    jest
      .spyOn(backend, 'listSystems')
      .mockResolvedValueOnce({ items: [item], totalItems: 2, nextCursor: 'c' })
      .mockResolvedValueOnce({
        items: [
          { ...item, entityRef: 'resource:default/other', title: 'Other' },
        ],
        totalItems: 2,
      });
    renderPage({ path: PATH, backend });

    expect(
      await screen.findByRole('link', { name: 'Other' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Gorgias' })).toBeInTheDocument();
  });

  it('tries again after an error', async () => {
    const backend = new FakeGorgias();
    jest
      .spyOn(backend, 'listSystems')
      .mockRejectedValueOnce(new Error('No answer'));
    renderPage({ path: PATH, backend });

    expect(await screen.findByRole('alert')).toHaveTextContent('No answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Gorgias' }),
    ).toBeInTheDocument();
  });
});
