import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { LoadError, LoadingLines } from '../LoadState';
import { RuleVersionList } from '../RuleDescription';
import { useRuleVersions } from './useRuleVersions';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 3;

const useStyles = makeStyles(
  { summary: { cursor: 'pointer', padding: 'var(--bui-space-2) 0' } },
  { name: 'GorgiasManageRuleVersions' },
);

/** Who changed the access rule, what, when and why; read once somebody opens it. */
export const RuleVersions = (props: {
  entityRef: string;
  revision: number;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
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
      <RuleVersionList versions={versions} label={t('manage.versions')} />
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
