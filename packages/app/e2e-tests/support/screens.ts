import { expect, Page } from '@playwright/test';
import { expectAccessible } from './accessibility';

/** Where pictures of all screens go, for somebody to look at, when the variable SCREENS is set. */
const FOLDER = 'test-results/screens';

/** 360 px wide like a small phone; 640 px is what 200 % zoom leaves of 1280. */
const NARROW = [
  { name: '360px', width: 360, height: 740 },
  { name: '200-percent', width: 640, height: 480 },
];

async function look(page: Page, name: string, variant: string) {
  if (process.env.SCREENS) {
    await page.screenshot({
      path: `${FOLDER}/${name}-${variant}.png`,
      fullPage: true,
    });
  }
}

/** Shows the page in one of the themes, as the operating system asks for it. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
}

/** What sticks out of the page to the right although nothing around it scrolls. */
function sticksOut(page: Page, part: string): Promise<string[]> {
  return page.evaluate(selector => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean => {
      for (let e = element.parentElement; e; e = e.parentElement) {
        if (
          /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX) &&
          e.getBoundingClientRect().right <= width + 1
        ) {
          return true;
        }
      }
      return false;
    };
    return [...document.querySelectorAll(`${selector} *`)]
      .filter(
        element =>
          element.getBoundingClientRect().right > width + 1 &&
          getComputedStyle(element).position !== 'fixed' &&
          !scrolls(element),
      )
      .map(({ tagName, className }) => `${tagName} ${className}`)
      .slice(0, 5);
  }, part);
}

/** What moves although the person has asked for less motion. */
function moves(page: Page, part: string): Promise<string[]> {
  return page.evaluate(
    selector =>
      document
        .getAnimations()
        // What follows the scrolling moves with the person, not by itself.
        .filter(({ timeline }) => timeline === document.timeline)
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) => (effect as KeyframeEffect).target)
        .filter(target => target?.closest(selector))
        .map(target => target!.outerHTML.slice(0, 120)),
    part,
  );
}

/**
 * Fails unless everybody can use what the page shows now: by the rules of
 * WCAG in the light and the dark theme, without scrolling sideways on a small
 * screen and at 200 % zoom, and without motion for those who want none.
 */
export async function expectGoodScreen(
  page: Page,
  name: string,
  { part = 'main' }: { part?: string } = {},
) {
  const size = page.viewportSize()!;
  await expect(page.locator(part).first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Another theme draws the app anew, which would close a dialog.
  const themes = part === 'main' ? (['dark', 'light'] as const) : [undefined];
  for (const theme of themes) {
    if (theme) {
      await showTheme(page, theme);
    }
    // Of other parts of Backstage, which have no name.
    await expect(page.locator('.MuiCircularProgress-root')).toHaveCount(0);
    await expect.poll(() => moves(page, part)).toEqual([]);
    let attempt = 0;
    // Again while the colours of the theme before it are still on their way.
    await expect(async () => {
      attempt += 1;
      if (theme && attempt > 4) {
        // Backstage can get stuck with one theme for its own components and
        // the other for those of Material UI, until the page is loaded again.
        await page.reload();
        await expect(page.locator(part).first()).toBeVisible();
        await expect(page.getByRole('progressbar')).toHaveCount(0);
      }
      await expectAccessible(page, part);
    }).toPass({ timeout: 60_000 });
    await look(page, name, theme ?? 'window');
  }
  for (const narrow of NARROW) {
    await page.setViewportSize(narrow);
    await expect
      .poll(() => sticksOut(page, part), {
        message: `What sticks out of ${name} at ${narrow.name}`,
      })
      .toEqual([]);
    await look(page, name, narrow.name);
  }
  await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: null });
}
