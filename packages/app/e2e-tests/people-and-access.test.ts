import { expect, Locator, Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { connectGorgias, disconnectGorgias } from './support/connect';
import { Emulator } from './support/emulator';
import { signIn } from './support/signIn';

const ENTITY_PAGE = '/catalog/default/resource/gorgias';
const SYSTEM_PAGE = '/critical-systems/resource/default/gorgias';
const ACCOUNTS = `${SYSTEM_PAGE}/accounts`;
const MANAGE = `${SYSTEM_PAGE}/manage`;
const DIALOG = '[role=dialog]';
const DAY_MS = 24 * 60 * 60 * 1000;
// Well ahead, and within the longest that is allowed.
const NEXT_MONTHS = new Date(Date.now() + 90 * DAY_MS)
  .toISOString()
  .slice(0, 10);

const acme = new Emulator('acme');

/** Connects and adds the system to the list, where a test before this one may have left it. */
async function prepare(page: Page) {
  await page.goto(ENTITY_PAGE);
  await connectGorgias(page, {
    typed: 'acme',
    as: 'ivy.nakamura@acme.example',
  });
  await expect(page.getByText(/Last read/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const add = page.getByRole('button', { name: 'Add Critical System' });
  if (await add.isVisible()) {
    await add.click();
  }
  await expect(add).toHaveCount(0);
}

/** The row of a table whose header has this name. */
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function openAccount(page: Page, name: string): Promise<Locator> {
  await page.goto(`${ACCOUNTS}?state=active&search=${name}`);
  await row(page, name).getByText('Active', { exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByRole('region', { name: 'History' })).toBeVisible();
  return dialog;
}

const whoItIs = (dialog: Locator) =>
  dialog.getByRole('region', { name: 'Who it is' });

test('who accounts are, who may use the system, and who left', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await acme.reset();
  await signIn(page, 'ivy');
  await prepare(page);

  await test.step('classify a bot as a service account, and take that back', async () => {
    const dialog = await openAccount(page, 'Acme Bot');
    await expect(whoItIs(dialog)).toContainText('Not identified');
    await dialog.getByRole('button', { name: 'Say what this is' }).click();
    await dialog.getByRole('radio', { name: 'A service account' }).check();
    await dialog
      .getByRole('combobox', { name: 'Who answers for it' })
      .fill('group:default/support');
    await dialog.getByLabel('Purpose').fill('Answers at night');
    await dialog.getByLabel('To be reviewed by (date)').fill(NEXT_MONTHS);
    await expectAccessible(page, DIALOG);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(whoItIs(dialog)).toContainText('Service account');
    await expect(
      dialog.getByRole('region', { name: 'User should be identified' }),
    ).toContainText('Passing');
    await expect(dialog.getByRole('region', { name: 'History' })).toContainText(
      'ivy.nakamura',
    );

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(whoItIs(dialog)).toContainText('Not identified');
  });

  await test.step('say whose an unidentified account is, as was suggested', async () => {
    const dialog = await openAccount(page, 'Diego Fuentes');
    await dialog.getByRole('button', { name: 'This is Diego Fuentes' }).click();
    await dialog.getByLabel('How is that known').fill('He told me so.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(
      whoItIs(dialog).getByRole('link', { name: 'Diego Fuentes' }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('classify several accounts at once', async () => {
    await page.goto(`${ACCOUNTS}?state=active`);
    for (const name of ['Acme Bot', 'Returns Automation']) {
      await row(page, name).getByRole('checkbox').check({ force: true });
    }
    await expect(page.getByText('2 accounts selected')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Say what these are' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'A service account' }).check();
    await dialog
      .getByRole('combobox', { name: 'Who answers for it' })
      .fill('group:default/support');
    await dialog.getByLabel('Purpose').fill('Automation');
    await dialog.getByLabel('To be reviewed by (date)').fill(NEXT_MONTHS);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, 'Returns Automation')).toContainText('Automation');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'Returns Automation')).toContainText(
      'Not identified',
    );
  });

  await test.step('say who may use it, with a limit and a named person', async () => {
    await page.goto(MANAGE);
    await page.getByRole('button', { name: 'Configure', exact: true }).click();
    const dialog = page.getByRole('dialog', {
      name: 'Configure access validity',
    });
    await dialog.getByRole('radio', { name: 'Chosen org roles' }).check();
    await dialog.getByRole('searchbox').fill('support');
    await dialog
      .getByRole('checkbox', { name: /group:default\/support$/ })
      .check();
    const limit = dialog.getByRole('group', {
      name: 'Gorgias roles of group:default/support',
      exact: false,
    });
    await limit.getByRole('checkbox', { name: 'Lead' }).check();
    await limit.getByRole('checkbox', { name: 'Basic' }).check();
    await dialog
      .getByRole('combobox', { name: 'Person' })
      .fill('user:default/ivy.nakamura');
    await dialog.getByLabel('Ticket').fill('IT-7');
    await dialog.getByLabel('Until (date)').fill(NEXT_MONTHS);
    await dialog.getByRole('button', { name: 'Add person' }).click();
    await dialog
      .getByLabel('Why is this changed (optional)')
      .fill('Support are agents, and Ivy looks after it.');
    const preview = dialog.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('accounts would pass');
    await expectAccessible(page, DIALOG);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();

    const access = page.getByRole('region', { name: 'Access', exact: true });
    await expect(access).toContainText(/support, as Lead, Basic/i);
    await expect(access).toContainText('IT-7');
    await expect(access).toContainText('Ivy looks after it.');
    // What is not touched stays.
    await page.getByRole('button', { name: 'Configure', exact: true }).click();
    await expect(limit.getByRole('checkbox', { name: 'Lead' })).toBeChecked();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('ask for an exception, which somebody else has to approve', async () => {
    const dialog = await openAccount(page, 'Robin Achterberg');
    const verdict = dialog.getByRole('region', {
      name: 'User should be identified',
    });
    await verdict.getByRole('button', { name: 'Ask for an exception' }).click();
    const form = verdict.getByRole('group', {
      name: 'Ask for an exception',
    });
    await form.getByLabel('Reason').fill('The contract is being looked for.');
    await form.getByLabel('Until (date)').fill(NEXT_MONTHS);
    await form.getByRole('button', { name: 'Ask for an exception' }).click();
    await expect(verdict).toContainText('it waits for a decision');
    await expect(verdict).toContainText('Failing');

    await page.goto(MANAGE);
    const waiting = page.getByRole('region', {
      name: 'Waiting for a decision',
    });
    await waiting.getByRole('button', { name: 'Approve' }).click();
    const decision = page.getByRole('dialog');
    await decision.getByRole('button', { name: 'Approve' }).click();
    await expect(decision.getByRole('alert')).toContainText(
      'somebody else has to approve it',
    );
    await expectAccessible(page, DIALOG);
    await decision.getByRole('button', { name: 'Cancel' }).click();
    await expectAccessible(page);

    await waiting.getByRole('button', { name: 'Withdraw' }).click();
    await decision.getByLabel('Reason').fill('It was found.');
    await decision.getByRole('button', { name: 'Withdraw' }).click();
    await expect(waiting).toContainText('No exception waits');
    await page.goto(`${SYSTEM_PAGE}/evidence`);
    await expect(
      page.getByRole('region', { name: 'History', exact: true }),
    ).toContainText('Exception');
  });

  await test.step('see who left, and vouch that the access was removed', async () => {
    await page.goto(`${SYSTEM_PAGE}/people`);
    const tomasz = row(page, 'Tomasz Kowalski');
    await expect(tomasz).toContainText('Active');
    await expectAccessible(page);
    await tomasz.getByRole('button', { name: 'Access was removed' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Proof (text or a link)').fill('See IT-9');
    await expectAccessible(page, DIALOG);
    await dialog.getByRole('button', { name: 'Access was removed' }).click();
    await expect(tomasz).toContainText('See IT-9');
    await tomasz.getByRole('button', { name: 'Undo' }).click();
    await expect(tomasz).not.toContainText('See IT-9');
  });
});

test('an engineer sees how it stands, and the own account only', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await page.goto(ENTITY_PAGE);
  const own = page.getByRole('region', { name: 'Your own access' });
  await expect(own).toContainText('Sam Rivers, Basic');
  await expect(own).toContainText('User should have MFA enabled');
  await expect(
    page.getByRole('region', { name: 'Access checks' }),
  ).toContainText('failing');
  await expectAccessible(page);

  await page.goto(ACCOUNTS);
  await expect(page.getByText(/You see only your own accounts/)).toBeVisible();
  await expect(row(page, 'Sam Rivers')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByText(/@acme\.example/)).toHaveText([
    'sam.rivers@acme.example',
  ]);
  await expectAccessible(page);

  await page.goto(`${SYSTEM_PAGE}/people`);
  await expect(
    page.getByText(/needs the permission gorgias.account.read/),
  ).toBeVisible();
  await expectAccessible(page);

  await page.goto(MANAGE);
  await expect(page.getByRole('region', { name: 'Access' })).toBeVisible();
  await expect(
    page.getByRole('tabpanel', { name: 'Manage' }).getByRole('button'),
  ).toHaveCount(0);
  await expectAccessible(page);
});

test('afterwards Gorgias is disconnected', async ({ page }) => {
  await signIn(page, 'ivy');
  await page.goto(MANAGE);
  await disconnectGorgias(page);
});
