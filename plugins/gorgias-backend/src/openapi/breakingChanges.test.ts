import { breakingChanges } from './__testUtils__/breakingChanges';
import { smallDocument } from './__testUtils__/smallDocument';

type Small = ReturnType<typeof smallDocument>;
type Change = (small: Small) => unknown;

const AT = 'PUT /things/{id}';

const BREAKING: Array<[found: string, change: Change]> = [
  ['removed', ({ document }) => delete document.paths['/things/{id}'].put],
  [
    'operationId changed',
    ({ putThing }) => (putThing.operationId = 'SetThing'),
  ],
  ['parameter dry: removed', ({ putThing }) => putThing.parameters.pop()],
  [
    'parameter dry: required now',
    ({ putThing }) => (putThing.parameters[1].required = true),
  ],
  [
    'parameter who: required now',
    ({ putThing }) =>
      putThing.parameters.push({
        ...putThing.parameters[1],
        name: 'who',
        required: true,
      }),
  ],
  [
    'parameter id: maxLength is stricter',
    ({ putThing }) => (putThing.parameters[0].schema.maxLength = 10),
  ],
  [
    'body: no application/json any more',
    ({ putThing }) => delete (putThing as any).requestBody,
  ],
  ['body.size: required now', ({ thing }) => thing.required.push('size')],
  [
    'body.owner: required now',
    ({ thing }) => {
      thing.properties.owner = { type: 'string' };
      thing.required.push('owner');
    },
  ],
  ['body.size: removed', ({ thing }) => delete thing.properties.size],
  [
    'body.colour: green is not taken any more',
    ({ thing }) => (thing.properties.colour.enum = ['red', 'blue']),
  ],
  [
    'body.size: other values is not taken any more',
    ({ thing }) => (thing.properties.size.enum = [1, 2]),
  ],
  [
    'body.name: null is not taken any more',
    ({ thing }) => (thing.properties.name.type = 'string'),
  ],
  [
    'body.size: number is not taken any more',
    ({ thing }) => (thing.properties.size.type = 'integer'),
  ],
  [
    'body.tags[]: pattern is stricter',
    ({ thing }) => (thing.properties.tags.items!.pattern = '^a'),
  ],
  [
    'body.name: minLength is stricter',
    ({ thing }) => (thing.properties.name.minLength = 2),
  ],
  ['200: removed', ({ putThing }) => delete (putThing.responses as any)[200]],
  [
    '200: no application/json any more',
    ({ putThing }) => (putThing.responses[200].content = {} as any),
  ],
  ['200.name: removed', ({ answer }) => delete answer.properties.name],
  ['200.size: may be missing now', ({ answer }) => answer.required.pop()],
  [
    '200.size: may now be null',
    ({ answer }) => (answer.properties.size.type = ['number', 'null']),
  ],
  [
    '200.name: may now be null',
    ({ answer }) =>
      (answer.properties.name = {
        oneOf: [{ type: 'string' }, { type: 'null' }],
      }),
  ],
  [
    '200.part.weight: removed',
    ({ answer }) => delete answer.properties.part.oneOf![0].properties!.weight,
  ],
];

const HARMLESS: Array<[what: string, change: Change]> = [
  [
    'another operation',
    ({ document, putThing }) =>
      (document.paths['/things'] = { post: putThing }),
  ],
  [
    'a parameter that is not required',
    ({ putThing }) =>
      putThing.parameters.push({ ...putThing.parameters[1], name: 'who' }),
  ],
  [
    'a field of requests that is not required',
    ({ thing }) => (thing.properties.owner = { type: 'string' }),
  ],
  ['a field less that is required', ({ thing }) => thing.required.pop()],
  [
    'another value that is taken',
    ({ thing }) => thing.properties.colour.enum!.push('blue'),
  ],
  [
    'longer texts that are taken',
    ({ putThing }) => (putThing.parameters[0].schema.maxLength = 200),
  ],
  [
    'a field more in an answer',
    ({ answer }) => (answer.properties.owner = { type: 'string' }),
  ],
  [
    'another value in an answer',
    ({ answer }) => answer.properties.colour.enum!.push('blue'),
  ],
  [
    'another kind of something in an answer',
    ({ answer }) =>
      answer.properties.part.oneOf!.push({
        type: 'object',
        properties: { kind: { type: 'string', enum: ['door'] } },
      }),
  ],
  [
    'integers where there were numbers in an answer',
    ({ answer }) => (answer.properties.size.type = 'integer'),
  ],
];

describe('breakingChanges', () => {
  const changesBy = (change: Change) => {
    const after = smallDocument();
    change(after);
    return breakingChanges(smallDocument().document, after.document);
  };

  it.each(BREAKING)('finds "%s"', (found, change) => {
    expect(changesBy(change)).toContain(`${AT}: ${found}`);
  });

  it.each(HARMLESS)('has nothing against %s', (_, change) => {
    expect(changesBy(change)).toEqual([]);
  });
});
