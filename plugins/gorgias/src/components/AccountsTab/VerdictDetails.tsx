import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Verdict, VerdictFacts } from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { useFieldText } from '../../hooks/useFieldText';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Said } from '../Said';
import { StatusLabel } from '../StatusLabel';
import { Time } from '../Time';

const useStyles = makeStyles(
  {
    line: { padding: 'var(--bui-space-1) 0' },
    summary: { cursor: 'pointer' },
  },
  { name: 'GorgiasVerdictDetails' },
);

const FactValue = (props: { field: string; value: VerdictFacts[string] }) => {
  const { field, value } = props;
  const text = useFieldText();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (value === null) {
    return <>{t('common.notKnown')}</>;
  }
  if (Array.isArray(value)) {
    return (
      <>
        {value.map(one => text.value(field, one)).join(', ') ||
          t('common.none')}
      </>
    );
  }
  return <>{text.value(field, value)}</>;
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
  const { name } = useFieldText();
  const facts = Object.entries(verdict.facts);
  return (
    <section aria-label={t(`messages.checkTitles.${verdict.checkId}`)}>
      <Flex justify="between" align="center" gap="3">
        <Text as="h3" weight="bold">
          {t(`messages.checkTitles.${verdict.checkId}`)}
        </Text>
        <StatusLabel status={verdict.status} />
      </Flex>
      <Text as="p" className={classes.line}>
        <Said parts={verdict.groundParts} english={verdict.ground} />
      </Text>
      <DescriptionList
        items={[
          [
            t('account.remedy'),
            verdict.remedy && (
              <Said parts={verdict.remedyParts} english={verdict.remedy} />
            ),
          ],
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
        <details className={classes.line}>
          <summary className={classes.summary}>
            <Text variant="body-small" weight="bold">
              {t('account.facts')}
            </Text>
          </summary>
          <DescriptionList
            items={facts.map(([key, value]) => [
              name(key),
              <FactValue key={key} field={key} value={value} />,
            ])}
          />
        </details>
      )}
    </section>
  );
};
