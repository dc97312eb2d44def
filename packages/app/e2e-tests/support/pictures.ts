import { Locator, Page, test } from '@playwright/test';

const WIDTH = 1280;

/** Messages that come and go would cover what is to be seen. */
const WITHOUT_TOASTS =
  '[role=region][aria-label*=notification] { visibility: hidden; }';

/**
 * Takes a picture for the documentation, into `docs/images`, when the
 * variable PICTURES is set, in the app on the new frontend system: of one part of the page, or of what a window
 * shows. Otherwise tests leave the checkout as it is.
 */
export async function takePicture(
  page: Page,
  name: string,
  options: { of?: Locator; height?: number } = {},
) {
  if (!process.env.PICTURES || test.info().project.name.startsWith('legacy')) {
    return;
  }
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: WIDTH, height: options.height ?? 900 });
  const file = {
    path: `docs/images/${name}.png`,
    animations: 'disabled',
    style: WITHOUT_TOASTS,
  } as const;
  await (options.of ? options.of.screenshot(file) : page.screenshot(file));
  await page.setViewportSize(size);
}
