import { expect, Page } from '@playwright/test';

const PEOPLE = {
  ivy: 'Ivy Nakamura',
  sam: 'Sam Rivers',
  maya: 'Maya Ortiz',
};

/** Opens the app and enters it: Ivy is an admin of critical systems, Sam is not, and Maya owns Gorgias. */
export async function signIn(page: Page, person: keyof typeof PEOPLE) {
  await page.goto('/');
  await page
    .getByRole('button', { name: `Enter as ${PEOPLE[person]}` })
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: /Catalog/ }),
  ).toBeVisible();
}
