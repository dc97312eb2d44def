import { expect, Page } from '@playwright/test';

const PEOPLE = {
  ivy: 'Ivy Nakamura',
  sam: 'Sam Rivers',
  maya: 'Maya Ortiz',
  nadia: 'Nadia Rossi',
};

/**
 * The development server covers the page for every error. One of them is
 * none: that a size is told in the next frame, as lists in dialogs bring about.
 */
async function ignoreLateSizes(page: Page) {
  await page.addInitScript(() => {
    window.addEventListener('error', event => {
      if (event.message.startsWith('ResizeObserver loop')) {
        event.stopImmediatePropagation();
      }
    });
  });
}

/** Opens the app and enters it: Ivy is an admin of critical systems, Sam is not, Maya owns Gorgias, and Nadia is an auditor. */
export async function signIn(page: Page, person: keyof typeof PEOPLE) {
  await ignoreLateSizes(page);
  await page.goto('/');
  await page
    .getByRole('button', { name: `Enter as ${PEOPLE[person]}` })
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: /Catalog/ }),
  ).toBeVisible();
}
