interface Tag {
  name: string;
  description: string;
  /** The paths that have it, unless an earlier tag has them. */
  paths: RegExp;
}

const TAGS: Tag[] = [
  {
    name: 'Connections',
    description: 'Connecting Gorgias accounts',
    paths: /\/connections?\b/,
  },
  {
    name: 'Sync',
    description: 'Reading Gorgias and the catalog',
    paths: /\/(sync|sync-runs|health)\b/,
  },
  {
    name: 'Accounts',
    description: 'Users of Gorgias, their verdicts, and who they are',
    paths: /\/(accounts|identity-changes|access-matrix)\b/,
  },
  {
    name: 'Staff',
    description: 'People of the organisation, and those who left',
    paths: /\/(staff|people)\b/,
  },
  {
    name: 'Access rules',
    description: 'Who may use a system',
    paths: /\/access-rule\b/,
  },
  {
    name: 'Exceptions',
    description: 'What is tolerated for a while',
    paths: /\/exceptions\b/,
  },
  {
    name: 'Access reviews',
    description: 'People looking at who has access',
    paths: /\/reviews\b/,
  },
  {
    name: 'Evidence',
    description: 'What happened, to be verified without the server',
    paths: /\/(evidence|population|history)\b/,
  },
  {
    name: 'Systems',
    description: 'Critical systems, and how they stand',
    paths: /^\/systems\b/,
  },
];

/** The tags that the document declares. */
export const tags = TAGS.map(({ name, description }) => ({
  name,
  description,
}));

/** Gives each operation the tag of its path. */
export function tagged(
  paths: Record<string, Record<string, object>>,
): Record<string, Record<string, object>> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => {
      const own = TAGS.filter(tag => tag.paths.test(path)).slice(0, 1);
      return [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [
            method,
            { ...operation, tags: own.map(({ name }) => name) },
          ]),
        ),
      ];
    }),
  );
}
