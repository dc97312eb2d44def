import { defineConfig } from '@playwright/test';
import browserTests from './playwright.config';

/** For the app into which scripts/packed.mjs has installed the packed packages, and which it has started. */
export default defineConfig({
  ...browserTests,
  testMatch: 'packed.spec.ts',
  projects: undefined,
  webServer: undefined,
  reporter: [
    ['line'],
    ['json', { outputFile: `.tools/packed/${process.env.PACKED_APP}.json` }],
  ],
  outputDir: 'test-results/packed',
  use: { ...browserTests.use, baseURL: process.env.PACKED_APP_URL },
});
