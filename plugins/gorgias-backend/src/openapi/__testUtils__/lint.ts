import { OpenApi, Operation, operationsOf } from './openApi';

/** What readers and generators of clients would miss in a document, in words. */
export function lint(document: OpenApi): string[] {
  const operations = [...operationsOf(document)];
  return [
    ...repeated(operations.map(([, { operationId }]) => operationId)).map(
      id => `operationId ${id} is there twice`,
    ),
    ...operations.flatMap(([name, operation]) =>
      [
        ...lintOperation(document, operation),
        ...lintParameters(name, operation),
      ].map(problem => `${name}: ${problem}`),
    ),
    ...lintComponents(document),
  ];
}

function lintOperation({ tags = [] }: OpenApi, operation: Operation): string[] {
  const { operationId, summary, responses = {} } = operation;
  const declared = tags.map(({ name }) => name);
  return [
    ...(/^[A-Z]\w+$/.test(operationId ?? '') ? [] : ['no operationId']),
    ...(summary ? [] : ['no summary']),
    ...(operation.tags?.length === 1 && declared.includes(operation.tags[0])
      ? []
      : ['not one of the tags']),
    ...(responses.default ? [] : ['no answer for errors']),
    ...Object.entries(responses)
      .filter(([, { description }]) => !description)
      .map(([status]) => `no description of ${status}`),
  ];
}

function lintParameters(
  name: string,
  { parameters = [] }: Operation,
): string[] {
  const inTemplate = [...name.matchAll(/{(\w+)}/g)].map(([, part]) => part);
  const inPath = parameters.filter(parameter => parameter.in === 'path');
  const declared = inPath.map(parameter => parameter.name);
  return [
    ...inTemplate
      .filter(part => !declared.includes(part))
      .map(part => `{${part}} is not declared`),
    ...declared
      .filter(part => !inTemplate.includes(part))
      .map(part => `there is no {${part}}`),
    ...inPath
      .filter(({ required }) => !required)
      .map(parameter => `{${parameter.name}} is not required`),
    ...repeated(parameters.map(each => `${each.in} ${each.name}`)).map(
      parameter => `${parameter} is there twice`,
    ),
    ...parameters
      .filter(({ description }) => !description)
      .map(parameter => `no description of ${parameter.name}`),
  ];
}

function lintComponents(document: OpenApi): string[] {
  const text = JSON.stringify(document);
  const used = new Set(
    [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, id]) => id),
  );
  const schemas = Object.keys(document.components.schemas);
  return [
    ...schemas
      .filter(id => !used.has(id))
      .map(id => `nothing uses the schema ${id}`),
    ...[...used]
      .filter(id => !schemas.includes(id))
      .map(id => `there is no schema ${id}`),
    // They would have to be valid, and nobody would see that they are not.
    ...(/"examples?":/.test(text) ? ['nothing checks examples'] : []),
  ];
}

function repeated<T>(values: T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}
