// What somebody gets who installs the packages: packs them, adds them to an empty app as
// the README says, and runs the main flow there in a browser.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adopt, adoptInLegacyApp, installCommands } from './packed/adopt.mjs';
import {
  bringNativeModules,
  createApp,
  forgetPackages,
  installEnvironment,
} from './packed/app.mjs';
import {
  APP_URL,
  startEmulator,
  startHost,
  writeHostConfig,
} from './packed/host.mjs';
import { packAll } from './packed/pack.mjs';
import { startRegistry } from './packed/registry.mjs';
import { ROOT, TOOLS } from './paths.mjs';
import { runTree, stopTree } from './processes.mjs';
import { runLogged } from './progress.mjs';
import { judgeStage, readPlaywright, summary } from './results.mjs';

const RESULTS = join(TOOLS, 'packed');

/** Runs the test, prints the outcome and resolves to the exit code. */
export async function packed(tools, { keep }) {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gorgias-packed-')));
  // At the exit, so that nothing is left of an interrupted test either.
  process.once('exit', () => {
    if (keep) process.stdout.write(`Kept: ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  });

  const stages = [];
  for (const stage of stagesIn(folder, tools)) {
    stages.push(await judge(stage));
    // Each builds on the one before.
    if (!stages.at(-1).ok) break;
  }
  process.stdout.write(`${summary(stages).join('\n')}\n`);
  return stages.every(({ ok }) => ok) ? 0 : 1;
}

function stagesIn(folder, tools) {
  const { node, yarn, env } = tools;
  const tarballs = join(folder, 'tarballs');
  const app = join(folder, 'app');
  const step = (title, command, args, options) =>
    runLogged(title, command, args, {
      env,
      logFile: join(RESULTS, `${title.replace(/[^\w]+/g, '-')}.log`),
      ...options,
    });
  const runYarn = (cwd, extraEnv) => args =>
    step(
      `yarn ${args.map(a => a.replace(folder, '')).join(' ')}`,
      node,
      [yarn, ...args],
      {
        cwd,
        env: { ...env, ...extraEnv },
      },
    );

  return [
    { name: 'pack', run: () => packAll(tarballs, runYarn(ROOT)) },
    {
      name: 'create app',
      run: () =>
        createApp(folder, tools, (command, args, options) =>
          step(`create-app ${args.slice(2).join(' ')}`, command, args, options),
        ),
    },
    {
      name: 'install',
      run: async () => {
        const setting = name =>
          execFileSync(node, [yarn, 'config', 'get', name], {
            cwd: ROOT,
            env,
            encoding: 'utf8',
          }).trim();
        const registry = await startRegistry(
          tarballs,
          setting('npmRegistryServer'),
        );
        const globalFolder = setting('globalFolder');
        const forget = () => forgetPackages(globalFolder, registry.names);
        forget();
        process.once('exit', forget);
        const install = runYarn(
          app,
          installEnvironment(folder, {
            env,
            globalFolder,
            registry: registry.url,
          }),
        );
        for (const command of installCommands()) await install(command);
        await install([
          ...['--cwd', 'packages/app-legacy', 'add'],
          'backstage-plugin-gorgias',
        ]);
        bringNativeModules(app);
        adopt(app);
        adoptInLegacyApp(join(app, 'packages/app-legacy'));
        writeHostConfig(app);
      },
    },
    { name: 'types', run: () => runYarn(app)(['tsc']) },
    {
      name: 'build',
      run: async () => {
        await runYarn(app)(['build:backend']);
        await runYarn(app)(['workspace', 'app-legacy', 'build']);
        await step('unpack the bundle', 'tar', ['-xzf', BUNDLE], { cwd: app });
      },
    },
    ...['app', 'app-legacy'].map(frontend => ({
      name: `browser, ${frontend}`,
      run: () => inBrowser(tools, app, frontend),
      results: join(RESULTS, `${frontend}.json`),
    })),
  ];
}

const BUNDLE = 'packages/backend/dist/bundle.tar.gz';

async function inBrowser(tools, app, frontend) {
  const { node, yarn, env } = tools;
  const started = [];
  try {
    started.push(await startEmulator(tools));
    started.push(await startHost(tools, app, frontend));
    return await runTree(
      node,
      [yarn, 'playwright', 'test', '--config', 'playwright.packed.config.ts'],
      {
        cwd: ROOT,
        env: { ...env, PACKED_APP_URL: APP_URL, PACKED_APP: frontend },
      },
    );
  } finally {
    await Promise.all(started.map(child => stopTree(child)));
  }
}

async function judge({ name, run, results: file }) {
  process.stdout.write(`\n=== ${name}\n`);
  const startedAt = Date.now();
  let exitCode = 1;
  let results;
  try {
    exitCode = (await run()) ?? 0;
    results = file && readPlaywright(file);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    exitCode = 1;
  }
  const seconds = (Date.now() - startedAt) / 1000;
  return judgeStage({ name, seconds, exitCode, results });
}
