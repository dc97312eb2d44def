import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AccessRule } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { minutesAgo, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

function rule(overrides: Partial<AccessRule> = {}): AccessRule {
  return {
    spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
    revision: 4,
    updatedAt: minutesAgo(10),
    updatedBy: 'user:default/ivy.nakamura',
    missingOrgRoles: [],
    missingPeople: [],
    ...overrides,
  };
}

async function openDialog(accessRule: AccessRule | null) {
  const backend = new FakeGorgias(systemSummary({ accessRule }));
  const put = jest.spyOn(backend, 'putAccessRule');
  const { toasts } = renderPage({ path: `${SYSTEM_PATH}/manage`, backend });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Configure' }),
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Configure access validity' }),
  );
  return { backend, put, toasts, dialog };
}

type Dialog = Awaited<ReturnType<typeof openDialog>>['dialog'];

/** Saves once the preview is there, as a person would. */
async function save(dialog: Dialog) {
  const button = dialog.getByRole('button', { name: 'Save' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}

describe('AccessRuleDialog', () => {
  it('makes a person choose, and shows what the choice would do', async () => {
    const { dialog, put, toasts } = await openDialog(null);
    const button = dialog.getByRole('button', { name: 'Save' });
    expect(button).toBeDisabled();
    expect(dialog.queryByText('Preview')).not.toBeInTheDocument();

    await userEvent.click(dialog.getByRole('radio', { name: 'All staff' }));

    expect(
      await dialog.findByText('Covers 12 current staff members.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(
        '20 accounts would pass, 3 would fail, 0 would be unknown.',
      ),
    ).toBeInTheDocument();
    expect(dialog.getByRole('listitem')).toHaveTextContent(
      'Sam Rivers: Passing → Failing',
    );

    expect(button).toBeEnabled();
    await userEvent.click(button);
    await waitFor(() =>
      expect(
        screen.queryByRole('dialog', { name: 'Configure access validity' }),
      ).not.toBeInTheDocument(),
    );
    expect(put).toHaveBeenCalledWith('resource:default/gorgias', {
      spec: { type: 'all-staff' },
      revision: 0,
      factsVersion: 'facts-1',
    });
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Access validity of Gorgias is configured',
      }),
    );
    expect(
      screen.getByText('All current staff may use this system.'),
    ).toBeInTheDocument();
  });

  it('finds groups by name or ref and keeps those out of sight chosen', async () => {
    const { dialog, put } = await openDialog(rule());
    const search = await dialog.findByRole('searchbox', {
      name: 'Search groups',
    });
    expect(
      dialog.getByRole('checkbox', { name: /Customer Support/ }),
    ).toBeChecked();

    await userEvent.type(search, 'default/fin');
    expect(
      dialog.queryByRole('checkbox', { name: /Customer Support/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('checkbox', { name: /Finance/ }));
    await save(dialog);

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith('resource:default/gorgias', {
        spec: {
          type: 'org-roles',
          orgRoles: ['group:default/support', 'group:default/finance'],
        },
        revision: 4,
        factsVersion: 'facts-1',
      }),
    );
  });

  it('cannot save no org role at all', async () => {
    const { dialog } = await openDialog(rule());
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: /Customer Support/ }),
    );
    expect(
      dialog.getByText('Choose at least one org role.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('warns of org roles the catalog lacks, and lets them be unchosen', async () => {
    const spec = {
      type: 'org-roles' as const,
      orgRoles: ['group:default/support', 'group:default/dissolved'],
    };
    const { backend, dialog } = await openDialog(
      rule({ spec, missingOrgRoles: ['group:default/dissolved'] }),
    );
    backend.preview = {
      ...backend.preview,
      missingOrgRoles: ['group:default/dissolved'],
    };

    expect(
      await dialog.findByRole('checkbox', {
        name: 'not in the catalog group:default/dissolved',
      }),
    ).toBeChecked();
    await userEvent.click(dialog.getByRole('checkbox', { name: /dissolved/ }));
    expect(
      dialog.queryByRole('checkbox', { name: /dissolved/ }),
    ).not.toBeInTheDocument();
  });

  describe('when somebody else has saved first', () => {
    async function openConflict() {
      const opened = await openDialog(rule());
      opened.put.mockRejectedValueOnce(
        await responseError(409, 'ConflictError', 'Changed meanwhile.'),
      );
      opened.backend.change({
        accessRule: rule({
          spec: { type: 'org-roles', orgRoles: ['group:default/it'] },
          revision: 5,
        }),
      });
      await userEvent.click(
        await opened.dialog.findByRole('checkbox', { name: /Finance/ }),
      );
      await save(opened.dialog);
      expect(
        await opened.dialog.findByText(
          'Somebody else changed this in the meantime.',
        ),
      ).toBeInTheDocument();
      return opened;
    }

    it('keeps what was chosen in sight and does not overwrite', async () => {
      const { dialog, put } = await openConflict();
      expect(dialog.getByRole('checkbox', { name: /Finance/ })).toBeChecked();
      expect(dialog.getByRole('alert')).toHaveTextContent('group:default/it');
      expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
      expect(put).toHaveBeenCalledTimes(1);
    });

    it('starts from theirs on request', async () => {
      const { dialog } = await openConflict();
      await userEvent.click(
        dialog.getByRole('button', { name: 'Load theirs' }),
      );
      expect(dialog.getByRole('checkbox', { name: /IT/ })).toBeChecked();
      expect(
        dialog.getByRole('checkbox', { name: /Finance/ }),
      ).not.toBeChecked();
    });

    it('saves over theirs on request', async () => {
      const { dialog, put } = await openConflict();
      await userEvent.click(dialog.getByRole('button', { name: 'Keep mine' }));
      await save(dialog);
      await waitFor(() =>
        expect(put).toHaveBeenLastCalledWith('resource:default/gorgias', {
          spec: {
            type: 'org-roles',
            orgRoles: ['group:default/support', 'group:default/finance'],
          },
          revision: 5,
          factsVersion: 'facts-1',
        }),
      );
    });
  });

  it('says why it could not save, and keeps the choice', async () => {
    const { dialog, put } = await openDialog(rule());
    put.mockRejectedValueOnce(
      await responseError(403, 'NotAllowedError', 'You are not an admin.'),
    );
    await save(dialog);

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'You are not an admin.',
    );
    expect(
      dialog.getByRole('radio', { name: 'Chosen org roles' }),
    ).toBeChecked();
  });
});
