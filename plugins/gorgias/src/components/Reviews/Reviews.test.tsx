import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { rightsWithout, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { aReview, aReviewItem } from '../../__testUtils__/reviewFixtures';

const PATH = `${SYSTEM_PATH}/reviews`;
const REVIEW_PATH = `${PATH}/r1`;
const SAM = aReviewItem();
const LINH = aReviewItem({
  accountId: '8',
  name: 'Linh Tran',
  verdicts: { 'mfa-enabled': 'failing' },
});
const OTHERS = aReviewItem({
  accountId: '9',
  name: 'Omar Farouk',
  isMine: false,
  reviewer: 'user:default/greta.jansen',
});

function show(
  path: string,
  prepare: (backend: FakeGorgias) => void = () => {},
) {
  const backend = new FakeGorgias();
  backend.reviews = [aReview()];
  backend.reviewItems = [SAM, LINH, OTHERS];
  prepare(backend);
  return { backend, ...renderPage({ path, backend }) };
}

const rowOf = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    '[role=row]',
  ) as HTMLElement;
const dialog = () => screen.findByRole('dialog');
const press = async (name: string, where: HTMLElement = document.body) =>
  userEvent.click(await within(where).findByRole('button', { name }));

describe('the access reviews', () => {
  it('say what they are while there is none, and to whom they are not open', async () => {
    show(PATH, backend => {
      backend.reviews = [];
      backend.summary = systemSummary(rightsWithout('manage-reviews'));
    });
    expect(
      await screen.findByText(/There is no access review that you take part/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start a review' }),
    ).not.toBeInTheDocument();
  });

  it('lead to each of them', async () => {
    show(PATH, backend => {
      backend.reviews = [aReview({ overdue: true })];
    });
    const row = await rowOf('Access review, November 2026');
    expect(row).toHaveTextContent('Overdue');
    expect(row).toHaveTextContent('0 of 3 judged');
    expect(
      within(row).getByRole('link', { name: /Access review/ }),
    ).toHaveAttribute('href', REVIEW_PATH);
  });

  it('are started after it is seen who would judge', async () => {
    const { backend } = show(PATH, fake => {
      fake.reviews = [];
      fake.reviewPreview = {
        total: 23,
        byReviewer: [
          { reviewer: 'user:default/maya.ortiz', total: 22 },
          { reviewer: null, total: 1 },
        ],
      };
    });
    const startReview = jest.spyOn(backend, 'startReview');
    await press('Start a review');
    const form = await dialog();
    expect(
      await within(form).findByText('23 accounts to be judged'),
    ).toBeInTheDocument();
    expect(
      within(form).getByText(/Nobody can be asked about 1 of them/),
    ).toBeInTheDocument();
    const title = within(form).getByLabelText('Title');
    expect((title as HTMLInputElement).value).toMatch(/^Access review, /);
    await userEvent.clear(title);
    expect(
      within(form).getByRole('button', { name: 'Start review' }),
    ).toBeDisabled();
    await userEvent.type(title, 'Winter');
    await press('Start review', form);
    expect(startReview).toHaveBeenCalledWith('resource:default/gorgias', {
      title: 'Winter',
      dueAt: expect.stringMatching(/Z$/),
      reviewers: { by: 'manager' },
    });
    expect(
      await screen.findByRole('heading', { name: 'Winter' }),
    ).toBeInTheDocument();
  });

  it('keep what was typed when they can’t be started', async () => {
    const { backend } = show(PATH);
    jest
      .spyOn(backend, 'startReview')
      .mockRejectedValue(new Error('A review is going on'));
    await press('Start a review');
    const form = await dialog();
    await press('Start review', form);
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      'A review is going on',
    );
    expect(within(form).getByLabelText('Title')).toHaveDisplayValue(
      /^Access review, /,
    );
  });

  it('show who is asked their accounts first', async () => {
    show(REVIEW_PATH);
    expect(await rowOf('Sam Rivers')).toBeInTheDocument();
    expect(
      screen.queryByRole('rowheader', { name: /Omar Farouk/ }),
    ).not.toBeInTheDocument();
  });

  it('are judged an account at a time', async () => {
    const { backend } = show(REVIEW_PATH);
    const decideReview = jest.spyOn(backend, 'decideReview');
    await press('Revoke', await rowOf('Sam Rivers'));
    const form = await dialog();
    expect(within(form).getByRole('button', { name: 'Revoke' })).toBeDisabled();
    await userEvent.type(within(form).getByLabelText('Why'), 'Moved on');
    await press('Revoke', form);
    expect(decideReview).toHaveBeenCalledWith(
      'resource:default/gorgias',
      'r1',
      { accountIds: ['7'], decision: 'revoke', comment: 'Moved on' },
    );
    // The list moves on.
    await waitFor(() =>
      expect(
        screen.queryByRole('rowheader', { name: /Sam Rivers/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('are judged several at a time, with a warning of what fails', async () => {
    const { backend, toasts } = show(REVIEW_PATH);
    const decideReview = jest.spyOn(backend, 'decideReview');
    for (const name of ['Sam Rivers', 'Linh Tran']) {
      await userEvent.click(within(await rowOf(name)).getByRole('checkbox'));
    }
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    const [bar] = screen.getAllByRole('button', { name: 'Keep' });
    await userEvent.click(bar);
    const form = await dialog();
    expect(form).toHaveTextContent(
      '1 of these has a failing verdict: Linh Tran',
    );
    await press('Keep nevertheless', form);
    expect(decideReview).toHaveBeenCalledWith(
      'resource:default/gorgias',
      'r1',
      { accountIds: ['7', '8'], decision: 'keep' },
    );
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'The access is kept' }),
    );
    expect(
      await screen.findByText(/You have judged everything/),
    ).toBeInTheDocument();
  });

  it('let the owner delegate what is somebody else’s, but not judge it', async () => {
    show(`${REVIEW_PATH}?reviewer=user:default/greta.jansen`);
    await userEvent.click(
      within(await rowOf('Omar Farouk')).getByRole('checkbox'),
    );
    expect(
      await screen.findByRole('button', { name: 'Delegate' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Keep' }),
    ).not.toBeInTheDocument();
  });

  it('say what is still to be carried out', async () => {
    show(`${REVIEW_PATH}?reviewer=anybody`, backend => {
      backend.reviewItems = [
        aReviewItem({
          decision: {
            decision: 'change-role',
            gorgiasRole: 'observer-agent',
            comment: 'Only looks',
            by: 'user:default/maya.ortiz',
            at: '2026-11-25T09:00:00.000Z',
          },
          followUp: { status: 'open', doneAt: null },
        }),
      ];
    });
    const row = await rowOf('Sam Rivers');
    expect(row).toHaveTextContent('Still has the old role');
    expect(row).toHaveTextContent('Only looks');
  });

  it('are signed off once all is judged, and are frozen then', async () => {
    show(REVIEW_PATH, backend => {
      backend.reviews = [
        aReview({
          waitingForMe: 0,
          may: ['delegate', 'extend', 'cancel', 'sign-off'],
        }),
      ];
    });
    await press('Sign off');
    const form = await dialog();
    expect(form).toHaveTextContent(/frozen into the signed ledger/);
    await press('Sign off', form);
    expect(await screen.findByText(/^Signed off by/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Extend' }),
    ).not.toBeInTheDocument();
  });

  it('say why they can’t be signed off yet', async () => {
    show(REVIEW_PATH);
    expect(
      await screen.findByRole('button', { name: 'Sign off' }),
    ).toBeDisabled();
    expect(
      screen.getByText(/once every account is judged/),
    ).toBeInTheDocument();
  });

  it('are cancelled for a reason only', async () => {
    const { backend } = show(REVIEW_PATH);
    const cancelReview = jest.spyOn(backend, 'cancelReview');
    await press('Cancel review');
    const form = await dialog();
    expect(
      within(form).getByRole('button', { name: 'Cancel review' }),
    ).toBeDisabled();
    await userEvent.type(within(form).getByLabelText('Reason'), 'A mistake');
    await press('Cancel review', form);
    expect(cancelReview).toHaveBeenCalledWith(
      'resource:default/gorgias',
      'r1',
      { reason: 'A mistake', endRecurrence: true },
    );
    expect(await screen.findByText(/^Cancelled by/)).toBeInTheDocument();
  });

  it('are refused to whoever takes no part, in words', async () => {
    const refusal = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: {
            name: 'NotAllowedError',
            message: 'You are not asked to review anything here',
          },
        }),
        { status: 403, headers: { 'content-type': 'application/json' } },
      ) as any,
    );
    show(REVIEW_PATH, backend => {
      jest.spyOn(backend, 'getReview').mockRejectedValue(refusal);
    });
    expect(
      await screen.findByText(/not asked to review anything/),
    ).toBeInTheDocument();
  });

  it('wait for me on the list of systems', async () => {
    show('/critical-systems', backend => {
      backend.myReviews = [
        {
          id: 'r1',
          entityRef: 'resource:default/gorgias',
          systemTitle: 'Gorgias',
          title: 'Access review, November 2026',
          owner: 'user:default/ivy.nakamura',
          dueAt: '2098-12-08T09:00:00.000Z',
          overdue: false,
          total: 3,
          decided: 1,
        },
      ];
    });
    expect(
      await screen.findByRole('link', { name: '2 accounts of Gorgias' }),
    ).toHaveAttribute('href', REVIEW_PATH);
  });
});
