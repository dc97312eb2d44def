import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from './__testUtils__/breakingChanges';
import { lint } from './__testUtils__/lint';
import { OpenApi } from './__testUtils__/openApi';
import { openApiDocument } from './document';

const PACKAGE = join(__dirname, '../..');
const COPY = join(PACKAGE, 'openapi.json');
const RELEASED = join(PACKAGE, 'openapi.released.json');

/** More helpful than thousands of lines that differ. */
const OUT_OF_DATE =
  'openapi.json is out of date. Write it anew, and look at what changes for clients: OPENAPI=1 yarn workspace backstage-plugin-gorgias-backend test --no-watch src/openapi/document.test.ts';

const text = `${JSON.stringify(openApiDocument, null, 2)}\n`;
const read = (file: string): OpenApi => JSON.parse(readFileSync(file, 'utf8'));

describe('the OpenAPI document', () => {
  it('is what its copy says', () => {
    if (process.env.OPENAPI) {
      writeFileSync(COPY, text);
    }
    const isCurrent = readFileSync(COPY, 'utf8') === text;
    expect(isCurrent || OUT_OF_DATE).toBe(true);
  });

  it('lacks nothing that readers and generators need', () => {
    expect(lint(JSON.parse(text))).toEqual([]);
  });

  it('breaks no client of what was released last', () => {
    expect(breakingChanges(read(RELEASED), JSON.parse(text))).toEqual([]);
  });
});
