import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Browser, chromium, Page } from '@playwright/test';
import { Benchmark, under } from './benchmark';
import { ExampleHost } from './exampleHost';

const ENTITY = 'resource:default/gorgias';
const PAGE = '/catalog/default/resource/gorgias';
const CARD = 'entity-card:gorgias/critical-systems';
/** By then, a page that has been quiet for so long is taken for ready. */
const QUIET_MILLISECONDS = 1_000;
const PATIENCE_MILLISECONDS = 60_000;
/** Rounds in which the browser keeps what it has loaded and compiled. */
const WARM_UP = 2;

/** What the card costs whoever opens the page of the entity that it is on. */
export const card: Benchmark = {
  name: 'card',
  // The app is built first.
  isLong: true,
  async prepare() {
    await ExampleHost.build();
  },
  async run({ repetitions, note }) {
    note('starts the host');
    const host = await ExampleHost.start();
    const { env, ...options } = JSON.parse(
      execFileSync(process.execPath, [
        resolvePackagePath('benchmarks', '..', 'scripts', 'chromium.mjs'),
      ]).toString(),
    );
    const browser = await chromium.launch({
      ...options,
      env: { ...process.env, ...env },
    });
    try {
      await host.connect(ENTITY);
      const withCard = await signedIn(browser, host, true);
      const without = await signedIn(browser, host, false);
      const more: number[] = [];
      const alone: number[] = [];
      const cardBytes =
        (await weighScripts(withCard)) - (await weighScripts(without));
      // A page is compiled when it is opened for the second time. What it takes
      // differs by more from one time to the next than what is measured, so
      // there are many rounds, and the one or the other comes first.
      for (let round = 1 - WARM_UP; round <= 10 * repetitions; round += 1) {
        note(`round ${round}`);
        const cardFirst = round % 2 === 0;
        const before = cardFirst ? undefined : await open(without);
        const shown = await open(withCard);
        const other = before ?? (await open(without));
        if (round > 0) {
          more.push(shown - other);
          alone.push(other);
        }
      }
      return [
        {
          what: 'what the card adds until the page can be used',
          on: 'page of the entity, scripts cached, Chromium',
          unit: 'ms',
          values: more,
          baseline: { what: 'the page without it', values: alone },
          mustReach: under(100, 'ms'),
        },
        {
          what: 'what the card adds to the scripts of the page, compressed',
          on: 'the app as it is built, with what of others it alone loads',
          unit: 'kB',
          values: [cardBytes / 1024],
        },
      ];
    } finally {
      await browser.close();
      await host.stop();
    }
  },
};

/** A page of somebody who is signed in; the same app, told to show the card or not. */
async function signedIn(
  browser: Browser,
  host: ExampleHost,
  showsCard: boolean,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: host.url });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  // Taken apart and put together for both, so that it costs both the same. Not
  // on its way here: Playwright has a browser whose requests it routes cache nothing.
  await context.addInitScript(configure, showsCard ? undefined : CARD);
  await context.addInitScript(watchUse, QUIET_MILLISECONDS);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter as Ivy Nakamura' }).click();
  await page.getByRole('heading', { level: 1, name: /Catalog/ }).waitFor();
  await page.goto(PAGE);
  await page.getByText('About', { exact: true }).waitFor();
  const checks = page.getByRole('region', { name: 'Access checks' });
  if (showsCard) {
    await checks.waitFor();
  } else if (await checks.isVisible()) {
    throw new Error('The page shows the card that it is to be without');
  }
  return page;
}

/** Runs in the page: adds to the configuration that comes with it, before the app reads it, that an extension is off. */
function configure(disabled: string | undefined): void {
  document.addEventListener('readystatechange', () => {
    for (const script of document.querySelectorAll(
      'script[type="backstage.io/config"]',
    )) {
      const parts: Array<{ data: any }> = JSON.parse(script.textContent!);
      for (const { data } of parts) {
        if (disabled) data.app?.extensions?.push({ [disabled]: false });
      }
      script.textContent = JSON.stringify(parts);
    }
  });
}

/** Opens the page. @returns when it could be used, in milliseconds from its beginning */
async function open(page: Page): Promise<number> {
  await page.goto(PAGE);
  return page.evaluate(() => (globalThis as unknown as Watched).usableAt);
}

/** Opens the page. @returns how much its scripts are, compressed, in bytes */
async function weighScripts(page: Page): Promise<number> {
  const reads: Array<Promise<number>> = [];
  page.on('response', response => {
    if (response.request().resourceType() === 'script') {
      reads.push(response.body().then(body => gzipSync(body).length));
    }
  });
  await open(page);
  page.removeAllListeners('response');
  const weights = await Promise.all(reads);
  return weights.reduce((sum, weight) => sum + weight, 0);
}

interface Watched {
  usableAt: Promise<number>;
}

/** Runs in the page: it can be used when its own content is there and nothing has held it up for a while. */
function watchUse(quietMilliseconds: number): void {
  const ABOUT = '//body//*[text()="About"]';
  let busyUntil = 0;
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      busyUntil = Math.max(busyUntil, startTime + duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  (globalThis as unknown as Watched).usableAt = new Promise(resolve => {
    let shownAt = 0;
    const look = () => {
      const now = performance.now();
      if (!shownAt) {
        // Asking what text can be seen would have the page laid out each time.
        const about = document.evaluate(ABOUT, document).iterateNext();
        if ((about as Element | null)?.checkVisibility()) shownAt = now;
      }
      const usableAt = Math.max(shownAt, busyUntil);
      if (shownAt && now - usableAt > quietMilliseconds) {
        resolve(usableAt);
      } else {
        setTimeout(look, 10);
      }
    };
    look();
  });
}
