import { BREAK_HOWS } from '../breaks/Break';
import { Browser, Page } from '../testing/Browser';
import {
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

async function openPage() {
  const emulator = await startEmulator();
  const browser = new Browser(emulator.baseUrl);
  const page = await browser.open(`${emulator.baseUrl}/control`);
  return { emulator, browser, page };
}

/** Only what belongs to one user, so that a button is that user's. */
function rowOf(page: Page, name: string): Page {
  const rows = page.html.match(/<tr[\s\S]*?<\/tr>/g)!;
  const row = rows.find(html => html.includes(`<th scope="row">${name}</th>`));
  return { ...page, html: row! };
}

async function stateOf(emulator: RunningEmulator) {
  return (await emulator.control('GET', '/accounts/acme')).json();
}

it('lists every account with its users, and needs no script', async () => {
  const { page } = await openPage();
  expect(page.status).toBe(200);
  for (const account of [
    'acme (23 users)',
    'acme-outlet (5 users)',
    'acme-enterprise (3 users)',
    'acme-large (250 users)',
  ]) {
    expect(page.html).toContain(`<summary>${account}</summary>`);
  }
  expect(rowOf(page, 'Kofi Mensah').html).toContain('<td>not told</td>');
  expect(page.html).not.toContain('<script');
});

it('labels every field and names whom every button is about', async () => {
  const { page } = await openPage();
  const fields = page.html.match(/<(?:input|select)[^>]*>/g)!;
  const visible = fields.filter(field => !field.includes('type="hidden"'));
  expect(visible.length).toBeGreaterThan(250);
  const ids = visible
    .map(field => /\sid="([^"]*)"/.exec(field)?.[1])
    .filter(id => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
  for (const field of visible) {
    const id = /\sid="([^"]*)"/.exec(field)?.[1];
    const labelled = id
      ? page.html.includes(`<label for="${id}">`)
      : /aria-label="New role of [^"]+"/.test(field);
    expect([field, labelled]).toEqual([field, true]);
  }
  expect(rowOf(page, 'Sam Rivers').html).toContain(
    'aria-label="Deactivate Sam Rivers"',
  );
});

it('changes users by its buttons and comes back to itself', async () => {
  const { emulator, browser, page } = await openPage();
  const sam = async () =>
    (await stateOf(emulator)).users.find((user: any) => user.id === 411805933);

  let now = await browser.press(rowOf(page, 'Sam Rivers'), 'Deactivate');
  expect(now.status).toBe(200);
  expect(now.url).toBe(`${emulator.baseUrl}/control?account=acme#acme`);
  expect(await sam()).toMatchObject({ active: false });
  now = await browser.press(rowOf(now, 'Sam Rivers'), 'Reactivate');
  expect(await sam()).toMatchObject({ active: true });
  now = await browser.press(rowOf(now, 'Sam Rivers'), 'Turn 2FA on');
  expect(await sam()).toMatchObject({ has_2fa_enabled: true });
  now = await browser.press(rowOf(now, 'Sam Rivers'), 'Turn 2FA off');
  expect(await sam()).toMatchObject({ has_2fa_enabled: false });
  now = await browser.press(rowOf(now, 'Sam Rivers'), 'Change role', {
    role: 'agent',
  });
  expect(await sam()).toMatchObject({ role: { name: 'agent' } });
  await browser.press(rowOf(now, 'Sam Rivers'), 'Delete');
  expect(await sam()).toBeUndefined();
});

it('changes the account by its buttons', async () => {
  const { emulator, browser, page } = await openPage();
  await emulator.grant({
    subdomain: 'acme',
    email: 'ivy.nakamura@acme.example',
    scope: 'users:read',
  });
  const invitation = { name: '<b>Eve</b>', email: 'eve@acme.example' };
  const after = await browser.press(page, 'Invite', {
    ...invitation,
    role: 'agent',
  });
  expect(after.html).not.toContain('<b>Eve');
  expect((await stateOf(emulator)).users.at(-1)).toMatchObject(invitation);

  await browser.press(page, 'Add latency', { 'latencyMilliseconds:json': '2' });
  await browser.press(page, 'Fail next requests', {
    'failNext.count:json': '3',
    'failNext.status:json': '503',
  });
  await browser.press(page, 'Rate limit next requests', {
    'rateLimitNext.count:json': '1',
    'rateLimitNext.retryAfterSeconds:json': '5',
  });
  expect((await stateOf(emulator)).faults).toEqual({
    latencyMilliseconds: 2,
    failNext: { count: 3, status: 503, target: 'api' },
    rateLimitNext: { count: 1, retryAfterSeconds: 5 },
  });
  await browser.press(page, 'Clear faults');
  expect((await stateOf(emulator)).faults).toEqual({});

  await browser.press(page, 'Break next answer', {
    'breakNext.how': 'looping-cursor',
    'breakNext.path': '/api/users',
    'breakNext.skip:json': '2',
  });
  expect((await stateOf(emulator)).faults.breakNext).toEqual([
    { how: 'looping-cursor', path: '/api/users', skip: 2, count: 1 },
  ]);
  expect(after.html).toContain('API key in force');
  const revoked = await browser.press(page, 'Revoke API key');
  expect(revoked.html).toContain('API key revoked');
  expect((await stateOf(emulator)).apiKeyRevoked).toBe(true);

  await browser.press(page, 'Revoke grants');
  expect((await stateOf(emulator)).grants).toMatchObject([{ revoked: true }]);
  await browser.press(page, 'Reset account');
  expect((await stateOf(emulator)).grants).toEqual([]);
});

it('offers every way to break an answer', async () => {
  const { page } = await openPage();
  const select = /<select id="acme-how".*?<\/select>/s.exec(page.html)![0];
  const offered = [...select.matchAll(/<option>(.*?)<\/option>/g)];
  expect(offered.map(([, how]) => how)).toEqual(BREAK_HOWS);
});

it('says on a page what was wrong with a form', async () => {
  const { browser, page } = await openPage();
  const after = await browser.press(page, 'Fail next requests', {
    'failNext.count:json': 'many',
    'failNext.status:json': '503',
  });
  expect(after.status).toBe(400);
  expect(after.html).toContain('failNext.count: ');
  expect(after.html).toContain('Back to the emulator');
});
