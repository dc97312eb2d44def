import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// Beside the one of `npm run start:replicas`.
const PORT = 3275;
const URL = `http://localhost:${PORT}`;

// The app is built, and two backends start one after the other, on a busy machine too.
const START_TIMEOUT_MS = 600_000;

// For the helpers of the tests, in each process of Playwright.
process.env.E2E_BACKEND_URL = URL;

/** The main flow, and what only several replicas can get wrong, on the host of `npm run start:replicas`. */
export default defineConfig({
  ...base,
  reporter: [
    ['line'],
    ['json', { outputFile: '.tools/results/replicas.json' }],
  ],
  // Three backends and a browser share the machine.
  timeout: 240_000,
  outputDir: 'test-results/replicas',
  projects: [
    {
      name: 'replicas',
      testMatch: ['critical-system.test.ts', 'replicas.test.ts'],
      use: { baseURL: URL },
    },
  ],
  webServer: {
    command: `node scripts/run.mjs replicas ${PORT}`,
    env: {
      // As in app-config.e2e.yaml, and for the same reasons.
      APP_CONFIG_gorgias_notifications_enabled: 'false',
    },
    url: `${URL}/.backstage/health/v1/readiness`,
    reuseExistingServer: false,
    timeout: START_TIMEOUT_MS,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
