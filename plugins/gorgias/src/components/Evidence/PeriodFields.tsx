import { Button, Flex } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useTexts } from '../../hooks/useTexts';
import { DateField } from '../DateField';
import { Days, daysOf, PERIODS } from './periods';

/** Asks for a period, and offers the usual ones. */
export const PeriodFields = (props: {
  days: Days;
  onChange(days: Days): void;
}) => {
  const { days, onChange } = props;
  const { t } = useTexts();
  return (
    <>
      <Flex
        gap="2"
        style={{ flexWrap: 'wrap' }}
        role="group"
        aria-label={t('evidence.bundle.periods')}
      >
        {PERIODS.map(period => (
          <Button
            key={period}
            variant="secondary"
            size="small"
            onPress={() => onChange(daysOf(period, DateTime.now()))}
          >
            {t(`evidence.bundle.periodOf.${period}`)}
          </Button>
        ))}
      </Flex>
      <Flex gap="3" style={{ flexWrap: 'wrap' }}>
        <DateField
          label={t('evidence.from')}
          value={days.from}
          onChange={from => onChange({ ...days, from })}
        />
        <DateField
          label={t('evidence.to')}
          value={days.to}
          onChange={to => onChange({ ...days, to })}
        />
      </Flex>
    </>
  );
};
