import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError, LoadingLines } from '../LoadState';
import { RuleVersion } from '../RuleDescription';
import { useRuleVersions } from './useRuleVersions';

const EXPECTED_LINES = 3;

const useStyles = makeStyles(
  {
    summary: { cursor: 'pointer', padding: 'var(--bui-space-2) 0' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'GorgiasManageRuleVersions' },
);

/** Who changed the access rule, what, when and why; read once somebody opens it. */
export const RuleVersions = (props: {
  entityRef: string;
  revision: number;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { versions, isLoading, error, hasMore, readMore } = useRuleVersions({
    ...props,
    isWanted: isOpen,
  });
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <Text weight="bold">{t('manage.versions')}</Text>
      </summary>
      <ul className={classes.list} aria-label={t('manage.versions')}>
        {versions.map(version => (
          <li key={version.revision} className={classes.item}>
            <RuleVersion version={version} />
          </li>
        ))}
      </ul>
      {error && <LoadError error={error} onRetry={readMore} />}
      {isLoading && <LoadingLines lines={EXPECTED_LINES} />}
      {hasMore && !isLoading && !error && (
        <Button variant="secondary" onPress={readMore}>
          {t('manage.moreVersions')}
        </Button>
      )}
    </details>
  );
};
