import { lint } from './__testUtils__/lint';
import { smallDocument } from './__testUtils__/smallDocument';

type Small = ReturnType<typeof smallDocument>;

const FAULTS: Array<[problem: string, make: (small: Small) => unknown]> = [
  ['no operationId', ({ putThing }) => (putThing.operationId = '')],
  ['no summary', ({ putThing }) => (putThing.summary = '')],
  ['not one of the tags', ({ putThing }) => (putThing.tags = [])],
  ['not one of the tags', ({ putThing }) => (putThing.tags = ['Others'])],
  [
    'no answer for errors',
    ({ putThing }) => delete (putThing.responses as any).default,
  ],
  [
    'no description of 200',
    ({ putThing }) => (putThing.responses[200].description = ''),
  ],
  [
    'no description of dry',
    ({ putThing }) => (putThing.parameters[1].description = ''),
  ],
  ['{id} is not declared', ({ putThing }) => putThing.parameters.shift()],
  ['there is no {dry}', ({ putThing }) => (putThing.parameters[1].in = 'path')],
  [
    '{id} is not required',
    ({ putThing }) => (putThing.parameters[0].required = false),
  ],
  [
    'query dry is there twice',
    ({ putThing }) => putThing.parameters.push(putThing.parameters[1]),
  ],
  [
    'operationId PutThing is there twice',
    ({ document, putThing }) => (document.paths['/things/{id}'].get = putThing),
  ],
  [
    'nothing uses the schema Other',
    ({ document }) => (document.components.schemas.Other = {}),
  ],
  [
    'there is no schema Thing',
    ({ document }) => delete document.components.schemas.Thing,
  ],
  ['nothing checks examples', ({ thing }) => ((thing as any).example = {})],
];

describe('lint', () => {
  it('has nothing against what is well described', () => {
    expect(lint(smallDocument().document)).toEqual([]);
  });

  it.each(FAULTS)('finds: %s', (problem, make) => {
    const small = smallDocument();
    make(small);
    expect(lint(small.document)).toContainEqual(
      expect.stringContaining(problem),
    );
  });
});
