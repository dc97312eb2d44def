import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  CheckSummary,
  VERDICT_STATUSES,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { Fragment } from 'react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    // Large enough to be hit, with the link of the check right above.
    link: { minHeight: 24, minWidth: 24 },
  },
  { name: 'GorgiasCheckCounts' },
);

/** How many verdicts of a check have each status, worst first; those to look at lead to the accounts that have them. */
export const CheckCounts = (props: {
  check: CheckSummary;
  /** Not given where there are no accounts to be shown. */
  hrefOf?(status: VerdictStatus): string;
}) => {
  const { check, hrefOf } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const counted = VERDICT_STATUSES.filter(
    status => status !== 'not-applicable' && check.counts[status] > 0,
  );
  const textOf = (status: VerdictStatus) =>
    t(`counts.${status}`, { n: check.counts[status] });
  return (
    <Text as="p" variant="body-small" color="secondary">
      {counted.length === 0 && t('counts.none')}
      {counted.map((status, index) => (
        <Fragment key={status}>
          {index > 0 && ', '}
          {hrefOf && status !== 'passing' ? (
            <Link
              className={classes.link}
              variant="body-small"
              href={hrefOf(status)}
              // The same words stand at every check.
              aria-label={`${textOf(status)}: ${t(
                `messages.checkTitles.${check.checkId}`,
              )}`}
            >
              {textOf(status)}
            </Link>
          ) : (
            textOf(status)
          )}
        </Fragment>
      ))}
    </Text>
  );
};
