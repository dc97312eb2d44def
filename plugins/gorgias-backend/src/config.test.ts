import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import { ConfigReader } from '@backstage/config';
import { readGorgiasConfig } from './config';

const KEY = { id: 'k1', secret: 's'.repeat(32) };
const WEBHOOK = {
  id: 'siem',
  url: 'https://siem.example/hooks?token=do-not-tell-me',
  secret: `whsec_${Buffer.from('do-not-tell-me'.repeat(2)).toString('base64')}`,
};
const VALID = {
  oauth: { clientId: 'id', clientSecret: 'do-not-tell-me' },
  encryption: { keys: [KEY] },
};

const read = (gorgias?: object) =>
  readGorgiasConfig(new ConfigReader(gorgias ? { gorgias } : {}));

describe('readGorgiasConfig', () => {
  it('has defaults for all but the secrets', () => {
    expect(read(VALID)).toEqual({
      baseUrl: 'https://{subdomain}.gorgias.com',
      oauth: VALID.oauth,
      connectMethods: ['oauth'],
      encryptionKeys: [KEY],
      schedule: {
        frequency: { minutes: 15 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 10 },
      },
      timeoutSeconds: 600,
      staleAfterSeconds: 7200,
      massChange: { share: 0.2, minimum: 5 },
      dueDays: DEFAULT_DUE_DAYS,
      evidence: {
        key: undefined,
        headIntervalSeconds: 3600,
        retentionSeconds: undefined,
      },
      notifications: { enabled: true, digestIntervalSeconds: 86400 },
      webhooks: [],
      exceptions: { twoPersonRule: true, maxDays: 365 },
      matching: { plusAliases: false, domainAliases: {} },
      staff: {
        filter: {},
        emailFields: [],
        offboardedAnnotation: 'gorgias.com/offboarded-on',
        offboardedOrphaned: true,
      },
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        ...VALID,
        baseUrl: 'http://localhost:7007/api/gorgias-emulator/{subdomain}',
        sync: {
          schedule: { frequency: { cron: '0 * * * *' }, timeout: 'PT5M' },
          staleAfter: { hours: 5 },
          massChange: { share: 0.5, minimum: 2 },
        },
        apiKey: { enabled: true },
        notifications: { enabled: false, digestInterval: { hours: 4 } },
        staff: {
          filter: { 'spec.type': 'employee' },
          offboarded: { annotation: 'hr/left' },
        },
      }),
    ).toMatchObject({
      connectMethods: ['oauth', 'api-key'],
      schedule: { frequency: { cron: '0 * * * *' } },
      timeoutSeconds: 300,
      staleAfterSeconds: 18000,
      massChange: { share: 0.5, minimum: 2 },
      notifications: { enabled: false, digestIntervalSeconds: 14400 },
      staff: {
        filter: { 'spec.type': 'employee' },
        offboardedAnnotation: 'hr/left',
      },
    });
  });

  it('needs no OAuth app where API keys are allowed', () => {
    expect(
      read({ encryption: VALID.encryption, apiKey: { enabled: true } }),
    ).toMatchObject({ oauth: undefined, connectMethods: ['api-key'] });
  });

  it('does not take half an OAuth app for none', () => {
    expect(() =>
      read({
        encryption: VALID.encryption,
        apiKey: { enabled: true },
        oauth: { clientId: 'id' },
      }),
    ).toThrow('gorgias.oauth.clientSecret is missing');
  });

  it('takes one limit of a mass change, and the other by default', () => {
    expect(
      read({ ...VALID, sync: { massChange: { share: 1 } } }).massChange,
    ).toEqual({ share: 1, minimum: 5 });
    expect(
      read({ ...VALID, sync: { massChange: { minimum: 1 } } }).massChange,
    ).toEqual({ share: 0.2, minimum: 1 });
  });

  it('names everything that is wrong at once', () => {
    expect(() =>
      read({ encryption: { keys: [] }, sync: { massChange: { share: 2 } } }),
    ).toThrow(
      /^Invalid configuration: (?=.*gorgias\.oauth is missing)(?=.*gorgias\.encryption\.keys is empty)(?=.*gorgias\.sync\.massChange\.share must be)[^\n]+$/,
    );
  });

  it.each([
    ['nothing', undefined, 'gorgias is missing'],
    [
      'no OAuth app',
      { encryption: VALID.encryption },
      'gorgias.oauth is missing; enter the clientId and clientSecret of your Gorgias OAuth app, or set gorgias.apiKey.enabled',
    ],
    [
      'no OAuth app and no API keys',
      { encryption: VALID.encryption, apiKey: { enabled: false } },
      'gorgias.oauth is missing',
    ],
    [
      'a switch that is none',
      { ...VALID, apiKey: { enabled: 'yes' } },
      'gorgias.apiKey.enabled must be true or false',
    ],
    [
      'no encryption',
      { oauth: VALID.oauth },
      'gorgias.encryption is missing; enter at least one key',
    ],
    [
      'a share in per cent',
      { ...VALID, sync: { massChange: { share: 20 } } },
      'gorgias.sync.massChange.share must be a number from 0 to 1',
    ],
    [
      'a negative share',
      { ...VALID, sync: { massChange: { share: -0.1 } } },
      'gorgias.sync.massChange.share must be a number from 0 to 1',
    ],
    [
      'a share that is text',
      { ...VALID, sync: { massChange: { share: '20%' } } },
      'gorgias.sync.massChange.share must be a number from 0 to 1',
    ],
    [
      'a minimum of nobody',
      { ...VALID, sync: { massChange: { minimum: 0 } } },
      'gorgias.sync.massChange.minimum must be a whole number of at least 1',
    ],
    [
      'a minimum of half a person',
      { ...VALID, sync: { massChange: { minimum: 2.5 } } },
      'gorgias.sync.massChange.minimum must be a whole number of at least 1',
    ],
    [
      'no secret',
      { ...VALID, oauth: { clientId: 'id' } },
      'gorgias.oauth.clientSecret is missing',
    ],
    [
      'an empty secret',
      { ...VALID, oauth: { clientId: 'id', clientSecret: ' ' } },
      'gorgias.oauth.clientSecret is empty',
    ],
    ['no keys', { ...VALID, encryption: { keys: [] } }, 'keys is empty'],
    [
      'a short key',
      { ...VALID, encryption: { keys: [{ id: 'a', secret: 'short' }] } },
      'gorgias.encryption.keys.0.secret is too short',
    ],
    [
      'a key id with a dot',
      { ...VALID, encryption: { keys: [{ ...KEY, id: 'a.b' }] } },
      'gorgias.encryption.keys.0.id may have only',
    ],
    [
      'two keys of one id',
      { ...VALID, encryption: { keys: [KEY, KEY] } },
      'two keys with the same id',
    ],
    [
      'an address without the subdomain',
      { ...VALID, baseUrl: 'https://acme.gorgias.com' },
      'gorgias.baseUrl must have {subdomain}',
    ],
    [
      'an address without encryption',
      { ...VALID, baseUrl: 'http://{subdomain}.gorgias.com' },
      'must begin with https://',
    ],
    [
      'an address that is none',
      { ...VALID, baseUrl: '{subdomain}' },
      'is not a URL',
    ],
    [
      'an address with a query',
      { ...VALID, baseUrl: 'https://{subdomain}.gorgias.com/?a=b' },
      'no user name, query or fragment',
    ],
    [
      'a schedule that is none',
      { ...VALID, sync: { schedule: { frequency: 'often' } } },
      'gorgias.sync.schedule is not a schedule',
    ],
    [
      'a duration that is none',
      { ...VALID, sync: { staleAfter: 'soon' } },
      'gorgias.sync.staleAfter is not a duration',
    ],
    [
      'webhooks that are no list',
      { ...VALID, webhooks: WEBHOOK },
      'gorgias.webhooks must be a list of webhooks with id, url and secret',
    ],
    [
      'a webhook that is text',
      { ...VALID, webhooks: ['https://siem.example'] },
      'gorgias.webhooks.0 must have id, url and secret',
    ],
    [
      'a webhook without anything',
      { ...VALID, webhooks: [{}] },
      /webhooks\.0\.id is missing; .*\.0\.url is missing; .*\.0\.secret is missing; make one with: /,
    ],
    [
      'a webhook with an id that is no name',
      { ...VALID, webhooks: [{ ...WEBHOOK, id: 'My SIEM' }] },
      'gorgias.webhooks.0.id may have only small letters',
    ],
    [
      'two webhooks of one id',
      { ...VALID, webhooks: [WEBHOOK, WEBHOOK] },
      'gorgias.webhooks has two webhooks with the same id; give each its own',
    ],
    [
      'a webhook without encryption',
      { ...VALID, webhooks: [{ ...WEBHOOK, url: 'http://siem.example' }] },
      'gorgias.webhooks.0.url must begin with https://, or http:// for localhost alone',
    ],
    [
      'a webhook that is no request',
      { ...VALID, webhooks: [{ ...WEBHOOK, url: 'ftp://localhost' }] },
      'gorgias.webhooks.0.url must begin with https://',
    ],
    [
      'a webhook with a password in its address',
      {
        ...VALID,
        webhooks: [
          { ...WEBHOOK, url: 'https://me:do-not-tell-me@siem.example' },
        ],
      },
      'gorgias.webhooks.0.url may have no user name, password or fragment',
    ],
    [
      'a webhook secret that is no base64',
      { ...VALID, webhooks: [{ ...WEBHOOK, secret: 'whsec_do-not-tell-me!' }] },
      'gorgias.webhooks.0.secret is no base64 text',
    ],
    [
      'a webhook secret that is too short',
      {
        ...VALID,
        webhooks: [{ ...WEBHOOK, secret: 'whsec_ZG8tbm90LXRlbGwtbWU=' }],
      },
      'gorgias.webhooks.0.secret is too short; it needs at least 24 bytes',
    ],
    [
      'notifications that are neither on nor off',
      { ...VALID, notifications: { enabled: 'no' } },
      'gorgias.notifications.enabled must be true or false',
    ],
    [
      'a time between notifications that is none',
      { ...VALID, notifications: { digestInterval: 'daily' } },
      'gorgias.notifications.digestInterval is not a duration',
    ],
    [
      'a time between notifications that is too short',
      { ...VALID, notifications: { digestInterval: { seconds: 1 } } },
      'gorgias.notifications.digestInterval is too short; it needs at least 60 seconds',
    ],
    [
      'a duration that is too short',
      { ...VALID, sync: { staleAfter: { seconds: 5 } } },
      'shorter than a minute',
    ],
  ])('refuses %s in one line that says what to do', (_, gorgias, message) => {
    const run = () => read(gorgias);
    expect(run).toThrow(message);
    expect(run).toThrow(/^Invalid configuration: [^\n]+$/);
    expect(run).not.toThrow(/do-not-tell-me|sss/);
  });
});
