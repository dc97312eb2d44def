import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AccessRule, AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { endOfDay } from '../../dates';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { minutesAgo, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const REF = 'resource:default/gorgias';
const NOOR = {
  subject: 'user:default/noor.haddad',
  ticket: 'IT-7',
  until: minutesAgo(-60 * 24 * 30),
};

async function openDialog(spec: AccessRuleSpec) {
  const accessRule: AccessRule = {
    spec,
    revision: 4,
    updatedAt: minutesAgo(10),
    updatedBy: 'user:default/ivy.nakamura',
    missingOrgRoles: [],
    missingPeople: [],
  };
  const backend = new FakeGorgias(systemSummary({ accessRule }));
  const put = jest.spyOn(backend, 'putAccessRule');
  renderPage({ path: `${SYSTEM_PATH}/manage`, backend });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Configure' }),
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Configure access validity' }),
  );
  const save = async () => {
    const button = dialog.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
  };
  return { backend, put, dialog, save };
}

describe('an access rule with limits and named people', () => {
  const spec: AccessRuleSpec = {
    type: 'org-roles',
    orgRoles: ['group:default/support'],
    gorgiasRoles: { 'group:default/support': ['agent', 'role-of-tomorrow'] },
    people: [NOOR],
  };

  it('is saved as it was, with what is changed and why', async () => {
    const { dialog, put, save } = await openDialog(spec);
    const limit = within(
      await dialog.findByRole('group', {
        name: /Gorgias roles of group:default\/support/,
      }),
    );
    expect(limit.getByRole('checkbox', { name: 'Lead' })).toBeChecked();
    expect(
      limit.getByRole('checkbox', { name: 'role-of-tomorrow' }),
    ).toBeChecked();
    expect(limit.getByRole('checkbox', { name: 'Admin' })).not.toBeChecked();
    await userEvent.click(limit.getByRole('checkbox', { name: 'Basic' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Why is this changed (optional)' }),
      'Basic is enough.',
    );
    await save();

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(REF, {
        spec: {
          ...spec,
          gorgiasRoles: {
            'group:default/support': [
              'agent',
              'role-of-tomorrow',
              'basic-agent',
            ],
          },
        },
        revision: 4,
        reason: 'Basic is enough.',
        factsVersion: 'facts-1',
      }),
    );
  });

  it('lets job titles be added, and taken out again', async () => {
    const { dialog, put, save } = await openDialog(spec);
    const title = await dialog.findByRole('textbox', { name: 'Job title' });
    const add = dialog.getByRole('button', { name: 'Add job title' });
    expect(add).toBeDisabled();
    await userEvent.type(title, ' Support  Agent');
    await userEvent.click(add);
    expect(
      dialog.getByRole('checkbox', { name: /Job title support agent/ }),
    ).toBeChecked();
    await userEvent.type(title, 'support agent');
    expect(
      dialog.getByText('This job title is chosen already.'),
    ).toBeInTheDocument();
    expect(add).toBeDisabled();
    await save();
    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({
          spec: {
            ...spec,
            orgRoles: [...spec.orgRoles, 'title:support agent'],
          },
        }),
      ),
    );
  });

  it('lets people be named and removed', async () => {
    const { dialog, put, save } = await openDialog(spec);
    const people = within(
      await dialog.findByRole('region', { name: 'Named people' }),
    );
    expect(people.getByRole('listitem')).toHaveTextContent(
      'user:default/noor.haddad (IT-7) until',
    );
    const add = people.getByRole('button', { name: 'Add person' });
    expect(add).toBeDisabled();

    await userEvent.type(
      people.getByRole('combobox', { name: 'Person' }),
      ' user:default/Lena.Fischer ',
    );
    await userEvent.tab();
    expect(
      people.getByText('A person, a ticket and a date are needed.'),
    ).toBeInTheDocument();
    await userEvent.type(
      people.getByRole('textbox', { name: 'Ticket' }),
      'IT-8',
    );
    await userEvent.type(people.getByLabelText('Until (date)'), '2031-01-31');
    await userEvent.click(add);
    await userEvent.click(
      people.getByRole('button', { name: 'Remove user:default/noor.haddad' }),
    );
    await save();

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({
          spec: {
            ...spec,
            people: [
              {
                subject: 'user:default/lena.fischer',
                ticket: 'IT-8',
                until: endOfDay('2031-01-31'),
              },
            ],
          },
        }),
      ),
    );
  });

  it('can be for named people only, but not for nobody', async () => {
    const { dialog, put, save } = await openDialog({
      type: 'all-staff',
      people: [NOOR],
    });
    await userEvent.click(
      await dialog.findByRole('radio', { name: 'Named people only' }),
    );
    await save();
    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({
          spec: { type: 'named-people', people: [NOOR] },
        }),
      ),
    );
  });

  it('says that it names nobody', async () => {
    const { dialog } = await openDialog({ type: 'all-staff' });
    await userEvent.click(
      await dialog.findByRole('radio', { name: 'Named people only' }),
    );
    expect(dialog.getByText('Name at least one person.')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('warns of people who are not there', async () => {
    const { backend, dialog } = await openDialog(spec);
    backend.preview = {
      ...backend.preview,
      exempt: 2,
      missingPeople: [NOOR.subject],
    };
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: /Finance/ }),
    );
    expect(
      await dialog.findByText(
        'These people or accounts are not there (any more): user:default/noor.haddad',
      ),
    ).toBeInTheDocument();
    expect(dialog.getByText(/2 would be exempt/)).toBeInTheDocument();
  });

  it('is previewed again when the facts have changed meanwhile', async () => {
    const { backend, dialog, put, save } = await openDialog(spec);
    put.mockRejectedValueOnce(
      await responseError(
        409,
        'ConflictError',
        'factsVersion: the facts have changed since the preview',
      ),
    );
    await dialog.findByText('Covers 12 current staff members.');
    backend.preview = {
      ...backend.preview,
      coveredStaff: 11,
      factsVersion: 'facts-2',
    };
    await save();

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The facts have changed since the preview',
    );
    expect(
      await dialog.findByText('Covers 11 current staff members.'),
    ).toBeInTheDocument();
    await save();
    await waitFor(() =>
      expect(put).toHaveBeenLastCalledWith(
        REF,
        expect.objectContaining({ revision: 4, factsVersion: 'facts-2' }),
      ),
    );
  });

  it('is saved without a preview where there can be none', async () => {
    const { backend, dialog, put, save } = await openDialog(spec);
    jest
      .spyOn(backend, 'previewAccessRule')
      .mockRejectedValue(new Error('You may not see the accounts.'));
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: /Finance/ }),
    );
    expect(
      await dialog.findByText('You may not see the accounts.'),
    ).toBeInTheDocument();
    await save();
    await waitFor(() => expect(put).toHaveBeenCalledTimes(1));
    expect(put.mock.calls[0][1]).not.toHaveProperty('factsVersion');
  });
});

describe('the rule in force', () => {
  it('is shown with its limits, its people, why, and who is missing', async () => {
    const accessRule: AccessRule = {
      spec: {
        type: 'org-roles',
        orgRoles: ['group:default/support', 'title:Team Lead'],
        gorgiasRoles: { 'group:default/support': ['agent', 'basic-agent'] },
        people: [{ ...NOOR, until: minutesAgo(5) }],
      },
      revision: 4,
      updatedAt: minutesAgo(10),
      updatedBy: 'user:default/ivy.nakamura',
      reason: 'Noor helps out.',
      missingOrgRoles: [],
      missingPeople: [NOOR.subject],
    };
    renderPage({
      path: `${SYSTEM_PATH}/manage`,
      backend: new FakeGorgias(systemSummary({ accessRule })),
    });
    const access = await screen.findByRole('region', { name: 'Access' });
    expect(access).toHaveTextContent('support, as Lead, Basic');
    expect(access).toHaveTextContent('Job title Team Lead');
    expect(access).toHaveTextContent(/noor.haddad, until .* \(over\), IT-7/);
    expect(access).toHaveTextContent('ivy.nakamura: Noor helps out.');
    expect(access).toHaveTextContent(
      'not there (any more): user:default/noor.haddad',
    );
  });
});
