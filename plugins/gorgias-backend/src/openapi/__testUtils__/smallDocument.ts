import { OpenApi, Schema } from './openApi';

const json = (schema: Schema) => ({ 'application/json': { schema } });

/** A document with one operation, which takes and answers a bit of everything. */
export function smallDocument() {
  const putThing = {
    operationId: 'PutThing',
    summary: 'Puts a thing',
    tags: ['Things'],
    parameters: [
      {
        name: 'id',
        in: 'path',
        description: 'Which thing',
        required: true,
        schema: { type: 'string', maxLength: 100 } as Schema,
      },
      {
        name: 'dry',
        in: 'query',
        description: 'Whether to only try',
        required: false,
        schema: { type: 'boolean' } as Schema,
      },
    ],
    requestBody: {
      required: true,
      content: json({ $ref: '#/components/schemas/Thing' }),
    },
    responses: {
      200: {
        description: 'The thing',
        content: json({ $ref: '#/components/schemas/Answer' }),
      },
      default: { description: 'An error', content: json({ type: 'object' }) },
    },
  };
  const thing = {
    type: 'object',
    required: ['name'],
    additionalProperties: false,
    properties: {
      name: { type: ['string', 'null'], minLength: 1 } as Schema,
      colour: { type: 'string', enum: ['red', 'green'] } as Schema,
      size: { type: 'number' } as Schema,
      tags: { type: 'array', items: { type: 'string' } } as Schema,
    } as Record<string, Schema>,
  };
  const answer = {
    type: 'object',
    required: ['name', 'size'],
    properties: {
      name: { type: 'string' },
      size: { type: 'number' },
      colour: { type: 'string', enum: ['red', 'green'] },
      part: {
        oneOf: [
          {
            type: 'object',
            required: ['kind', 'weight'],
            properties: {
              kind: { type: 'string', enum: ['wheel'] },
              weight: { type: 'number' },
            },
          },
          { type: 'null' },
        ],
      },
    } as Record<string, Schema>,
  };
  const document = {
    tags: [{ name: 'Things' }],
    components: { schemas: { Thing: thing, Answer: answer } },
    paths: { '/things/{id}': { put: putThing } },
  } satisfies OpenApi;
  return { document: document as OpenApi, putThing, thing, answer };
}
