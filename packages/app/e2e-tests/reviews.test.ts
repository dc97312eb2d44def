import { expect, Locator, Page, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { disconnectGorgias } from './support/connect';
import { exportEvidence, verifyEvidence } from './support/evidence';
import { takePicture } from './support/pictures';
import { expectGoodScreen } from './support/screens';
import { signIn } from './support/signIn';
import {
  acme,
  connectAndAdd,
  row,
  startAfresh,
  SYSTEM_PAGE,
  userId,
} from './support/world';

const REVIEWS = `${SYSTEM_PAGE}/reviews`;

const button = (where: Page | Locator, name: string) =>
  where.getByRole('button', { name, exact: true });

/** Opens what waits for somebody on the list of systems. */
async function openWaiting(page: Page) {
  await page.goto('/critical-systems');
  await page
    .getByRole('region', { name: 'Waiting for you' })
    .getByRole('link', { name: /of Gorgias$/ })
    .click();
  await expect(
    page.getByRole('region', { name: 'Accounts in the review' }),
  ).toBeVisible();
}

/** Judges all the accounts that wait for somebody, page by page, alike. */
async function keepEverything(page: Page) {
  await page.goto(`${page.url().split('?')[0]}?reviewer=me&status=undecided`);
  const left = page.getByRole('rowheader').filter({ hasText: '@' });
  const none = page.getByText('No account in the review is like that.');
  await expect(left.first()).toBeVisible();
  while (!(await none.isVisible())) {
    const before = await left.first().textContent();
    await page
      .getByRole('columnheader')
      .getByRole('checkbox')
      .check({ force: true });
    await button(page, 'Keep').first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Keep/ })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(left.filter({ hasText: before! })).toHaveCount(0);
    await expect(left.first().or(none)).toBeVisible();
  }
}

test('access is reviewed, by managers, the admin and whoever is asked instead', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  await signIn(page, 'ivy');
  await startAfresh(page);
  await connectAndAdd(page);
  const maya = await (await browser.newContext()).newPage();
  await signIn(maya, 'maya');

  await test.step('the admin starts it, having seen who would be asked', async () => {
    await page.goto(REVIEWS);
    await button(page, 'Start a review').click();
    const form = page.getByRole('dialog');
    await expect(form).toContainText(/\d+ accounts to be judged/);
    await expect(form.getByRole('link', { name: /maya/i })).toBeVisible();
    await expectGoodScreen(page, 'review-start', { part: '[role=dialog]' });
    await button(form, 'Start review').click();
    await expect(form).toBeHidden();
    await expect(page.getByText(/^0 of \d+ judged$/).first()).toBeVisible();
    await expectGoodScreen(page, 'review');
    await takePicture(page, 'review');
  });

  await test.step('the manager revokes one, changes a role, and gives one back', async () => {
    await openWaiting(maya);
    await button(row(maya, 'Sam Rivers'), 'Revoke').click();
    const dialog = maya.getByRole('dialog');
    await dialog.getByLabel('Why').fill('Moved to another team');
    await button(dialog, 'Revoke').click();
    await expect(row(maya, 'Sam Rivers')).toHaveCount(0);

    await row(maya, 'Jonas Weiss').getByRole('checkbox').check({ force: true });
    await button(maya, 'Change role').click();
    await dialog.getByRole('button', { name: /New role/ }).click();
    await maya.getByRole('option', { name: 'Observer' }).click();
    await dialog.getByLabel('Why').fill('Only looks');
    await button(dialog, 'Change role').click();
    await expect(row(maya, 'Jonas Weiss')).toHaveCount(0);

    await row(maya, 'Linh Tran').getByRole('checkbox').check({ force: true });
    await button(maya, 'Not mine').click();
    await dialog.getByLabel('Why').fill('Works for IT now');
    await button(dialog, 'Not mine').click();
    await expect(row(maya, 'Linh Tran')).toHaveCount(0);

    await keepEverything(maya);
    await expect(
      maya.getByText('You have judged everything that you were asked about'),
    ).toBeVisible();
  });

  await test.step('the admin passes on what managers have not judged, and judges the rest', async () => {
    await keepEverything(page);
    await page.goto(`${page.url().split('?')[0]}?status=undecided`);
    const others = page.getByRole('rowheader').filter({ hasText: '@' });
    await expect(others.first()).toBeVisible();
    await page
      .getByRole('columnheader')
      .getByRole('checkbox')
      .check({ force: true });
    await button(page, 'Delegate').click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Who is asked' })
      .fill('user:default/maya.ortiz');
    await button(dialog, 'Delegate').click();
    // One of them is her own.
    await expect(dialog.getByRole('alert')).toContainText(/own/);
    await expect(button(page, 'Sign off')).toBeDisabled();
    await dialog
      .getByRole('combobox', { name: 'Who is asked' })
      .fill('user:default/sam.rivers');
    await button(dialog, 'Delegate').click();
    await expect(dialog).toBeHidden();
  });

  await test.step('whoever was asked instead judges them', async () => {
    const sam = await (await browser.newContext()).newPage();
    await signIn(sam, 'sam');
    await openWaiting(sam);
    await keepEverything(sam);
  });

  await test.step('the admin signs it off', async () => {
    await page.goto(REVIEWS);
    await page.getByRole('link', { name: /^Access review/ }).click();
    await button(page, 'Sign off').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, 'Sign off').click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Signed off by/).first()).toBeVisible();
  });

  await test.step('what was decided stays open until a sync sees it done', async () => {
    await acme.deleteUser(await userId('Sam Rivers'));
    await page.goto(SYSTEM_PAGE);
    await button(page, 'Sync now').click();
    await page.goto(REVIEWS);
    await page.getByRole('link', { name: /^Access review/ }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('sam rivers');
    await expect(row(page, 'sam.rivers@acme.example')).toContainText('Done');
  });

  await test.step('an auditor sees evidence and nothing else, and the verifier accepts it', async () => {
    const nadia = await (await browser.newContext()).newPage();
    await signIn(nadia, 'nadia');
    await nadia.goto('/critical-systems');
    await nadia.getByRole('link', { name: 'Gorgias', exact: true }).click();
    await expect(
      nadia.getByRole('region', { name: 'What evidence there is' }),
    ).toBeVisible();
    await expect(nadia.getByRole('tab')).toHaveCount(0);
    const today = new Date().toLocaleDateString('sv');
    await nadia.getByLabel('Day', { exact: true }).fill(today);
    await expect(row(nadia, 'Linh Tran')).toBeVisible();
    await expect(row(nadia, 'Sam Rivers')).toHaveCount(0);
    await expectGoodScreen(nadia, 'evidence');
    await takePicture(nadia, 'evidence', { height: 1250 });

    const exported = await exportEvidence(nadia);
    const { code, said } = await verifyEvidence(exported);
    expect(said).toMatch(/ACCEPTED/);
    expect(said).toMatch(/\d+ verdicts on accounts were judged again/);
    expect(code).toBe(0);

    // A single bit.
    const bytes = await readFile(exported.bundle);
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    await writeFile(exported.bundle, bytes);
    expect((await verifyEvidence(exported)).code).toBe(1);
  });

  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
