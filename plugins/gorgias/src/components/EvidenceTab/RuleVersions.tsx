import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useFacts } from '../../hooks/useFacts';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { LoadError, LoadingLines } from '../LoadState';
import { RuleVersionList } from '../RuleDescription';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 3;

/** Who was allowed to use the system when, and who said so. */
export const RuleVersions = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const links = useSystemLinks()(entityRef);
  const { value, error, retry } = useFacts(
    () => api.listAccessRuleVersions(entityRef),
    summary,
  );
  return (
    <section aria-label={t('evidence.rules')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('evidence.rules')}
      </Text>
      {error && <LoadError error={error} onRetry={retry} />}
      {!value && !error && <LoadingLines lines={EXPECTED_LINES} />}
      {value?.items.length === 0 && <Text as="p">{t('evidence.noRules')}</Text>}
      {value && value.items.length > 0 && (
        <>
          <Link href={links.evidence({ kind: 'access-rule' })}>
            {t('evidence.showRuleChanges')}
          </Link>
          <RuleVersionList versions={value.items} />
        </>
      )}
    </section>
  );
};
