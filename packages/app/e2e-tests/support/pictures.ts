import { Page } from '@playwright/test';

/**
 * Takes a picture for the documentation, into `docs/images`, when the
 * variable PICTURES is set. Otherwise tests leave the checkout as it is.
 */
export async function takePicture(page: Page, name: string) {
  if (process.env.PICTURES) {
    await page.setViewportSize({ width: 1280, height: 1150 });
    await page.screenshot({
      path: `docs/images/${name}.png`,
      animations: 'disabled',
    });
  }
}
