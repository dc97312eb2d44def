import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Not imported, since its types need others that it does not bring.
const {
  default: openapiTS,
  astToString,
  stringToAST,
} = require('openapi-typescript');

const DOCUMENT = join(__dirname, '../../../gorgias-backend/openapi.json');
const TYPES = join(__dirname, 'openapi.ts');

const OUT_OF_DATE =
  'The types of the HTTP API are out of date. Make them anew, and see whether the client still compiles: yarn openapi';

const HEADER = `// Made by "yarn openapi" from openapi.json of the backend plugin.
/* eslint-disable */
import type { Message as KnownMessage } from 'backstage-plugin-gorgias-checks';

`;

async function typesOfDocument(): Promise<string> {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  const types = await openapiTS(document, {
    transform: (_: unknown, { path }: { path?: string }) =>
      // The document leaves open which texts there are, so that a backend may
      // say new ones. A client says those that it knows.
      path === '#/components/schemas/Message' ? knownMessage() : undefined,
  });
  return HEADER + astToString(types);
}

function knownMessage() {
  const [declaration] = stringToAST('type T = KnownMessage;') as any[];
  return declaration.type;
}

describe('the types of the HTTP API', () => {
  it('are those of the OpenAPI document', async () => {
    const types = await typesOfDocument();
    if (process.env.OPENAPI) {
      writeFileSync(TYPES, types);
    }
    const isCurrent = readFileSync(TYPES, 'utf8') === types;
    expect(isCurrent || OUT_OF_DATE).toBe(true);
  });
});
