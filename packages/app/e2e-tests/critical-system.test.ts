import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { connectGorgias, disconnectGorgias } from './support/connect';
import { allowSupport, check, CHECKS } from './support/mainFlow';
import { takePicture } from './support/pictures';
import { signIn } from './support/signIn';
import { acme, entityPage, startAfresh, userId } from './support/world';

test('from sign-in to five verdicts, which then follow the account', async ({
  page,
}) => {
  await signIn(page, 'ivy');
  // Each app has an entity of its own, for which nobody has configured anything.
  const isLegacy = test.info().project.name === 'legacy frontend system';
  const entity = isLegacy ? 'gorgias-legacy' : 'gorgias';
  await startAfresh(page, entity);

  await test.step('connect from the card of the entity', async () => {
    await page.goto(entityPage(entity));
    await expect(
      page.getByRole('heading', { name: 'Critical Systems' }),
    ).toBeVisible();
    await expectAccessible(page);
    await connectGorgias(page, {
      typed: 'https://www.acme.gorgias.com/app/tickets',
      as: 'ivy.nakamura@acme.example',
    });
    await expect(check(page, CHECKS[3])).toContainText('4 failing');
    await expect(check(page, CHECKS[2])).toContainText('Not configured');
  });

  await test.step('add the critical system', async () => {
    await page.getByRole('button', { name: 'Add Critical System' }).click();
    await expect(check(page, CHECKS[2])).toContainText('Failing');
  });

  await test.step('say who may use it', async () => {
    await allowSupport(page);
  });

  await test.step('see five verdicts on the card', async () => {
    await page.goto(entityPage(entity));
    for (const title of CHECKS) {
      await expect(check(page, title)).toBeVisible();
    }
    await expect(check(page, CHECKS[0])).toContainText('4 failing, 18 passing');
    await expect(check(page, CHECKS[1])).toContainText(
      '1 failing, 2 unknown, 17 passing',
    );
    await expect(check(page, CHECKS[2])).toContainText('Passing');
    await expect(check(page, CHECKS[3])).toContainText(
      '4 failing, 5 unknown, 11 passing',
    );
    await expect(check(page, CHECKS[4])).toContainText(
      '6 failing, 2 unknown, 12 passing',
    );
    await expectAccessible(page);
    await takePicture(page, 'entity-card', { height: 1450 });
  });

  await test.step('change the account, sync, and see the verdicts follow', async () => {
    await acme.changeUser(await userId('Amara Okafor'), {
      has_2fa_enabled: false,
    });
    await acme.deleteUser(await userId('Tomasz Kowalski'));
    await acme.addUser({
      name: 'Casey Unknown',
      email: 'casey@elsewhere.example',
      role: 'basic-agent',
      has_2fa_enabled: true,
    });
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(check(page, CHECKS[0])).toContainText('5 failing, 17 passing');
    await expect(check(page, CHECKS[1])).toContainText('3 unknown, 18 passing');
    await expect(check(page, CHECKS[3])).toContainText(
      '5 failing, 5 unknown, 10 passing',
    );
  });
  await test.step('disconnect, which ends the grant at Gorgias', async () => {
    await page.getByRole('link', { name: 'Summary' }).click();
    await expect(
      page.getByRole('heading', { name: 'Sync history' }),
    ).toBeVisible();
    // Plots come later than what is to be read.
    await expect(page.locator('.recharts-surface').first()).toBeVisible();
    await takePicture(page, 'summary', { height: 1450 });
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await expect(page.getByText('Casey Unknown').first()).toBeVisible();
    await expectAccessible(page);
    await takePicture(page, 'accounts');
    await page.getByRole('tab', { name: 'Manage' }).click();
    await expectAccessible(page);
    await disconnectGorgias(page);
    const { grants } = await acme.state();
    expect(grants.every(grant => grant.revoked)).toBe(true);
  });
});
