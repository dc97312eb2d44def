import { operationsOf } from './openapi/__testUtils__/openApi';
import { openApiDocument } from './openapi/document';
import { createRouter, RouterDeps } from './router';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route, with parameters written as OpenAPI does. */
function routesOf(stack: Layer[]): string[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map(
          method =>
            `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : routesOf(handle.stack ?? []),
  );
}

describe('the router', () => {
  it('has the routes of the OpenAPI document and no others, which nothing would check', () => {
    // Routes look at these when they are asked, which none is here.
    const deps: object = new Proxy({}, { get: () => deps });
    const routes = routesOf(createRouter(deps as RouterDeps).stack as Layer[]);
    expect(
      routes.filter(route => route !== 'GET /openapi.json').sort(),
    ).toEqual([...operationsOf(openApiDocument).keys()].sort());
  });
});
