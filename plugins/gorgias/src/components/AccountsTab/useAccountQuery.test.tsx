import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useAccountQuery } from './useAccountQuery';

function at(search: string) {
  const { result } = renderHook(
    () => ({
      query: useAccountQuery(),
      location: useLocation(),
      navigate: useNavigate(),
    }),
    {
      wrapper: ({ children }: { children?: ReactNode }) => (
        <MemoryRouter initialEntries={['/before', `/accounts${search}`]}>
          {children}
        </MemoryRouter>
      ),
    },
  );
  return {
    query: () => result.current.query,
    search: () => result.current.location.search,
    path: () => result.current.location.pathname,
    back: () => act(() => result.current.navigate(-1)),
  };
}

describe('useAccountQuery', () => {
  it('reads all that a link says, and nothing that does not exist', () => {
    const { query } = at(
      '?search=a&check=mfa-enabled&status=failing&state=gone&gorgiasRole=&orgRole=group:default/it&identity=external&orderBy=name&order=desc&cursor=c&account=7',
    );
    expect(query()).toMatchObject({
      filter: {
        search: 'a',
        check: 'mfa-enabled',
        status: 'failing',
        state: 'gone',
        gorgiasRole: '',
        orgRole: 'group:default/it',
        identity: 'external',
      },
      order: { orderBy: 'name', order: 'desc' },
      cursor: 'c',
      account: '7',
      isFiltered: true,
    });
    const nonsense = at(
      '?check=access-control-configured&status=x&state=x&identity=x&orderBy=x&order=desc',
    );
    expect(nonsense.query()).toMatchObject({ order: {}, isFiltered: false });
  });

  it('begins at the first page when something else is asked for', () => {
    const { query, search, back } = at('?orderBy=name&cursor=c');
    act(() => query().change({ gorgiasRole: '' }));
    expect(search()).toBe('?gorgiasRole=&orderBy=name');
    act(() => query().sortBy({ orderBy: 'status', order: 'asc' }));
    expect(search()).toBe('?gorgiasRole=&orderBy=status&order=asc');
    act(() => query().clear());
    expect(search()).toBe('?orderBy=status&order=asc');
    back();
    back();
    expect(search()).toBe('?gorgiasRole=&orderBy=name');
  });

  it('goes back to before a search, and not through every try', () => {
    const { query, search, back } = at('');
    act(() => query().change({ search: 'sa' }));
    act(() => query().change({ search: 'sam' }));
    expect(search()).toBe('?search=sam');
    back();
    expect(search()).toBe('');
  });

  it('goes from page to page, and back by the way it came', () => {
    const { query, search } = at('?state=active');
    act(() => query().nextPage('two'));
    act(() => query().nextPage('three'));
    expect(search()).toBe('?state=active&cursor=three');
    act(() => query().previousPage());
    expect(search()).toBe('?state=active&cursor=two');
    act(() => query().previousPage());
    expect(search()).toBe('?state=active');
  });

  it('opens an account over the list, which going back shows again', () => {
    const { query, search, back, path } = at('?cursor=c');
    act(() => query().open('7'));
    act(() => query().turnTo('8'));
    expect(search()).toBe('?cursor=c&account=8');
    act(() => query().close());
    expect(search()).toBe('?cursor=c');
    act(() => query().open('9'));
    back();
    expect(search()).toBe('?cursor=c');
    back();
    expect(path()).toBe('/before');
  });

  it('closes an account that a link has opened', () => {
    const { query, search, path } = at('?status=failing&account=7');
    act(() => query().close());
    expect(search()).toBe('?status=failing');
    expect(path()).toBe('/accounts');
  });
});
