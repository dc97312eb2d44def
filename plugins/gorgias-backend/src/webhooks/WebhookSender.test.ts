import { createTestClock } from '../__testUtils__/clock';
import { Receiver, startReceiver } from '../__testUtils__/webhookReceiver';
import { WebhookSender } from './WebhookSender';

const SECRET = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;
const MESSAGE = { position: 1, messageId: 'msg_1', body: '{"version":1}' };
const QUICK = { minTimeout: 1, maxTimeout: 5 };

describe('WebhookSender', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver(SECRET);
  });
  afterEach(() => receiver.stop());

  const sender = (differing: { url?: string; secret?: string } = {}) =>
    new WebhookSender(
      { id: 'siem', url: receiver.url, secret: SECRET, ...differing },
      createTestClock(),
      QUICK,
    );
  const statuses = () => receiver.received.map(({ status }) => status);

  it('signs as the standard says, with the prefix of the secret or without', async () => {
    expect(await sender().send(MESSAGE)).toEqual({ ok: true });
    const secret = SECRET.replace('whsec_', '');
    expect(await sender({ secret }).send(MESSAGE)).toEqual({ ok: true });
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[0]).toMatchObject({
      method: 'POST',
      path: '/hooks?token=in-the-address',
      id: 'msg_1',
      event: { version: 1 },
      headers: { 'content-type': 'application/json' },
    });
  });

  it('is refused with another secret', async () => {
    const secret = Buffer.from('b'.repeat(32)).toString('base64');
    expect(await sender({ secret }).send(MESSAGE)).toEqual({
      ok: false,
      reason: 'it answered with status 401',
    });
    expect(receiver.received).toEqual([]);
  });

  it('sends the same again at once while trouble may pass', async () => {
    receiver.answerNext({ status: 500 }, { status: 502 }, { status: 504 });
    expect(await sender().send(MESSAGE)).toEqual({ ok: true });
    expect(statuses()).toEqual([500, 502, 504, 204]);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  });

  it('gives up after three more tries', async () => {
    receiver.answer({ status: 500 });
    expect(await sender().send(MESSAGE)).toEqual({
      ok: false,
      reason: 'it answered with status 500',
    });
    expect(statuses()).toEqual([500, 500, 500, 500]);
  });

  it.each([429, 503])(
    'does not ask again after %i, and says when it may',
    async status => {
      receiver.answer({ status, headers: { 'retry-after': '120' } });
      expect(await sender().send(MESSAGE)).toEqual({
        ok: false,
        reason: `it answered with status ${status}`,
        retryAfterSeconds: 120,
      });
      expect(statuses()).toEqual([status]);
    },
  );

  it('knows Retry-After as a date, and ignores what is none', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    receiver.answerNext(
      { status: 503, headers: { 'retry-after': inAnHour } },
      { status: 503, headers: { 'retry-after': 'soon' } },
      { status: 503, headers: { 'retry-after': '0' } },
    );
    const { retryAfterSeconds } = (await sender().send(MESSAGE)) as any;
    expect(retryAfterSeconds).toBeGreaterThan(3590);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
    const without = { ok: false, reason: 'it answered with status 503' };
    expect(await sender().send(MESSAGE)).toEqual(without);
    expect(await sender().send(MESSAGE)).toEqual(without);
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect by %i',
    async status => {
      const other = await startReceiver(SECRET);
      receiver.answer({ status, headers: { location: other.url } });
      expect(await sender().send(MESSAGE)).toEqual({
        ok: false,
        reason: `it answered with status ${status}`,
      });
      await other.stop();
      expect(other.received).toEqual([]);
    },
  );

  it('says that nobody is there, and not where', async () => {
    const { url } = receiver;
    await receiver.stop();
    expect(await sender({ url }).send(MESSAGE)).toEqual({
      ok: false,
      reason: 'it could not be reached (ECONNREFUSED)',
    });
  });
});
