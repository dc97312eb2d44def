import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { renderPage, SYSTEM_PATH } from '../__testUtils__/renderPage';
import { saidBackend } from '../__testUtils__/saidFixtures';
import { accessMatrix, trends } from '../__testUtils__/trendsFixtures';
import { untranslated } from '../__testUtils__/untranslated';

// In place of German: English in brackets, so that what is not translated is
// what stands outside of them.
jest.mock('./de', () => {
  const { en } = jest.requireActual('./en');
  const { flat } = jest.requireActual('./flat');
  return {
    __esModule: true,
    default: Object.fromEntries(
      Object.entries(flat(en)).map(([key, text]) => [key, `⟦${text}⟧`]),
    ),
  };
});

const YESTERDAY = DateTime.now().minus({ days: 1 }).toISODate();

const tab = (path: string, overrides = {}) => {
  const backend = saidBackend(overrides);
  backend.trends = trends();
  backend.matrix = accessMatrix();
  renderPage({
    path: `${SYSTEM_PATH}${path}`,
    backend,
    language: 'de',
  });
  return backend;
};

const settled = () =>
  waitFor(() => {
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
    expect(screen.getByRole('main')).not.toHaveTextContent('⟦Loading⟧');
  });

describe('every text is translated', () => {
  it.each([
    ['', '⟦Contradictions⟧'],
    ['/accounts', '⟦Worst verdict⟧'],
    ['/people', '⟦Used after leaving⟧'],
    ['/manage', '⟦Access validity⟧'],
    ['/evidence', '⟦What was recorded⟧'],
    [`/evidence?day=${YESTERDAY}`, '⟦Who it is⟧'],
    ['/evidence?day=2001-01-01', /⟦The ledger began to tell/],
  ])('in the tab %p', async (path, shown) => {
    tab(path);
    await screen.findAllByText(shown);
    await settled();
    expect(untranslated(screen.getByRole('main'))).toEqual([]);
  });

  it('in the drawer of an account', async () => {
    tab('/accounts');
    await userEvent.click(await screen.findByText('‹Front Desk›'));
    const drawer = await screen.findByRole('dialog');
    await within(drawer).findAllByText(/⟦Two-factor authentication is off/);
    expect(untranslated(drawer)).toEqual([]);
  });

  it.each([
    ['/manage', '⟦Configure⟧'],
    ['/manage', '⟦Disconnect⟧'],
    ['/manage', '⟦Remove from critical systems⟧'],
    ['/manage', '⟦Reconnect⟧'],
    ['/manage', '⟦Approve⟧'],
    ['', '⟦Review⟧'],
    ['/evidence', '⟦Export evidence⟧'],
  ])('in the dialog, in %p, of %s', async (path, button) => {
    tab(path);
    await userEvent.click(await screen.findByRole('button', { name: button }));
    const dialog = await screen.findByRole('dialog');
    expect(untranslated(dialog)).toEqual([]);
  });

  it('where there is nothing', async () => {
    tab('/accounts?search=nobody');
    await screen.findByText('⟦No account matches the filters.⟧');
    expect(untranslated(screen.getByRole('main'))).toEqual([]);
  });
});
