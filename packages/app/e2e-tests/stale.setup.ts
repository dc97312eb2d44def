import { expect, test } from '@playwright/test';
import { connectByApiKey, openConnectForm } from './support/connect';
import { Emulator } from './support/emulator';
import { signIn } from './support/signIn';

/** Has one system read now, so that its facts are too old when the tests come to it. */
test('connect a system that nobody will read again', async ({ page }) => {
  const enterprise = new Emulator('acme-enterprise');
  await enterprise.reset();
  await enterprise.recordEvents(false);
  await signIn(page, 'ivy');
  await page.goto('/catalog/default/resource/gorgias-stale');
  await openConnectForm(page);
  await connectByApiKey(page, {
    email: 'ivy.nakamura@acme.example',
    apiKey: 'acme-enterprise-api-key',
  });
  await expect(page.getByText(/Last read/)).toBeVisible();
  // Only then can nothing bring it back to life.
  await enterprise.setFaults({
    failNext: { count: 1000, status: 500 },
  });
});
