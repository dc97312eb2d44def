import { expect, test } from '@playwright/test';
import { Clicks } from './support/clicks';
import { disconnectGorgias } from './support/connect';
import { IVY, row, startAfresh, SYSTEM_PAGE } from './support/world';
import { signIn } from './support/signIn';

const MOST_CLICKS = 12;
const MOST_SECONDS = 180;
const MOST_CLICKS_TO_A_FIX = 3;

test('little has to be done from nothing to five verdicts, and from a failing one to its fix', async ({
  page,
}) => {
  await signIn(page, 'ivy');
  await startAfresh(page);
  await page.evaluate(() => sessionStorage.clear());

  await test.step('from nothing to five verdicts', async () => {
    await page.goto('/');
    const clicks = new Clicks();
    await clicks.on(page.getByRole('button', { name: 'Enter as Ivy' }));
    await clicks.on(page.getByRole('link', { name: 'Critical Systems' }));
    await clicks.on(page.getByRole('link', { name: 'Gorgias', exact: true }));
    await clicks.on(page.getByRole('button', { name: 'Connect', exact: true }));
    await clicks.on(page.getByRole('button', { name: 'Next', exact: true }));
    await clicks.on(page.getByRole('dialog').getByRole('checkbox'));
    // The subdomain is filled in already.
    const opens = page.waitForEvent('popup');
    await clicks.on(page.getByRole('button', { name: 'Connect to Gorgias' }));
    const popup = await opens;
    await popup.getByLabel('E-mail').fill(IVY);
    await popup.getByLabel('Password').fill('acme-password');
    await clicks.on(popup.getByRole('button', { name: 'Log in', exact: true }));
    await clicks.on(popup.getByRole('button', { name: 'Allow' }));
    const add = page.getByRole('button', { name: 'Add Critical System' });
    await expect(page.getByText(/Last read/).first()).toBeVisible();
    if (await add.isVisible()) {
      await clicks.on(add);
    }

    const checks = page
      .getByRole('region', { name: 'Access checks' })
      .getByRole('listitem')
      .filter({ hasText: /Failing|Unknown|Passing|Not configured/ });
    await expect(checks).toHaveCount(5);
    await expect(checks.filter({ hasText: 'not connected' })).toHaveCount(0);
    expect(clicks.count).toBeLessThanOrEqual(MOST_CLICKS);
    expect(clicks.seconds).toBeLessThan(MOST_SECONDS);
  });

  await test.step('from a failing verdict to its fix', async () => {
    const clicks = new Clicks();
    await clicks.on(
      page
        .getByRole('region', { name: 'Access checks' })
        .getByRole('link', { name: 'User should be identified', exact: true }),
    );
    await clicks.on(
      row(page, 'Diego Fuentes').getByText('Active', { exact: true }),
    );
    const drawer = page.getByRole('dialog');
    const fix = drawer.getByRole('button', { name: 'This is Diego Fuentes' });
    await expect(drawer).toContainText(/asked|Due/i);
    await clicks.on(fix);
    await expect(drawer.getByLabel('How is that known')).toBeVisible();
    expect(clicks.count).toBeLessThanOrEqual(MOST_CLICKS_TO_A_FIX);
  });

  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
