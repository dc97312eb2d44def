import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import {
  connectByApiKey,
  connectGorgias,
  disconnectGorgias,
  openConnectForm,
} from './support/connect';
import { Emulator } from './support/emulator';
import { signIn } from './support/signIn';

const ENTITY_PAGE = '/catalog/default/resource/gorgias';
const SYSTEM_PAGE = '/critical-systems/resource/default/gorgias';
const IVY = 'ivy.nakamura@acme.example';
// More than a fifth of the active accounts, and more than five.
const GONE = [
  'Luca Moretti',
  'Kofi Mensah',
  'Elena Popescu',
  'Aisha Rahman',
  'Chloe Dubois',
  'Greta Jansen',
  'Omar Farouk',
];

const acme = new Emulator('acme');

async function userId(name: string): Promise<number> {
  const { users } = await acme.state();
  return users.find(user => user.name === name)!.id;
}

const alert = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('alert').filter({ hasText: text });

const held = (page: Page) => alert(page, 'A sync was held');

const history = (page: Page) =>
  page.getByRole('region', { name: 'Sync history' });

const sync = (page: Page) =>
  page.getByRole('button', { name: 'Sync now' }).click();

/** Waits until the first read after connecting is over. */
async function expectRead(page: Page) {
  await expect(page.getByText(/Last read/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

/** Puts the system on the list, where a test before this one may have left it. */
async function addCriticalSystem(page: Page) {
  const add = page.getByRole('button', { name: 'Add Critical System' });
  if (await add.isVisible()) {
    await add.click();
  }
  await expect(add).toHaveCount(0);
}

async function review(page: Page) {
  await page.getByRole('button', { name: 'Review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review the held sync' });
  await expect(dialog).toContainText(`${GONE.length} of`);
  return dialog;
}

test('a mass change is held until an admin believes it', async ({ page }) => {
  await acme.reset();
  // Or a sync that the event log brings forward would take the place of ours.
  await acme.recordEvents(false);
  await signIn(page, 'ivy');

  await test.step('connect, and add the critical system', async () => {
    await page.goto(ENTITY_PAGE);
    await connectGorgias(page, { typed: 'acme', as: IVY });
    await expectRead(page);
    await addCriticalSystem(page);
  });

  await test.step('hold a sync that finds many accounts gone', async () => {
    await page.goto(SYSTEM_PAGE);
    for (const name of GONE) {
      await acme.deleteUser(await userId(name));
    }
    await sync(page);
    await expect(held(page)).toContainText(`${GONE.length} of`);
    await expect(held(page)).toContainText(
      'the last complete read stays in force',
    );
    await expect(page.getByText('The last sync failed')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('keep the accounts meanwhile', async () => {
    await page.goto(`${SYSTEM_PAGE}/accounts?state=active&search=${GONE[0]}`);
    await expect(page.getByRole('rowheader', { name: GONE[0] })).toBeVisible();
    await page.getByRole('tab', { name: 'Summary' }).click();
  });

  await test.step('review it and discard it, which changes nothing', async () => {
    const dialog = await review(page);
    for (const name of GONE) {
      await expect(dialog.getByText(name, { exact: true })).toBeVisible();
    }
    await expectAccessible(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect(dialog).toBeHidden();
    await expect(held(page)).toHaveCount(0);
    await expect(history(page)).toContainText('Discarded by');
  });

  await test.step('hold the next sync again', async () => {
    await sync(page);
    await expect(held(page)).toBeVisible();
  });

  await test.step('review it and accept it, and see the accounts gone', async () => {
    const dialog = await review(page);
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await expect(dialog).toBeHidden();
    await expect(history(page)).toContainText(`${GONE.length} gone`);
    await expect(history(page)).toContainText('Accepted by an admin');
    await expect(held(page)).toHaveCount(0);
    await expectAccessible(page);

    await page.goto(`${SYSTEM_PAGE}/accounts?state=gone`);
    for (const name of GONE) {
      await expect(page.getByRole('rowheader', { name })).toBeVisible();
    }
  });

  await test.step('warn when the connected user is no admin any more', async () => {
    await acme.changeUser(await userId('Ivy Nakamura'), { role: 'agent' });
    await page.goto(SYSTEM_PAGE);
    await sync(page);
    await expect(alert(page, /admin/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Reconnect' }).click();
    await expect(
      page.getByRole('dialog', { name: 'Connect Gorgias' }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});

test('an API key connects where there is no OAuth app', async ({ page }) => {
  await acme.reset();
  await signIn(page, 'ivy');
  await page.goto(ENTITY_PAGE);
  const dialog = page.getByRole('dialog');

  await test.step('refuse a wrong key at the form', async () => {
    await openConnectForm(page);
    await connectByApiKey(page, { email: IVY, apiKey: 'wrong-key' });
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expectAccessible(page, '[role=dialog]');
  });

  await test.step('connect with the right one', async () => {
    await dialog.getByLabel('API key', { exact: true }).fill('acme-api-key');
    await dialog.getByRole('button', { name: 'Connect to Gorgias' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    await expectRead(page);
  });

  await test.step('see how it is connected, and disconnect', async () => {
    await page.goto(`${SYSTEM_PAGE}/manage`);
    const connection = page.getByRole('region', { name: 'Connection' });
    await expect(connection).toContainText('API key');
    await expect(connection).toContainText(IVY);
    await expect(connection).not.toContainText('Scopes');
    await expectAccessible(page);
    await connection.getByRole('button', { name: 'Disconnect' }).click();
    await expect(dialog).toContainText('Delete the key in Gorgias as well');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await disconnectGorgias(page);
  });
});

test('a change at Gorgias is judged without anybody asking for it', async ({
  page,
}) => {
  await acme.reset();
  await signIn(page, 'ivy');
  await page.goto(ENTITY_PAGE);
  await connectGorgias(page, { typed: 'acme', as: IVY });
  await expectRead(page);
  await page.goto(`${SYSTEM_PAGE}/accounts?check=mfa-enabled&search=Noor`);
  await acme.addUser({
    name: 'Noor Haddad',
    email: 'noor.haddad@acme.example',
    role: 'observer-agent',
  });
  await expect(
    page.getByRole('rowheader', { name: 'Noor Haddad' }),
  ).toBeVisible({ timeout: 90_000 });
  await page.goto(SYSTEM_PAGE);
  await expect(history(page)).toContainText('Change at Gorgias');
  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
