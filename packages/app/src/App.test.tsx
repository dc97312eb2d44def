import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

const realFetch = global.fetch;

describe('App', () => {
  const fetchMock = jest.fn();

  beforeEach(() => {
    sessionStorage.clear();
    fetchMock.mockReset().mockRejectedValue(new Error('No backend in tests'));
    global.fetch = fetchMock;
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as any,
    };
  });

  afterEach(() => {
    global.fetch = realFetch;
  });

  it.each([
    ['Enter as Ivy Nakamura', 'guest'],
    ['Enter as Sam Rivers', 'example-engineer'],
    ['Enter as Maya Ortiz', 'example-lead'],
    ['Enter as Nadia Rossi', 'example-auditor'],
  ])('signs in by "%s" through the provider %s', async (button, provider) => {
    render(App.createRoot());

    expect(
      await screen.findByRole('heading', { name: 'Enter Test' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: button }));

    await waitFor(() =>
      expect(String(fetchMock.mock.calls[0]?.[0])).toBe(
        `http://localhost:7007/api/auth/${provider}/refresh`,
      ),
    );
  });
});
