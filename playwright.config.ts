import { execFileSync } from 'node:child_process';
import { defineConfig, LaunchOptions } from '@playwright/test';

// As in app-config.e2e.yaml.
const APP_URL = 'http://localhost:3170';
const LEGACY_APP_URL = 'http://localhost:3171';
const BACKEND_URL = 'http://localhost:7170';

// The app is built before it is served.
const START_TIMEOUT_MS = 240_000;

const CONFIG =
  '--config ../../app-config.yaml --config ../../app-config.e2e.yaml';

const { env, ...browser }: LaunchOptions = JSON.parse(
  execFileSync(process.execPath, ['scripts/chromium.mjs'], {
    cwd: __dirname,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }),
);

const server = {
  reuseExistingServer: false,
  timeout: START_TIMEOUT_MS,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
} as const;

/** An app as a company would run it; what a development server serves takes several times as long to load. */
function buildAndServe(
  name: string,
  url: string,
  env?: Record<string, string>,
) {
  const { port } = new URL(url);
  return {
    ...server,
    command: `node scripts/run.mjs exec workspace ${name} build ${CONFIG} && node scripts/serveApp.mjs packages/${name}/dist ${port}`,
    env,
    url,
  };
}

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  // All tests share one host and one emulated Gorgias.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['line'],
    ['json', { outputFile: '.tools/results/playwright.json' }],
  ],
  outputDir: 'test-results',
  use: {
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...browser, env: { ...process.env, ...env } },
  },
  projects: [
    {
      name: 'set-up',
      testMatch: '*.setup.ts',
      use: { baseURL: APP_URL },
    },
    {
      name: 'new frontend system',
      testMatch: '*.test.ts',
      // The replicas have a host of their own: see playwright.replicas.config.ts.
      testIgnore: ['legacy-app.test.ts', 'replicas.test.ts'],
      dependencies: ['set-up'],
      use: { baseURL: APP_URL },
    },
    {
      name: 'legacy frontend system',
      // What differs between the two is how the plugin is put into the app.
      testMatch: ['critical-system.test.ts', 'legacy-app.test.ts'],
      use: { baseURL: LEGACY_APP_URL },
    },
  ],
  webServer: [
    {
      ...server,
      command: `node scripts/run.mjs exec backstage-cli repo start backend ${CONFIG}`,
      // The guest can sign in to a development host only.
      env: { NODE_ENV: 'development' },
      url: `${BACKEND_URL}/.backstage/health/v1/readiness`,
    },
    buildAndServe('app', APP_URL),
    buildAndServe('app-legacy', LEGACY_APP_URL, {
      // Otherwise as in app-config.e2e.yaml.
      APP_CONFIG_app_baseUrl: LEGACY_APP_URL,
    }),
  ],
});
