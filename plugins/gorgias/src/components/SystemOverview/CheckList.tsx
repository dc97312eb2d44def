import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  CheckSummary,
  SystemSummary,
  VERDICT_STATUSES,
  VerdictCounts,
} from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { StatusLabel } from '../StatusLabel';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
    },
  },
  { name: 'GorgiasCheckList' },
);

/** Puts counts into words, worst first, without those that are zero: "3 failing, 18 passing". */
export function useCountsText(): (counts: VerdictCounts) => string {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return counts =>
    VERDICT_STATUSES.flatMap(status =>
      status !== 'not-applicable' && counts[status] > 0
        ? [t(`counts.${status}`, { n: counts[status] })]
        : [],
    ).join(', ') || t('counts.none');
}

const Check = ({ check, href }: { check: CheckSummary; href?: string }) => {
  const classes = useStyles();
  const countsText = useCountsText();
  return (
    <li className={classes.item}>
      <Flex justify="between" align="start" gap="3">
        <div>
          {href ? (
            <Link href={href}>{check.title}</Link>
          ) : (
            <Text>{check.title}</Text>
          )}
          <Text as="p" variant="body-small" color="secondary">
            {check.ground ?? countsText(check.counts)}
          </Text>
        </div>
        <StatusLabel status={check.status} />
      </Flex>
    </li>
  );
};

/** The five checks of a system, each leading to the accounts it judges. */
export const CheckList = ({ summary }: { summary: SystemSummary }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const links = useSystemLinks()(summary.entityRef);
  return (
    <section aria-label={t('card.checks')}>
      <Flex justify="between" align="center" py="2">
        <Text weight="bold">{t('card.overall')}</Text>
        <StatusLabel status={summary.status} />
      </Flex>
      <ul className={classes.list}>
        {summary.checks.map(check => (
          <Check
            key={check.checkId}
            check={check}
            href={
              check.checkId === 'access-control-configured'
                ? links.manage
                : links.accounts({ check: check.checkId })
            }
          />
        ))}
      </ul>
    </section>
  );
};
