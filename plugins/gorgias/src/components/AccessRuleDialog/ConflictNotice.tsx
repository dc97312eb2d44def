import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Button } from '@backstage/ui';
import { AccessRule } from 'backstage-plugin-gorgias-common';
import { Time } from '../Time';
import { useRuleText } from './useRuleText';
import { useTexts } from '../../hooks/useTexts';

/** Says that somebody else has saved first, what they chose, and how to go on. */
export const ConflictNotice = (props: {
  theirs: AccessRule | null;
  onLoadTheirs(): void;
  onKeepMine(): void;
}) => {
  const { theirs } = props;
  const { t } = useTexts();
  const ruleText = useRuleText();
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('rule.conflict')}
      description={
        <>
          {t('rule.conflictHelp')}{' '}
          {theirs && (
            <>
              {ruleText(theirs.spec)} {t('manage.changed')}{' '}
              <Time at={theirs.updatedAt} /> {t('manage.by')}{' '}
              <EntityRefLink entityRef={theirs.updatedBy} />
            </>
          )}
        </>
      }
      customActions={
        <>
          <Button variant="secondary" onPress={props.onLoadTheirs}>
            {t('rule.loadTheirs')}
          </Button>
          <Button variant="secondary" onPress={props.onKeepMine}>
            {t('rule.keepMine')}
          </Button>
        </>
      }
    />
  );
};
