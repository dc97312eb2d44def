import type { paths } from './generated/openapi';

/** The methods that the HTTP API knows. */
export type Method = 'get' | 'post' | 'put' | 'delete';

/** The paths of the OpenAPI document that know a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never;
}[keyof paths];

type OperationOf<M extends Method, P extends PathOf<M>> = paths[P] extends {
  [K in M]: infer O extends Operation;
}
  ? O
  : never;

interface Operation {
  parameters: object;
  responses: object;
}

/** What the document wants to be sent: parameters by where they are, and the body. */
export type RequestOf<M extends Method, P extends PathOf<M>> = Omit<
  OperationOf<M, P>['parameters'],
  'cookie'
> &
  (OperationOf<M, P> extends { requestBody: Json<infer Body> }
    ? { body: Body }
    : { body?: never });

/** The same as an argument, which may be left out when nothing is wanted. */
export type RequestArguments<M extends Method, P extends PathOf<M>> =
  // Nothing is wanted when nothing is enough.
  {} extends RequestOf<M, P>
    ? [request?: RequestOf<M, P>]
    : [request: RequestOf<M, P>];

/** What the document promises when all goes well; nothing when that is not JSON. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = Succeeded<
  OperationOf<M, P>['responses']
> extends Json<infer Answer>
  ? Answer
  : void;

type Succeeded<Responses> = Responses[keyof Responses &
  (200 | 201 | 202 | 204)];

interface Json<T> {
  content: { 'application/json': T };
}

/** A request as `fetch` takes it, but for where the API is. */
export function toRequest(
  method: Method,
  path: string,
  request: {
    path?: object;
    query?: object;
    header?: object;
    body?: unknown;
  } = {},
) {
  const { body, header } = request;
  return {
    address: fillIn(path, request.path) + toQuery(request.query),
    method: method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...header,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

function fillIn(path: string, values: object = {}): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) =>
      filled.replace(`{${name}}`, () => encodeURIComponent(value)),
    path,
  );
}

function toQuery(params: object = {}): string {
  const search = new URLSearchParams(
    Object.entries(params)
      .filter(
        ([key, value]) =>
          value !== undefined &&
          // An empty search is none; an empty role is one that is not there.
          (value !== '' || key === 'gorgiasRole'),
      )
      .map(([key, value]) => [key, String(value)]),
  ).toString();
  return search && `?${search}`;
}
