import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  StaffReading,
  StaffRecord,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { DateTime } from 'luxon';
import { z } from 'zod';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.profile',
  'relations',
];

const profileSchema = z
  .object({
    displayName: z.string().optional().catch(undefined),
    email: z.string().optional().catch(undefined),
  })
  .catch({});

/** Reads staff members and org roles from the User and Group entities of the catalog. */
export class CatalogStaffSource implements StaffSource {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #options: {
    filter: Record<string, string | string[]>;
    offboardedAnnotation: string;
  };

  constructor(
    catalog: CatalogService,
    auth: AuthService,
    options: {
      filter: Record<string, string | string[]>;
      offboardedAnnotation: string;
    },
  ) {
    this.#catalog = catalog;
    this.#auth = auth;
    this.#options = options;
  }

  async read(): Promise<StaffReading> {
    const groups = await this.#readAll({ kind: 'Group' });
    const users = await this.#readAll({
      ...this.#options.filter,
      kind: 'User',
    });
    const parents = new Map(
      groups.map(group => [refOf(group), targetsOf(group, RELATION_CHILD_OF)]),
    );
    return {
      staff: users.map(user => this.#toRecord(user, parents)),
      orgRoles: [...parents.keys()],
    };
  }

  async #readAll(filter: Record<string, string | string[]>): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    for await (const page of this.#catalog.streamEntities(
      { filter, fields: FIELDS },
      { credentials },
    )) {
      entities.push(...page);
    }
    return entities;
  }

  #toRecord(user: Entity, parents: Map<string, string[]>): StaffRecord {
    const profile = profileSchema.parse(user.spec?.profile);
    const mark =
      user.metadata.annotations?.[this.#options.offboardedAnnotation];
    return {
      entityRef: refOf(user),
      displayName:
        profile.displayName ?? user.metadata.title ?? user.metadata.name,
      emails: profile.email ? [profile.email] : [],
      orgRoles: withAncestors(targetsOf(user, RELATION_MEMBER_OF), parents),
      offboarded: mark === undefined ? false : { since: toTime(mark) },
    };
  }
}

/** Entity refs in one writing, whatever the catalog was given. */
function refOf(entity: Entity): string {
  return stringifyEntityRef(getCompoundEntityRef(entity));
}

function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
}

/** Groups with everything above them; a ring of groups ends where it began. */
function withAncestors(
  groups: string[],
  parents: Map<string, string[]>,
): string[] {
  const all = new Set<string>();
  const visit = (group: string) => {
    if (!all.has(group)) {
      all.add(group);
      parents.get(group)?.forEach(visit);
    }
  };
  groups.forEach(visit);
  return [...all].sort();
}

/** The time in a mark; a mark without one still says that the person has left. */
function toTime(mark: string): string | undefined {
  const time = DateTime.fromISO(mark, { zone: 'utc' });
  return time.isValid ? time.toUTC().toISO() : undefined;
}
