import { AttackRequest } from './attackRequest';
import { AttackedGorgias } from './AttackedGorgias';
import { POLLUTION } from './hostileValues';
import { Answer } from './send';

/** What errors tell attackers about the inside. */
const INSIDE: Record<string, RegExp> = {
  'a stack trace': /\n? {4}at \S+ \(|\.[jt]sx?:\d+:\d+/,
  'a path': /node_modules|\/plugins\/gorgias|\/home\/|\/root\/|\/work\//,
  SQL: /SQLITE_|\b(select|delete) .{1,200} (from|where) |insert into|syntax error at|byte sequence|unicode escape|relation "/i,
};

/** What is wrong with an answer, whatever the document says about it. */
export function findingsIn(
  template: string,
  request: AttackRequest,
  answer: Answer,
  { secrets, others }: Pick<AttackedGorgias, 'secrets' | 'others'>,
): string[] {
  const { headers, status, text } = answer;
  const asked = decodeURIComponentSafely(request.path) + String(request.body);
  const said = JSON.stringify(headers) + text;
  const isOpen = template === '/connections/callback';
  const isJson = /^application\/json\b/.test(headers['content-type'] ?? '');
  const expect: Array<[finding: string, isWrong: boolean]> = [
    ['answers that it failed', status >= 500],
    [
      'lets somebody do what is not theirs to do',
      status < 300 && !mayBe(template, request),
    ],
    ['leads elsewhere', status >= 300 && status < 400 && status !== 304],
    [
      'answers an error in another form than Backstage',
      status >= 400 && !isOpen && !isError(answer),
    ],
    [
      'lets browsers keep the answer',
      status < 400 &&
        isJson &&
        !/no-store/.test(headers['cache-control'] ?? ''),
    ],
    [
      'answers a page without a policy',
      request.method !== 'OPTIONS' &&
        /html/.test(headers['content-type'] ?? '') &&
        !/default-src 'none'/.test(
          String(headers['content-security-policy'] ?? ''),
        ),
    ],
    [
      'lets a foreign page read it',
      headers['access-control-allow-origin'] !== undefined,
    ],
    ['takes a header from the request', 'x-injected' in headers],
    ['lets a request change all objects', POLLUTION in {}],
  ];
  return [
    ...expect.filter(([, isWrong]) => isWrong).map(([finding]) => finding),
    ...[...secrets]
      .filter(([, secret]) => said.includes(secret))
      .map(([name]) => `tells the ${name}`),
    ...(status < 400
      ? []
      : Object.entries(INSIDE)
          .filter(([, pattern]) => pattern.test(text) && !pattern.test(asked))
          .map(([what]) => `tells ${what}`)),
    ...(request.role.seesNobody
      ? others
          .filter(one => text.includes(one) && !asked.includes(one))
          .map(one => `tells an engineer of ${one}`)
      : []),
  ];
}

/** Whether somebody may succeed with a method of a path. Asking what a path takes tells nothing. */
function mayBe(template: string, { role, method }: AttackRequest): boolean {
  const asked = method === 'HEAD' ? 'GET' : method;
  return (
    method === 'OPTIONS' ||
    !role.may ||
    role.may.includes(`${asked} ${template}`)
  );
}

/** What no route takes is answered without a body, and so is `HEAD`. */
function isError({ text }: Answer): boolean {
  if (text === '') {
    return true;
  }
  try {
    const { error } = JSON.parse(text);
    return typeof error.name === 'string' && typeof error.message === 'string';
  } catch {
    return false;
  }
}

function decodeURIComponentSafely(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, part => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
