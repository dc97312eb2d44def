import { openApiDocument } from './document';

const { schemas } = openApiDocument.components;

/** The part of a document with every schema in the place that refers to it. */
function inlined(part: unknown): unknown {
  if (Array.isArray(part)) {
    return part.map(inlined);
  }
  if (typeof part !== 'object' || part === null) {
    return part;
  }
  if ('$ref' in part) {
    const name = String(part.$ref).replace('#/components/schemas/', '');
    return inlined(schemas[name as keyof typeof schemas]);
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, inlined(value)]),
  );
}

/**
 * The document as far as requests are judged by it: without answers, and
 * without references. The validator takes the whole document apart for every
 * route, and compiles all it refers to before the first request; of this one
 * there is little to take apart, and a route is compiled when it is asked.
 */
export function requestDocument() {
  const { components: _, paths, ...rest } = openApiDocument;
  return {
    ...rest,
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [
            method,
            inlined({
              ...(operation as object),
              responses: { default: { description: 'Any' } },
            }),
          ]),
        ),
      ]),
    ),
  };
}
