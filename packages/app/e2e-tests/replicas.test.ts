import { expect, Page, test } from '@playwright/test';
import {
  logInToGorgias,
  openConnectForm,
  openGorgias,
} from './support/connect';
import { answerer, ask, replicas } from './support/replicas';
import { signIn } from './support/signIn';
import {
  acme,
  addCriticalSystem,
  allowAllStaff,
  ENTITY_PAGE,
  expectRead,
  IVY,
  startAfresh,
  SYSTEM_PAGE,
  userId,
} from './support/world';

// Each goes on where the one before has ended; the last one kills a replica.
test.describe.configure({ mode: 'serial' });

const check = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Access checks' })
    .getByRole('listitem')
    .filter({ hasText: title });

test('what begins on one replica may come back to the other', async ({
  page,
  context,
}) => {
  const [first, second] = await replicas();
  await signIn(page, 'ivy');
  await startAfresh(page);
  await page.goto(ENTITY_PAGE);
  await openConnectForm(page);

  await ask(context, first);
  const begins = answerer(page, 'POST', /\/api\/gorgias\/connections$/);
  const popup = await openGorgias(page, 'acme');
  expect(await begins).toBe(first.name);

  await logInToGorgias(popup, IVY);
  await ask(context, second);
  const ends = answerer(popup, 'GET', /\/api\/gorgias\/connections\/callback$/);
  await popup.getByRole('button', { name: 'Allow' }).click();
  expect(await ends).toBe(second.name);

  await ask(context);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectRead(page);
  await addCriticalSystem(page);
});

test('what changes through one replica is seen live by a browser on the other', async ({
  page,
  context,
  browser,
}) => {
  const [changing, telling] = await replicas();
  const others = await browser.newContext();
  await ask(others, telling);
  const watching = await others.newPage();
  const heard: string[] = [];
  watching.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => heard.push(`${payload}`)),
  );
  await signIn(watching, 'sam');
  await watching.goto(ENTITY_PAGE);
  const configured = check(watching, 'access control should be configured');
  // What the main flow has configured, if it came so far.
  await expect(configured).toBeVisible();
  await expect(configured).not.toContainText('all current staff');
  let loads = 0;
  watching.on('load', () => {
    loads += 1;
  });

  await ask(context, changing);
  await signIn(page, 'ivy');
  heard.splice(0);
  const changes = answerer(page, 'PUT', /\/access-rule$/);
  await allowAllStaff(page, 'gorgias');
  expect(await changes).toBe(changing.name);
  // Not by asking itself, which it does once a minute.
  await expect
    .poll(() => heard.join())
    .toContain('gorgias:resource:default/gorgias');
  await expect(configured).toContainText('all current staff');
  expect(loads).toBe(0);
  await others.close();
});

test('what a replica is killed over, the other one does', async ({
  page,
  context,
}) => {
  await signIn(page, 'ivy');
  await page.goto(ENTITY_PAGE);
  const mfa = check(page, 'User should have MFA enabled');
  await expect(mfa).toContainText('4 failing');
  await acme.changeUser(await userId('Amara Okafor'), {
    has_2fa_enabled: false,
  });
  const served = (await replicas()).map(replica => replica.served);
  expect(Math.min(...served)).toBeGreaterThan(0);

  await test.step('kill it while it reads from Gorgias', async () => {
    const [doomed, survivor] = await replicas();
    await acme.setFaults({ latencyMilliseconds: 2_000 });
    const reads = async () =>
      (await acme.state()).requests.byEndpoint['GET /api/users'];
    const before = await reads();
    await ask(context, doomed);
    // Frozen, it leaves the sync to the other one.
    process.kill(survivor.pid, 'SIGSTOP');
    try {
      await page.getByRole('button', { name: 'Sync now' }).click();
      await expect.poll(reads).toBeGreaterThan(before);
      process.kill(doomed.pid, 'SIGKILL');
    } finally {
      process.kill(survivor.pid, 'SIGCONT');
    }
    await acme.clearFaults();
    await expect
      .poll(async () => (await replicas()).map(({ up }) => up))
      .toEqual([false, true]);
  });

  await test.step('go on with the other one', async () => {
    await page.goto(SYSTEM_PAGE);
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await expect(page.getByText('Amara Okafor').first()).toBeVisible();
  });

  await test.step('see the sync done', async () => {
    await page.goto(ENTITY_PAGE);
    // The timeout of the schedule in app-config.replicas.yaml, and a minute.
    await expect(mfa).toContainText('5 failing', { timeout: 120_000 });
    await page.goto(SYSTEM_PAGE);
    await expect(
      page.getByRole('region', { name: 'Sync history' }),
    ).toContainText('The backend stopped during the run');
  });
});
