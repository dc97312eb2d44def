import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  CHECK_TITLES,
  Verdict,
  VerdictFacts,
} from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { fieldName } from '../../fieldName';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { StatusLabel } from '../StatusLabel';
import { Time } from '../Time';

const useStyles = makeStyles(
  { line: { padding: 'var(--bui-space-1) 0' } },
  { name: 'GorgiasVerdictDetails' },
);

const FactValue = ({ value }: { value: VerdictFacts[string] }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (value === null) {
    return <>{t('common.notKnown')}</>;
  }
  if (typeof value === 'boolean') {
    return <>{value ? t('account.yes') : t('account.no')}</>;
  }
  if (Array.isArray(value)) {
    return <>{value.join(', ') || t('common.none')}</>;
  }
  return <>{String(value)}</>;
};

/** One verdict: what it says, why, what to do, and the facts it rests on. */
export const VerdictDetails = (props: {
  verdict: Verdict;
  /** What can be done about it. */
  children?: ReactNode;
}) => {
  const { verdict } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const classes = useStyles();
  const facts = Object.entries(verdict.facts);
  return (
    <section aria-label={CHECK_TITLES[verdict.checkId]}>
      <Flex justify="between" align="center" gap="3">
        <Text as="h3" weight="bold">
          {CHECK_TITLES[verdict.checkId]}
        </Text>
        <StatusLabel status={verdict.status} />
      </Flex>
      <Text as="p" className={classes.line}>
        {verdict.ground}
      </Text>
      <DescriptionList
        items={[
          [t('account.remedy'), verdict.remedy],
          [t('account.since'), <Time key="since" at={verdict.since} />],
          [t('account.due'), verdict.dueAt && <Time at={verdict.dueAt} />],
          [
            t('account.owner'),
            verdict.owner && <EntityRefLink entityRef={verdict.owner} />,
          ],
        ]}
      />
      {props.children}
      {facts.length > 0 && (
        <>
          <Text
            as="h4"
            variant="body-small"
            weight="bold"
            className={classes.line}
          >
            {t('account.facts')}
          </Text>
          <DescriptionList
            items={facts.map(([key, value]) => [
              fieldName(key),
              <FactValue key={key} value={value} />,
            ])}
          />
        </>
      )}
    </section>
  );
};
