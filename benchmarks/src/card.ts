import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Browser, chromium, Page, Route } from '@playwright/test';
import { Benchmark, under } from './benchmark';
import { ExampleHost } from './exampleHost';

const ENTITY = 'resource:default/gorgias';
const PAGE = '/catalog/default/resource/gorgias';
const CARD = 'entity-card:gorgias/critical-systems';
/** By then, a page that has been quiet for so long is taken for ready. */
const QUIET_MILLISECONDS = 1_000;
const PATIENCE_MILLISECONDS = 60_000;

/** What was seen of a page while it was opened. */
interface Opened {
  /** When it could be used, in milliseconds from its beginning. */
  interactive: number;
  /** How much its scripts are, compressed, in bytes. */
  scriptBytes: number;
}

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
      // The first time everything is compiled. What a page takes differs by more
      // from one time to the next than what is measured.
      const [first, firstWithout] = [await open(withCard), await open(without)];
      for (let round = 1; round <= 5 * repetitions; round += 1) {
        note(`round ${round}`);
        const [one, other] = [await open(withCard), await open(without)];
        more.push(one.interactive - other.interactive);
        alone.push(other.interactive);
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
          values: [(first.scriptBytes - firstWithout.scriptBytes) / 1024],
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
  // Both are taken apart and put together, so that it costs both the same.
  await context.route(
    url => !url.pathname.includes('.') && !url.pathname.startsWith('/api/'),
    route => answer(route, showsCard),
  );
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

async function answer(route: Route, showsCard: boolean): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  await route.fulfill({
    response,
    body: html.replace(
      /(<script type="backstage.io\/config">)(.*?)(<\/script>)/s,
      (_, begin, config, end) =>
        `${begin}${showsCard ? config : withoutCard(config)}${end}`,
    ),
  });
}

function withoutCard(config: string): string {
  const parts: Array<{ data: any; context: string }> = JSON.parse(config);
  for (const { data } of parts) {
    if (data.app?.extensions) data.app.extensions.push({ [CARD]: false });
  }
  return JSON.stringify(parts);
}

async function open(page: Page): Promise<Opened> {
  let scriptBytes = 0;
  const reads: Array<Promise<void>> = [];
  page.on('response', response => {
    if (response.request().resourceType() === 'script') {
      reads.push(
        response.body().then(
          body => {
            scriptBytes += gzipSync(body).length;
          },
          () => {},
        ),
      );
    }
  });
  await page.goto(PAGE);
  const interactive = await page.evaluate(
    () => (globalThis as unknown as Watched).usableAt,
  );
  await Promise.all(reads);
  page.removeAllListeners('response');
  return { interactive, scriptBytes };
}

interface Watched {
  usableAt: Promise<number>;
}

/** Runs in the page: it can be used when its own content is there and nothing has held it up for a while. */
function watchUse(quietMilliseconds: number): void {
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
      if (!shownAt && document.body?.innerText.includes('About')) {
        shownAt = now;
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
