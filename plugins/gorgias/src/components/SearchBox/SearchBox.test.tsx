import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchBox } from './SearchBox';

describe('SearchBox', () => {
  it('tells once what is searched for, and keeps what is typed meanwhile', async () => {
    const onChange = jest.fn();
    const box = (value: string) => (
      <SearchBox label="Search" value={value} onChange={onChange} />
    );
    const { rerender } = render(box(''));
    const field = screen.getByRole('searchbox', { name: 'Search' });
    await userEvent.type(field, 'sam');
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('sam'));
    expect(onChange).toHaveBeenCalledTimes(1);

    await userEvent.type(field, ' r');
    // What was told before comes back by way of the address.
    rerender(box('sam'));
    expect(field).toHaveValue('sam r');
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('sam r'));

    rerender(box(''));
    expect(field).toHaveValue('');
  });
});
