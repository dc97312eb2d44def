import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select, Text } from '@backstage/ui';
import { HistoryKind, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useMemo, useState } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { HistoryTable } from './HistoryTable';

const ANY = 'any';
const KINDS: readonly HistoryKind[] = [
  'verdict',
  'account',
  'identity',
  'access-rule',
  'exception',
  'staff',
  'revocation',
];

/** Everything that changed about a system, its accounts and its people. */
export const SystemHistory = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef, freshness, accessRule } = summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [kind, setKind] = useState<HistoryKind>();
  const filter = useMemo(() => ({ kind }), [kind]);
  return (
    <section aria-label={t('changes.title')}>
      <Flex direction="column" gap="3">
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('changes.title')}
        </Text>
        <Select
          label={t('changes.kind')}
          options={[
            { id: ANY, label: t('accounts.any') },
            ...KINDS.map(id => ({ id, label: t(`changes.kindOf.${id}`) })),
          ]}
          value={kind ?? ANY}
          onChange={value =>
            setKind(value === ANY ? undefined : (value as HistoryKind))
          }
        />
        <HistoryTable
          entityRef={entityRef}
          filter={filter}
          version={[
            freshness.factsAt,
            accessRule?.revision,
            summary.requestedExceptions,
          ].join(' ')}
        />
      </Flex>
    </section>
  );
};
