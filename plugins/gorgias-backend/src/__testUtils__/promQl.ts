import { Instrument } from './recordingMetrics';

/** What is known of the labels of each series that Prometheus reads, by its name. */
export type KnownSeries = Map<string, Set<string>>;

/**
 * The names of a metric in Prometheus, by the rules of
 * `@opentelemetry/exporter-prometheus`, which Backstage's documentation sets
 * up. It adds no unit.
 */
export function seriesOf(name: string, { kind }: Instrument): string[] {
  const base = name.replace(/[^a-z0-9_]/gi, '_');
  switch (kind) {
    case 'counter':
      return [`${base}_total`];
    case 'histogram':
      return [`${base}_bucket`, `${base}_count`, `${base}_sum`];
    default:
      return [base];
  }
}

/** The series that an expression asks for. */
export function seriesIn(expression: string): string[] {
  return expression.match(/\bgorgias_\w+/g) ?? [];
}

/** The labels that are left of what an expression finds: those of its outermost grouping. */
export function labelsLeft(expression: string): string[] {
  return groupings(expression)[0] ?? [];
}

/**
 * What an expression asks for that there is not.
 *
 * @param values - all values of those labels that have few
 */
export function problemsOf(
  expression: string,
  known: KnownSeries,
  values: Record<string, readonly string[]>,
): string[] {
  const series = seriesIn(expression);
  const labelsOf = (name: string) => [
    ...(known.get(name) ?? []),
    ...(name.endsWith('_bucket') ? ['le'] : []),
  ];
  const allLabels = series.flatMap(labelsOf);
  return [
    ...series.filter(name => !known.has(name)),
    ...groupings(expression)
      .flat()
      .filter(label => !allLabels.includes(label))
      .map(label => `by (${label})`),
    ...selectors(expression)
      .filter(
        ({ name, label, operator, value }) =>
          !labelsOf(name).includes(label) ||
          (['=', '!='].includes(operator) &&
            values[label]?.includes(value) === false),
      )
      .map(
        ({ name, label, operator, value }) =>
          `${name}{${label}${operator}"${value}"}`,
      ),
  ];
}

function groupings(expression: string): string[][] {
  return [...expression.matchAll(/\b(?:by|on|without)\s*\(([^)]*)\)/g)].map(
    ([, labels]) => labels.split(',').map(label => label.trim()),
  );
}

function selectors(expression: string) {
  return [...expression.matchAll(/\b(gorgias_\w+)\{([^}]*)\}/g)].flatMap(
    ([, name, matchers]) =>
      [...matchers.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].map(
        ([, label, operator, value]) => ({ name, label, operator, value }),
      ),
  );
}
