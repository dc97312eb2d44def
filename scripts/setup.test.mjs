import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { isUsable, nodeEnvironment } from './node.mjs';
import { ROOT } from './paths.mjs';
import { APP_URL, BACKEND_URL, TITLE } from './start.mjs';

const read = file => readFileSync(join(ROOT, file), 'utf8');

test('takes the running Node only when SQLite is safe with it', () => {
  assert.equal(isUsable('22.23.3'), true);
  assert.equal(isUsable('24.21.0'), false);
  assert.equal(isUsable('20.20.2'), false);
});

test('puts the chosen Node first, with its own headers', () => {
  const env = nodeEnvironment(process.execPath, {
    PATH: '/somewhere',
    npm_config_nodedir: '/another/node',
  });
  assert.ok(env.PATH.startsWith(dirname(process.execPath)));
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include/node/node.h'));
  assert.equal(env.npm_config_nodedir, hasHeaders ? prefix : '/another/node');
});

test('waits for the host that app-config.yaml describes', () => {
  const config = read('app-config.yaml');
  assert.match(config, new RegExp(`^  title: ${TITLE}$`, 'm'));
  assert.match(
    config,
    new RegExp(`^app:\n(  .*\n)*  baseUrl: ${APP_URL}$`, 'm'),
  );
  assert.match(
    config,
    new RegExp(`^backend:\n(  .*\n)*  baseUrl: ${BACKEND_URL}$`, 'm'),
  );
});

test('tests in the browser against the host that app-config.e2e.yaml describes', () => {
  const addresses = text =>
    new Set(text.match(/http:\/\/localhost:\d+/g).sort());
  const configured = addresses(read('app-config.e2e.yaml'));
  assert.deepEqual(addresses(read('playwright.config.ts')), configured);
  const [emulator] = addresses(
    read('packages/app/e2e-tests/support/emulator.ts'),
  );
  assert.ok(configured.has(emulator));
});
