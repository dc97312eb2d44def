import { expect, test } from '@playwright/test';
import { disconnectGorgias } from './support/connect';
import { signIn } from './support/signIn';
import {
  acme,
  connectAndAdd,
  ENTITY_PAGE,
  startAfresh,
  SYSTEM_PAGE,
  userId,
} from './support/world';

test('a page that is open shows what somebody else has synced', async ({
  page,
  browser,
}) => {
  await signIn(page, 'ivy');
  await startAfresh(page);
  await connectAndAdd(page);

  const context = await browser.newContext();
  const watching = await context.newPage();
  await signIn(watching, 'sam');
  await watching.goto(ENTITY_PAGE);
  const mfa = watching
    .getByRole('region', { name: 'Access checks' })
    .getByRole('listitem')
    .filter({ hasText: 'User should have MFA enabled' });
  await expect(mfa).toContainText('4 failing');
  let loads = 0;
  watching.on('load', () => {
    loads += 1;
  });

  await acme.changeUser(await userId('Amara Okafor'), {
    has_2fa_enabled: false,
  });
  await page.getByRole('button', { name: 'Sync now' }).first().click();
  await expect(mfa).toContainText('5 failing');
  expect(loads).toBe(0);
  await context.close();

  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
