import { expect, Page } from '@playwright/test';
import { connectGorgias, disconnectGorgias } from './connect';
import { Emulator } from './emulator';

/** The page in the catalog of an entity that stands for account `acme`. */
export const entityPage = (entity: string) =>
  `/catalog/default/resource/${entity}`;

/** The page of the system that such an entity is. */
export const systemPage = (entity: string) =>
  `/critical-systems/resource/default/${entity}`;

export const ENTITY_PAGE = entityPage('gorgias');
export const SYSTEM_PAGE = systemPage('gorgias');
export const IVY = 'ivy.nakamura@acme.example';

export const acme = new Emulator('acme');

export async function userId(name: string): Promise<number> {
  const { users } = await acme.state();
  return users.find(user => user.name === name)!.id;
}

/** Waits until no sync is running and something was read. */
export async function expectRead(page: Page) {
  await expect(page.getByText(/Last read/).first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

/** Puts the system on the list, where a test before this one may have left it. */
export async function addCriticalSystem(page: Page) {
  const add = page.getByRole('button', { name: 'Add Critical System' });
  if (await add.isVisible()) {
    await add.click();
  }
  await expect(add).toHaveCount(0);
}

/** Takes account `acme` back to its beginning, ends a connection that a failed test has left, and takes it off the list. */
export async function startAfresh(page: Page, entity = 'gorgias') {
  await acme.reset();
  await acme.clearFaults();
  // Or a sync that the event log brings forward would take the place of ours.
  await acme.recordEvents(false);
  await page.goto(`${systemPage(entity)}/manage`);
  const connection = page.getByRole('region', {
    name: 'Connection',
    exact: true,
  });
  await expect(connection.getByRole('status')).toBeVisible();
  if (
    await connection.getByRole('button', { name: 'Disconnect' }).isVisible()
  ) {
    await disconnectGorgias(page);
  }
  const remove = page.getByRole('button', {
    name: 'Remove from critical systems',
  });
  if (await remove.isVisible()) {
    await remove.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Remove/ })
      .click();
    await expect(remove).toHaveCount(0);
  }
}

/** Connects account `acme` as it is now, and puts it on the list. */
export async function connectAndAdd(page: Page) {
  await page.goto(ENTITY_PAGE);
  await connectGorgias(page, { typed: 'acme', as: IVY });
  await expectRead(page);
  await addCriticalSystem(page);
}

/** Says that all current staff may use the system. */
export async function allowAllStaff(page: Page, entity: string) {
  await page.goto(`${systemPage(entity)}/manage`);
  await page.getByRole('button', { name: 'Configure', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'All staff' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

/** Row of a table whose header has this name. */
export const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
