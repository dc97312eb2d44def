import fc from 'fast-check';
import { Operation, OpenApi } from '../../openapi/__testUtils__/openApi';
import { fromSchema, Known } from './fromSchema';
import { hostileText, Json, POLLUTION } from './hostileValues';
import { mutated } from './mutate';
import { Role } from './roles';

/** A request as it goes over the wire. */
export interface AttackRequest {
  role: Role;
  method: string;
  /** With what is in the query, encoded, or not as it should be. */
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

type Parameter = NonNullable<Operation['parameters']>[number];

/** Parts of a path that decode to something else, or to nothing. */
const SEGMENTS = [
  '',
  '.',
  '..',
  '%2e%2e%2f',
  '%2e%2e',
  '..%2f..%2fopenapi.json',
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%E0%A4%A',
  '%ED%A0%80',
  '%C0%AE%C0%AE',
  '%0d%0ax-injected:%201',
  '%252e%252e',
  '%5B%5D',
  '__proto__',
  'constructor',
  '*',
  ':name',
  '{name}',
  ';a=b',
  'a'.repeat(101),
  'a'.repeat(8000),
  '%F0%9F%98%80'.repeat(25),
];

const BODIES: Array<string | Uint8Array> = [
  '',
  ' ',
  '{',
  '{"a":1',
  'null',
  'true',
  '"text"',
  '[]',
  '[{}]',
  'NaN',
  '\ufeff{}',
  '{"entityRef":"a:b/c","entityRef":null}',
  `{"__proto__":{"${POLLUTION}":1}}`,
  `{"constructor":{"prototype":{"${POLLUTION}":1}}}`,
  '['.repeat(50_000),
  '['.repeat(49_000) + ']'.repeat(49_000),
  '{"a":'.repeat(10_000),
  JSON.stringify({ entityRef: 'a'.repeat(200_000) }),
  `[${'0,'.repeat(30_000)}0]`,
  new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  new Uint8Array([0x1f, 0x8b, 8, 0, 0]),
  'entityRef=resource:default/gorgias',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
];

const CONTENT_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset=evil',
  'application/problem+json',
  'application/json, text/html',
  'nonsense',
  '',
];

const METHODS = [
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PUT',
  'PATCH',
  'DELETE',
  'POST',
  'GET',
  'PROPFIND',
];

const HEADERS: Array<Record<string, string>> = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {
    origin: 'https://evil.example',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization',
  },
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  { 'x-original-url': '/api/gorgias/health', 'x-rewrite-url': '/' },
  { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' },
  { 'x-backstage-user': 'user:default/ivy.nakamura' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'evil' },
  { accept: 'text/html' },
  { accept: 'application/xml;q=nonsense' },
  { 'accept-language': '../../etc/passwd' },
  { range: 'bytes=0-0,-1' },
  { 'if-none-match': '*', 'if-modified-since': 'nonsense' },
  { cookie: 'gorgias-connect-__proto__=x; ;=; a="' },
  // eslint-disable-next-line no-script-url
  { referer: 'javascript:alert(1)', 'user-agent': '\u00ff<script>' },
  { 'x-long': 'a'.repeat(6000) },
];

const IF_MATCH = [
  '',
  '*',
  '0',
  '""',
  'W/"0"',
  '"-1"',
  '"1e9"',
  '"999999999999999999999"',
  '"0", "1"',
  '"\u00e9\u00ff"',
  '"\' OR 1=1; --"',
  `"${'a'.repeat(98)}"`,
  'a'.repeat(101),
];

const sometimes = <T>(weight: number, one: fc.Arbitrary<T>) => ({
  weight,
  arbitrary: one,
});

