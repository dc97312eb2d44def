import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_IDS, VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';
import { parse } from 'yaml';
import {
  KnownSeries,
  labelsLeft,
  problemsOf,
  seriesIn,
  seriesOf,
} from './__testUtils__/promQl';
import { recordingMetrics } from './__testUtils__/recordingMetrics';
import { signingConfig } from './__testUtils__/signingConfig';
import { ADMIN, GORGIAS, startGorgias } from './__testUtils__/startGorgias';
import { schemas } from './openapi/schemas';

const DOCS = join(__dirname, '../../../docs');
const RUNBOOK = /\/docs\/operating\.md#([a-z-]+)$/;

interface Panel {
  title: string;
  targets: Array<{ expr: string; legendFormat: string }>;
}
interface Alert {
  alert: string;
  expr: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

const read = (file: string) => readFileSync(join(DOCS, file), 'utf8');
const dashboard = JSON.parse(read('grafana/gorgias.json'));
const panels: Panel[] = dashboard.panels;
const alerts: Alert[] = parse(read('grafana/alerts.yaml')).groups.flatMap(
  (group: { rules: Alert[] }) => group.rules,
);

/** The labels that have few values, and these. */
const VALUES = {
  check: CHECK_IDS,
  status: VERDICT_STATUSES,
  state: schemas.ConnectionState.enum,
  outcome: schemas.SyncOutcome.enum,
  result: ['delivered', 'failed', 'skipped'],
};

/** Makes a backend tell each of its metrics at least once. */
async function tellEverything(metrics: ReturnType<typeof recordingMetrics>) {
  const gorgias = await startGorgias({
    config: {
      ...signingConfig(),
      // Nobody is there, so that it fails.
      webhooks: [
        {
          id: 'siem',
          url: 'http://127.0.0.1:1',
          secret: Buffer.alloc(32).toString('base64'),
        },
      ],
    },
    features: [metrics.feature],
  });
  try {
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 1, status: 500 },
    });
    await gorgias.sync();
    await gorgias.scheduler.triggerTask('ledger');
    await gorgias.scheduler.triggerTask('webhook-siem');
    return await metrics.collectAll();
  } finally {
    await gorgias.stop();
  }
}

describe('the dashboard and the alerts', () => {
  const metrics = recordingMetrics();
  const known: KnownSeries = new Map();

  beforeAll(async () => {
    for (const [name, , attributes] of await tellEverything(metrics)) {
      for (const series of seriesOf(name, metrics.instruments.get(name)!)) {
        const labels = known.get(series) ?? [];
        known.set(series, new Set([...labels, ...Object.keys(attributes)]));
      }
    }
  });

  const allSeries = () =>
    [...metrics.instruments].map(([name, instrument]) =>
      seriesOf(name, instrument),
    );

  it('are compared with every metric there is', () => {
    expect([...known.keys()].sort()).toEqual(allSeries().flat().sort());
  });

  it.each([
    ...panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => [`panel ${title}`, expr]),
    ),
    ...alerts.map(({ alert, expr }) => [`alert ${alert}`, expr]),
    ...dashboard.templating.list
      .filter(({ type }: { type: string }) => type === 'query')
      .map(({ name, definition }: { name: string; definition: string }) => [
        `variable ${name}`,
        definition.replace(/label_values\((\w+), (\w+)\)/, 'max by ($2) ($1)'),
      ]),
  ])('ask only for what the backend tells: %s', (_, expression) => {
    expect(seriesIn(expression)).not.toEqual([]);
    expect(problemsOf(expression, known, VALUES)).toEqual([]);
  });

  it.each([
    ['max(gorgias_facts_years)', 'gorgias_facts_years'],
    ['sum(gorgias_sync_runs)', 'gorgias_sync_runs'],
    ['max by (system) (gorgias_facts_age)', 'by (system)'],
    ['gorgias_facts_age{id="1"}', 'gorgias_facts_age{id="1"}'],
    ['gorgias_connections{state="lost"}', 'gorgias_connections{state="lost"}'],
  ])('would be found to ask for too much by %s', (expression, problem) => {
    expect(problemsOf(expression, known, VALUES)).toEqual([problem]);
  });

  it('show every metric in a panel', () => {
    const shown = new Set(
      panels.flatMap(({ targets }) =>
        targets.flatMap(({ expr }) => seriesIn(expr)),
      ),
    );
    expect(
      allSeries().filter(names => !names.some(name => shown.has(name))),
    ).toEqual([]);
  });

  it('leave no metric without a line in the documentation', () => {
    const lines = [...read('operating.md').matchAll(/^\| `(gorgias\.\S+)` /gm)];
    expect(lines.map(([, name]) => name).sort()).toEqual(
      [...metrics.instruments.keys()].sort(),
    );
  });

  it('name only labels that are left', () => {
    const texts = [
      ...panels.flatMap(({ targets }) =>
        targets.map(({ expr, legendFormat }) => ({ expr, text: legendFormat })),
      ),
      ...alerts.map(({ expr, annotations }) => ({
        expr,
        text: Object.values(annotations).join(),
      })),
    ];
    for (const { expr, text } of texts) {
      const named = text.matchAll(/{{\s*(?:\$labels\.)?(\w+)\s*}}/g);
      for (const [, label] of named) {
        expect({ expr, left: labelsLeft(expr) }).toMatchObject({
          left: expect.arrayContaining([label]),
        });
      }
    }
  });

  it('say what is the matter, and where to read what to do', () => {
    const sections = [...read('operating.md').matchAll(/^##+ (.*)$/gm)].map(
      ([, title]) => title.toLowerCase().replaceAll(' ', '-'),
    );
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { labels, annotations } of alerts) {
      expect(labels.severity).toMatch(/^(warning|critical)$/);
      expect(annotations.summary).toBeTruthy();
      expect(annotations.description).toBeTruthy();
      expect(sections).toContain(RUNBOOK.exec(annotations.runbook_url)?.[1]);
    }
  });

  it('have each panel once, and a data source to choose', () => {
    const ids = dashboard.panels.map(({ id }: { id: number }) => id);
    expect(new Set(ids).size).toBe(panels.length);
    for (const { datasource } of dashboard.panels) {
      expect(datasource.uid).toBe('${datasource}');
    }
    expect(dashboard.templating.list[0]).toMatchObject({
      name: 'datasource',
      type: 'datasource',
      query: 'prometheus',
    });
  });
});
