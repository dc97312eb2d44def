import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useFacts } from '../../hooks/useFacts';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError, LoadingLines } from '../LoadState';
import { RuleVersion } from '../RuleDescription';

const EXPECTED_LINES = 3;

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
    },
  },
  { name: 'GorgiasRuleVersions' },
);

/** Who was allowed to use the system when, and who said so. */
export const RuleVersions = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
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
          <ul className={classes.list}>
            {value.items.map(version => (
              <li key={version.revision} className={classes.item}>
                <RuleVersion version={version} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
