import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asAuditor } from '../../__testUtils__/asAuditor';
import {
  aKnownAccount,
  anOverview,
  SIGNING,
} from '../../__testUtils__/evidenceFixtures';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

function show(path: string, backend = new FakeGorgias()) {
  backend.evidence = anOverview({ knownSince: '2026-11-01T09:00:00.000Z' });
  backend.evidenceKeys = SIGNING;
  backend.population = [aKnownAccount()];
  const refused = asAuditor(backend);
  renderPage({ path, backend });
  return { backend, refused };
}

describe('an auditor', () => {
  it('finds the systems there is evidence of', async () => {
    const { refused } = show('/critical-systems');
    expect(
      await screen.findByRole('heading', {
        name: 'Evidence of critical systems',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Gorgias' })).toHaveAttribute(
      'href',
      `${SYSTEM_PATH}/evidence`,
    );
    expect(screen.queryByText(/no critical systems yet/)).toBeNull();
    expect(screen.queryByText('Not added yet')).toBeNull();
    expect(refused).toEqual([]);
  });

  it.each([SYSTEM_PATH, `${SYSTEM_PATH}/evidence`, `${SYSTEM_PATH}/people`])(
    'sees at %s the evidence, and is not told of what is hidden',
    async path => {
      const { refused } = show(`${path}?day=2026-11-03`);
      expect(
        await screen.findByRole('heading', { name: 'What evidence there is' }),
      ).toBeInTheDocument();
      const population = within(
        screen.getByRole('region', { name: 'Who had access on a day' }),
      );
      expect(
        await population.findByText('sam.rivers@acme.example'),
      ).toBeInTheDocument();
      expect(screen.queryByRole('tab')).toBeNull();
      expect(screen.queryByRole('alert')).toBeNull();
      expect(screen.queryByText('You may not see this')).toBeNull();
      // By this the page learns what may be seen.
      expect(refused).toEqual(['getSystem']);
    },
  );

  it('takes evidence along', async () => {
    const backend = new FakeGorgias();
    const { refused } = show(SYSTEM_PATH, backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export evidence' }),
    );
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(refused).toEqual(['getSystem']);
  });

  it('is not offered an export without the permission', async () => {
    const backend = new FakeGorgias();
    show(SYSTEM_PATH, backend);
    backend.evidence = anOverview({ mayExport: false });
    await screen.findByRole('heading', { name: 'What evidence there is' });
    expect(
      screen.queryByRole('button', { name: 'Export evidence' }),
    ).toBeNull();
  });
});

describe('somebody who may see neither the system nor its evidence', () => {
  it('is told what the system needs', async () => {
    const backend = new FakeGorgias();
    asAuditor(backend);
    const refusal = await responseError(403, 'NotAllowedError', 'No evidence');
    jest.spyOn(backend, 'getEvidence').mockRejectedValue(refusal);
    renderPage({ path: SYSTEM_PATH, backend });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.getByText('No getSystem for you')).toBeInTheDocument();
  });
});
