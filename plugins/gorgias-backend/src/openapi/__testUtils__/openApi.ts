/** A JSON schema, as far as the tests look at it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  [keyword: string]: unknown;
}

type Content = Record<string, { schema: Schema }>;

/** An operation, as far as the tests look at it. */
export interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: Array<{
    name: string;
    in: string;
    description?: string;
    required?: boolean;
    schema: Schema;
  }>;
  requestBody?: { required?: boolean; content: Content };
  responses?: Record<string, { description?: string; content?: Content }>;
}

/** An OpenAPI document, as far as the tests look at it. */
export interface OpenApi {
  tags?: Array<{ name: string }>;
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, Operation>>;
}

/** Every operation by its method and path, such as `GET /systems`. */
export function operationsOf({
  paths,
}: Pick<OpenApi, 'paths'>): Map<string, Operation> {
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]): [string, Operation] => [
          `${method.toUpperCase()} ${path}`,
          operation,
        ],
      ),
    ),
  );
}

/** What a schema is, or refers to. */
export function resolve({ components }: OpenApi, schema: Schema): Schema {
  return schema.$ref
    ? components.schemas[schema.$ref.split('/').pop()!]
    : schema;
}
