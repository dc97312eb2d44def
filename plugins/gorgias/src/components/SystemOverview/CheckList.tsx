import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  CheckId,
  CheckSummary,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';
import { StatusLabel } from '../StatusLabel';
import { CheckCounts } from './CheckCounts';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
    },
    panels: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      gap: 'var(--bui-space-4)',
    },
    panel: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      gap: 'var(--bui-space-2)',
      minWidth: 0,
      padding: 'var(--bui-space-3)',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-2)',
      breakInside: 'avoid',
    },
  },
  { name: 'GorgiasCheckList' },
);

const Check = ({
  check,
  summary,
}: {
  check: CheckSummary;
  summary: SystemSummary;
}) => {
  const { checkId } = check;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const links = useSystemLinks()(summary.entityRef);
  const judgesAccounts = checkId !== 'access-control-configured';
  return (
    <Flex justify="between" align="start" gap="3">
      <div>
        <Link
          href={
            judgesAccounts ? links.accounts({ check: checkId }) : links.manage
          }
        >
          {t(`messages.checkTitles.${checkId}`)}
        </Link>
        {check.ground ? (
          <Text as="p" variant="body-small" color="secondary">
            <Said parts={check.groundParts} english={check.ground} />
          </Text>
        ) : (
          <CheckCounts
            check={check}
            hrefOf={
              judgesAccounts && may(summary, 'read-accounts')
                ? status => links.accounts({ check: checkId, status })
                : undefined
            }
          />
        )}
      </div>
      <StatusLabel status={check.status} />
    </Flex>
  );
};

/** The five checks of a system, each leading to the accounts it judges. */
export const CheckList = (props: {
  summary: SystemSummary;
  /** What else is shown of a check where there is room for it. */
  renderMore?(checkId: CheckId): ReactNode;
}) => {
  const { summary, renderMore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <section aria-label={t('card.checks')}>
      <ul
        className={
          renderMore ? `${classes.list} ${classes.panels}` : classes.list
        }
      >
        {summary.checks.map(check => (
          <li
            key={check.checkId}
            className={renderMore ? classes.panel : classes.item}
          >
            <Check check={check} summary={summary} />
            {renderMore?.(check.checkId)}
          </li>
        ))}
      </ul>
    </section>
  );
};
