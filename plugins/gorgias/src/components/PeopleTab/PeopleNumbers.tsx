import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { OffboardedPage } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';
import { REVOCATION_STATUSES } from './usePeopleFilter';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-3) var(--bui-space-6)',
      margin: 0,
    },
    // The number first for those who look, its name first for those who listen.
    number: { display: 'flex', flexDirection: 'column-reverse' },
    value: { margin: 0 },
  },
  { name: 'GorgiasPeopleNumbers' },
);

/** How many people's access stands where, and how long removing it took. */
export const PeopleNumbers = (
  props: Pick<OffboardedPage, 'counts' | 'timeToRevoke'>,
) => {
  const { counts } = props;
  const { medianSeconds, worstSeconds } = props.timeToRevoke;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const formats = useFormats();
  const length = (seconds: number | null) =>
    seconds === null
      ? t('people.tookUnknown')
      : formats.length(seconds) || t('common.atOnce');
  const numbers = [
    ...REVOCATION_STATUSES.map(
      status => [status, formats.number(counts[status])] as const,
    ),
    ['median', length(medianSeconds)] as const,
    ['worst', length(worstSeconds)] as const,
  ];
  return (
    <div role="status" aria-label={t('people.numbers')}>
      <dl className={classes.root}>
        {numbers.map(([name, value]) => (
          <div key={name} className={classes.number}>
            <dt>
              <Text variant="body-small" color="secondary">
                {t(`people.number.${name}`)}
              </Text>
            </dt>
            <dd className={classes.value}>
              <Text variant="title-x-small" weight="bold">
                {value}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
