import { Entity } from '@backstage/catalog-model';

/** In these, what follows is one key, with all its dots and slashes. */
const FLAT = ['metadata.annotations.', 'metadata.labels.'];

const PATTERN =
  /^(?:metadata\.(?:annotations|labels)\.(?:[a-zA-Z0-9.-]+\/)?[a-zA-Z0-9][a-zA-Z0-9_.-]*|(?:metadata|spec)(?:\.[a-zA-Z0-9][a-zA-Z0-9_-]*)+)$/;

/** What is said of a text that names no field. */
export const NO_ENTITY_FIELD =
  'must be the path of a field, such as spec.profile.workEmail or metadata.annotations.acme.example/aliases';

/**
 * Whether a text names a field of an entity: keys with dots between them,
 * beginning with `metadata` or `spec`. What follows `metadata.annotations.`
 * or `metadata.labels.` is one key, which may have dots and a slash. So it is
 * also how the catalog is asked for that field alone.
 */
export function isEntityField(text: string): boolean {
  return PATTERN.test(text);
}

/** The texts that a field holds: it may be text, text with commas in it, or a list of such. */
export function readTexts(entity: Entity, field: string): string[] {
  return [readField(entity, field)]
    .flat()
    .filter((value): value is string => typeof value === 'string')
    .flatMap(value => value.split(','))
    .map(value => value.trim())
    .filter(Boolean);
}

/** The text that a field holds; a number is taken for one. */
export function readText(entity: Entity, field: string): string | undefined {
  const value = readField(entity, field);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined;
}

function readField(entity: Entity, field: string): unknown {
  return keysOf(field).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key as keyof typeof value]
        : undefined,
    entity,
  );
}

function keysOf(field: string): string[] {
  const flat = FLAT.find(prefix => field.startsWith(prefix));
  return flat
    ? [...flat.split('.').slice(0, -1), field.slice(flat.length)]
    : field.split('.');
}
