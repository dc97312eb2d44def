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
  StaffOffboarding,
  StaffReading,
  StaffRecord,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { readText, readTexts } from './entityField';

/** The catalog sets it on what nothing brings in any more. */
const ORPHAN_FIELD = 'metadata.annotations.backstage.io/orphan';
/** The catalog makes it anew for an entity that is renamed or registered anew. */
const ENTITY_UID_FIELD = 'metadata.uid';

const GROUP_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'relations',
];
const USER_FIELDS = [
  ...GROUP_FIELDS,
  'metadata.title',
  'spec.profile.displayName',
  'spec.profile.email',
];

/** The name of a user, with kind and namespace or without. */
const MANAGER = /^(?:[a-z]+:)?(?:[a-z0-9-]+\/)?[a-z0-9_.-]+$/i;

const profileSchema = z
  .object({
    displayName: z.string().optional().catch(undefined),
    email: z.string().optional().catch(undefined),
  })
  .catch({});

/** Which catalog users are staff, and where what is told of them. Fields are as in `isEntityField`. */
export interface CatalogStaffOptions {
  filter: Record<string, string | string[]>;
  /** An id that people keep when they are renamed; default: the entity's own, which they don't. */
  uidField?: string;
  /** Next to `spec.profile.email`. */
  emailFields: string[];
  jobTitleField?: string;
  managerField?: string;
  offboardedAnnotation: string;
  /** Whether an orphan has left. */
  offboardedOrphaned: boolean;
}

/** Reads staff members and org roles from the User and Group entities of the catalog. */
export class CatalogStaffSource implements StaffSource {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #options: CatalogStaffOptions;

  constructor(
    catalog: CatalogService,
    auth: AuthService,
    options: CatalogStaffOptions,
  ) {
    this.#catalog = catalog;
    this.#auth = auth;
    this.#options = options;
  }

  async read(): Promise<StaffReading> {
    const parents = new Map<string, string[]>();
    for await (const groups of this.#pages({ kind: 'Group' }, GROUP_FIELDS)) {
      for (const group of groups) {
        parents.set(refOf(group), targetsOf(group, RELATION_CHILD_OF));
      }
    }
    const staff: StaffRecord[] = [];
    const titles = new Set<string>();
    // Page by page, so that others have their turn between them.
    for await (const users of this.#pages(
      { ...this.#options.filter, kind: 'User' },
      this.#userFields(),
    )) {
      for (const user of users) {
        staff.push(this.#toRecord(user, parents));
        this.#titleOf(user).forEach(title => titles.add(title));
      }
    }
    return {
      staff,
      orgRoles: [...parents.keys(), ...titles],
      uidsTellPeopleApart: this.#options.uidField !== undefined,
    };
  }

  /** What is needed and nothing else: entities may hold more about people than is anybody's business here. */
  #userFields(): string[] {
    const { uidField, emailFields, jobTitleField, managerField } =
      this.#options;
    return [
      ...USER_FIELDS,
      uidField ?? ENTITY_UID_FIELD,
      ...emailFields,
      ...[jobTitleField, managerField].filter(field => field !== undefined),
      this.#markField(),
      ORPHAN_FIELD,
    ];
  }

  async *#pages(
    filter: Record<string, string | string[]>,
    fields: string[],
  ): AsyncGenerator<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    yield* this.#catalog.streamEntities({ filter, fields }, { credentials });
  }

  #toRecord(user: Entity, parents: Map<string, string[]>): StaffRecord {
    const { uidField, emailFields } = this.#options;
    const profile = profileSchema.parse(user.spec?.profile);
    const uid = readText(user, uidField ?? ENTITY_UID_FIELD);
    const groups = targetsOf(user, RELATION_MEMBER_OF).sort();
    const manager = this.#managerOf(user);
    const emails = [
      profile.email?.trim() ?? '',
      ...emailFields.flatMap(field => readTexts(user, field)),
    ];
    return {
      entityRef: refOf(user),
      displayName:
        profile.displayName ?? user.metadata.title ?? user.metadata.name,
      ...(uid && { uid }),
      emails: [...new Set(emails)].filter(Boolean),
      orgRoles: [...withAncestors(groups, parents), ...this.#titleOf(user)],
      groups,
      ...(manager && { manager }),
      offboarded: this.#offboardedOf(user),
    };
  }

  /** The org role that a job title is; at most one. */
  #titleOf(user: Entity): string[] {
    const { jobTitleField } = this.#options;
    const title = jobTitleField && readText(user, jobTitleField);
    return title ? [`title:${title.toLowerCase().replace(/\s+/g, ' ')}`] : [];
  }

  /** Nobody, where that is neither a ref nor a name: others are asked to act then. */
  #managerOf(user: Entity): string | undefined {
    const { managerField } = this.#options;
    const manager = (managerField && readText(user, managerField)) ?? '';
    return MANAGER.test(manager)
      ? stringifyEntityRef(
          parseEntityRef(manager, {
            defaultKind: 'User',
            defaultNamespace: user.metadata.namespace,
          }),
        )
      : undefined;
  }

  /** A mark outweighs that the entity is an orphan, since somebody wrote it, and when. */
  #offboardedOf(user: Entity): false | StaffOffboarding {
    const mark =
      user.metadata.annotations?.[this.#options.offboardedAnnotation];
    if (mark !== undefined) {
      return { since: toTime(mark), ground: 'mark' };
    }
    return this.#options.offboardedOrphaned &&
      readText(user, ORPHAN_FIELD) === 'true'
      ? { ground: 'orphaned' }
      : false;
  }

  #markField(): string {
    return `metadata.annotations.${this.#options.offboardedAnnotation}`;
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

/**
 * The time in a mark; a mark without one still says that the person has left.
 * What names no time zone is in UTC, wherever the person or this process is,
 * and a day without a time is its beginning.
 */
function toTime(mark: string): string | undefined {
  const time = DateTime.fromISO(mark, { zone: 'utc' });
  return time.isValid ? time.toUTC().toISO() : undefined;
}
