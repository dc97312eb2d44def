import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EntityPicker } from './EntityPicker';

const user = (name: string, displayName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName }, memberOf: [] },
});

const people = [
  user('frida.desmond', 'Frida Desmond'),
  user('jane.doe', 'Jane Doe'),
  user('jane.roe', 'Jane Roe'),
];

function show(options: { value?: string; entities?: Entity[] } = {}) {
  const catalogApi = catalogApiMock({ entities: options.entities ?? people });
  const search = jest.spyOn(catalogApi, 'queryEntities');
  const changes: string[] = [];
  const Field = () => {
    const [value, setValue] = useState(options.value ?? '');
    return (
      <EntityPicker
        label="Person"
        kinds={['User']}
        value={value}
        onChange={next => {
          changes.push(next);
          setValue(next);
        }}
      />
    );
  };
  renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalogApi]]}>
      <Field />
    </TestApiProvider>,
  );
  return { search, changes };
}

const field = () => screen.findByRole('combobox', { name: 'Person' });

describe('EntityPicker', () => {
  it('finds by name, shows name and ref, and is used by keyboard alone', async () => {
    const { search, changes } = show();
    await field();
    expect(search).not.toHaveBeenCalled();
    await userEvent.tab();
    await userEvent.keyboard('jane');
    const list = within(await screen.findByRole('listbox'));
    await waitFor(() => expect(list.getAllByRole('option')).toHaveLength(2));
    expect(list.getByRole('option', { name: 'Jane Roe' })).toHaveTextContent(
      'user:default/jane.roe',
    );

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await field()).toHaveValue('user:default/jane.roe');
    expect(await field()).toHaveAccessibleDescription('Jane Roe');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(changes.at(-1)).toBe('user:default/jane.roe');
  });

  it('asks the catalog once typing has stopped', async () => {
    const { search } = show();
    await userEvent.click(await field());
    await screen.findAllByRole('option');
    await userEvent.keyboard('frida');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(search.mock.calls.map(([request]) => request)).toEqual([
      expect.objectContaining({
        fullTextFilter: expect.objectContaining({ term: '' }),
      }),
      expect.objectContaining({
        fullTextFilter: expect.objectContaining({ term: 'frida' }),
      }),
    ]);
  });

  it('keeps a ref that was typed, also one that the catalog lacks', async () => {
    const { changes } = show();
    await userEvent.type(await field(), 'user:default/somebody.else');
    expect(
      await screen.findByRole('option', { name: /Nobody in the catalog/ }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.tab();
    expect(await field()).toHaveValue('user:default/somebody.else');
    expect(changes.at(-1)).toBe('user:default/somebody.else');
  });

  it('says whose ref is in the field already', async () => {
    show({ value: 'user:default/frida.desmond' });
    await waitFor(async () =>
      expect(await field()).toHaveAccessibleDescription('Frida Desmond'),
    );
  });

  it('says that the catalog could not be searched', async () => {
    const { search } = show();
    search.mockRejectedValue(new Error('No answer'));
    await userEvent.click(await field());
    expect(
      await screen.findByRole('option', { name: /No answer/ }),
    ).toBeInTheDocument();
  });
});
