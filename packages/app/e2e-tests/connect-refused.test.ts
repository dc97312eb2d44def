import { expect, Page, test } from '@playwright/test';
import {
  disconnectGorgias,
  logInToGorgias,
  openConnectForm,
  openGorgias,
} from './support/connect';
import { Emulator } from './support/emulator';
import { signIn } from './support/signIn';

const ENTITY_PAGE = '/catalog/default/resource/gorgias-outlet';
const outlet = new Emulator('acme-outlet');

async function outletUser(role: string): Promise<string> {
  const { users } = await outlet.state();
  return users.find(
    user => user.active && user.role.name === role && user.email !== null,
  )!.email!;
}

/** Everything that can go wrong says what happened, and can be tried again. */
test.describe('connecting that does not work out', () => {
  test.beforeEach(async ({ page }) => {
    await outlet.reset();
    await signIn(page, 'ivy');
    await page.goto(ENTITY_PAGE);
    await openConnectForm(page);
  });

  const expectProblem = async (page: Page, text: string | RegExp) => {
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
      text,
    );
  };

  test('names a wrong subdomain', async ({ page }) => {
    const field = page.getByLabel('Gorgias account subdomain');
    await field.fill('outlet.evil.example');
    await expect(page.getByRole('dialog')).toContainText(
      'This is not an address at gorgias.com.',
    );
    await field.fill('acme');
    await page.getByRole('button', { name: 'Connect to Gorgias' }).click();
    await expectProblem(
      page,
      'stands for the Gorgias account "acme-outlet", not for "acme"',
    );
  });

  test('says that consent was refused, and works the second time', async ({
    page,
  }) => {
    const email = await outletUser('admin');
    const popup = await openGorgias(page, 'acme-outlet');
    await logInToGorgias(popup, email);
    await popup.getByRole('button', { name: 'Deny' }).click();
    await expectProblem(page, 'Access was not granted at Gorgias');

    await page.getByRole('button', { name: 'Try again' }).click();
    const again = await openGorgias(page, 'acme-outlet');
    await again.getByRole('button', { name: 'Allow' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('Connected', { exact: true })).toBeVisible();

    await page.goto('/critical-systems/resource/default/gorgias-outlet/manage');
    await disconnectGorgias(page);
  });

  test('says that the user is no admin of the Gorgias account', async ({
    page,
  }) => {
    await outlet.addUser({
      name: 'Alex Agent',
      email: 'alex.agent@acme.example',
      role: 'agent',
      has_password: true,
    });
    const popup = await openGorgias(page, 'acme-outlet');
    await logInToGorgias(popup, 'alex.agent@acme.example');
    await popup.getByRole('button', { name: 'Allow' }).click();
    await expectProblem(page, 'is not an admin of the account');
  });

  test('says that the window was closed', async ({ page }) => {
    const popup = await openGorgias(page, 'acme-outlet');
    await popup.getByRole('button', { name: 'Log in', exact: true }).waitFor();
    await popup.close();
    await expectProblem(page, 'The Gorgias window was closed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByLabel('Gorgias account subdomain')).toHaveValue(
      'acme-outlet',
    );
  });

  test('says that the pop-up was blocked', async ({ page }) => {
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.getByRole('button', { name: 'Connect to Gorgias' }).click();
    await expectProblem(page, /pop-up/i);
  });

  test('says that an attempt can not be used twice', async ({ page }) => {
    const popup = await openGorgias(page, 'acme-outlet');
    await logInToGorgias(popup, await outletUser('admin'));
    const comesBack = popup.waitForRequest(/\/connections\/callback\?/);
    await popup.getByRole('button', { name: 'Deny' }).click();
    const address = (await comesBack).url();
    await expectProblem(page, 'Access was not granted at Gorgias');

    const replay = await page.context().newPage();
    await replay.goto(address);
    await expect(replay.getByRole('status')).toContainText('already used');
  });
});

test('somebody without admin rights sees everything and can change nothing', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await page.goto(ENTITY_PAGE);
  await expect(
    page.getByRole('heading', { name: 'Critical Systems' }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Access checks' }),
  ).toBeVisible();
  await expect(
    page.getByText(/An admin of critical systems can do this/).first(),
  ).toBeVisible();
  for (const name of ['Connect', 'Add Critical System', 'Sync now']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(
      0,
    );
  }
});
