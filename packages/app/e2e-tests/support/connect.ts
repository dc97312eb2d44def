import { expect, Page } from '@playwright/test';

/** Opens the connect dialog from the card and goes to the form in it. */
export async function openConnectForm(page: Page) {
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('checkbox').check();
}

/** Logs in to Gorgias in the pop-up window, up to the question whether to allow access. */
export async function logInToGorgias(popup: Page, email: string) {
  await popup.getByLabel('E-mail').fill(email);
  await popup.getByLabel('Password').fill('acme-password');
  await popup.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** Submits the form of the connect dialog, and gives the window it opens. */
export async function openGorgias(page: Page, typed: string): Promise<Page> {
  await page.getByLabel('Gorgias account subdomain').fill(typed);
  const opens = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Connect to Gorgias' }).click();
  return opens;
}

/** Connects from the card, as an admin of the Gorgias account. */
export async function connectGorgias(
  page: Page,
  options: { typed: string; as: string },
) {
  await openConnectForm(page);
  const popup = await openGorgias(page, options.typed);
  await logInToGorgias(popup, options.as);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Fills in the form of the connect dialog with an API key, and submits it. */
export async function connectByApiKey(
  page: Page,
  options: { email: string; apiKey: string },
) {
  await page
    .getByRole('button', { name: 'Connect with an API key instead' })
    .click();
  await page.getByLabel('E-mail of the Gorgias user').fill(options.email);
  await page.getByLabel('API key', { exact: true }).fill(options.apiKey);
  await page.getByRole('button', { name: 'Connect to Gorgias' }).click();
}

/** Disconnects on the Manage tab. */
export async function disconnectGorgias(page: Page) {
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Disconnect' })
    .click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Disconnected' }),
  ).toBeVisible();
}
