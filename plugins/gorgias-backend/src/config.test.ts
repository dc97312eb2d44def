import { ConfigReader } from '@backstage/config';
import { readGorgiasConfig } from './config';

const KEY = { id: 'k1', secret: 's'.repeat(32) };
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
      encryptionKeys: [KEY],
      schedule: {
        frequency: { minutes: 15 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 10 },
      },
      staleAfterSeconds: 7200,
      staff: { filter: {}, offboardedAnnotation: 'gorgias.com/offboarded-on' },
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
        },
        staff: {
          filter: { 'spec.type': 'employee' },
          offboarded: { annotation: 'hr/left' },
        },
      }),
    ).toMatchObject({
      schedule: { frequency: { cron: '0 * * * *' } },
      staleAfterSeconds: 18000,
      staff: {
        filter: { 'spec.type': 'employee' },
        offboardedAnnotation: 'hr/left',
      },
    });
  });

  it.each([
    ['nothing', undefined, 'gorgias is missing'],
    [
      'no OAuth app',
      { encryption: VALID.encryption },
      'gorgias.oauth is missing',
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