/** Requests to an operation, many of which the document would take, and all of them meant badly. */
export function attackRequest(
  document: OpenApi,
  [name, operation]: [string, Operation],
  options: { roles: Role[]; known: Known },
): fc.Arbitrary<AttackRequest> {
  const [method, template] = name.split(' ');
  const { parameters = [], requestBody } = operation;
  const schema = requestBody?.content['application/json'].schema;
  const valid = (one: Parameter) =>
    fromSchema(document, one.schema, options.known, one.name);
  const body = schema && fromSchema(document, schema, options.known);
  const ifMatch = parameters.find(one => one.in === 'header');

  return fc
    .record({
      role: fc.constantFrom(...options.roles),
      method: fc.oneof(
        sometimes(24, fc.constant(method)),
        sometimes(1, fc.constantFrom(...METHODS)),
      ),
      path: pathOf(template, parameters, valid),
      query: fc.tuple(
        ...parameters
          .filter(one => one.in === 'query')
          .map(one => queryOf(one, valid(one))),
        fc.oneof(
          sometimes(15, fc.constant('')),
          sometimes(
            1,
            fc.constantFrom(
              '__proto__[a]=1',
              'a=1',
              '%zz',
              '%00=1',
              '&&==',
              'constructor=x',
            ),
          ),
        ),
      ),
      ifMatch: fc.oneof(
        sometimes(4, ifMatch ? valid(ifMatch) : fc.constant(undefined)),
        sometimes(1, fc.constantFrom(...IF_MATCH)),
      ),
      contentType: fc.oneof(
        sometimes(15, fc.constant('application/json')),
        sometimes(1, fc.constantFrom(...CONTENT_TYPES)),
      ),
      extra: fc.oneof(
        sometimes(6, fc.constant({})),
        sometimes(1, fc.constantFrom(...HEADERS)),
      ),
      body: bodyOf(body),
    })
    .map(one => {
      const query = one.query.filter(Boolean).join('&');
      return {
        role: one.role,
        method: one.method,
        path: one.path + (query && `?${query}`),
        headers: {
          ...one.role.headers,
          ...(one.body !== undefined && { 'content-type': one.contentType }),
          ...(one.ifMatch !== undefined && {
            'if-match': asHeader(one.ifMatch),
          }),
          ...one.extra,
        },
        body: one.body,
      };
    });
}

function pathOf(
  template: string,
  parameters: Parameter[],
  valid: (one: Parameter) => fc.Arbitrary<Json>,
): fc.Arbitrary<string> {
  const segments = template.split(/({\w+})/).map(part => {
    const one = parameters.find(each => `{${each.name}}` === part);
    return one
      ? fc.oneof(
          sometimes(16, valid(one).map(encode)),
          sometimes(1, fc.constantFrom(...SEGMENTS)),
          sometimes(2, hostileText.map(encode)),
        )
      : fc.constant(part);
  });
  return fc.tuple(...segments).map(parts => parts.join(''));
}

function queryOf(
  { name, required }: Parameter,
  valid: fc.Arbitrary<Json>,
): fc.Arbitrary<string> {
  const set = (value: string) => `${name}=${value}`;
  return fc.oneof(
    sometimes(required ? 1 : 8, fc.constant('')),
    sometimes(
      required ? 12 : 4,
      valid.map(value => set(encode(value))),
    ),
    sometimes(
      2,
      hostileText.map(value => set(encode(value))),
    ),
    sometimes(1, fc.constantFrom(...SEGMENTS).map(set)),
    sometimes(
      1,
      valid.map(value => `${set(encode(value))}&${set('a')}`),
    ),
    sometimes(
      1,
      fc
        .constantFrom('[]', '[a]', '[__proto__]', '[0][0]', '.a', '%00')
        .map(suffix => `${name}${suffix}=1`),
    ),
  );
}

function bodyOf(
  valid: fc.Arbitrary<Json> | undefined,
): fc.Arbitrary<AttackRequest['body']> {
  const raw = fc.constantFrom(...BODIES);
  return valid
    ? fc.oneof(
        sometimes(
          5,
          valid.map(value => JSON.stringify(value)),
        ),
        sometimes(
          8,
          mutated(valid).map(value => JSON.stringify(value)),
        ),
        sometimes(2, raw),
      )
    : fc.oneof(sometimes(15, fc.constant(undefined)), sometimes(1, raw));
}

/** Letters that can be sent in a header. */
function asHeader(value: Json): string {
  return String(value).replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
}

/** Percent-encodes whatever it is; lone surrogates as nobody should. */
function encode(value: Json): string {
  return [...String(value)]
    .map(letter =>
      /^[\ud800-\udfff]$/.test(letter)
        ? '%ED%A0%80'
        : encodeURIComponent(letter),
    )
    .join('');
}
