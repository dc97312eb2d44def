import { Text } from '@backstage/ui';
import { EvidenceOverview } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { DescriptionList } from '../DescriptionList';
import { Day } from '../Time';

/** The kinds of entries that there are words for; a newer backend may have more. */
const KINDS = [
  'access-rule',
  'account',
  'connection',
  'critical-system',
  'exception',
  'export',
  'held-run',
  'identity',
  'population-change',
  'population-part',
  'population-snapshot',
  'review',
  'revocation',
  'staff',
  'sync-run',
  'verdict',
] as const;

/** How many entries of which kind the ledger has about a system. */
export const EntryKinds = (props: { entries: EvidenceOverview['entries'] }) => {
  const { entries } = props;
  const { t } = useTexts();
  const nameOf = (kind: string) => {
    const known = KINDS.find(id => id === kind);
    return known ? t(`evidence.entryOf.${known}`) : kind;
  };
  return (
    <section aria-label={t('evidence.overview.entries')}>
      <Text as="h4" weight="bold">
        {t('evidence.overview.entries')}
      </Text>
      {entries.length === 0 && (
        <Text as="p">{t('evidence.overview.noEntries')}</Text>
      )}
      <DescriptionList
        items={entries.map(({ kind, count, lastAt }) => [
          nameOf(kind),
          <>
            {t('evidence.overview.entry', { count })} <Day at={lastAt} />
          </>,
        ])}
      />
    </section>
  );
};
