import { Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import { pastMoment } from '../../dates';
import { useQueryParams } from '../../hooks/useQueryParams';
import { useTexts } from '../../hooks/useTexts';
import { DateField, TimeField } from '../DateField';
import { Section } from '../Section';
import { Population } from './Population';

const NAMES = ['day', 'time'] as const;

/** Asks for a day, and shows who had access then. */
export const PopulationSection = (props: {
  entityRef: string;
  /** When the ledger began to tell. */
  knownSince: string | null;
}) => {
  const { t } = useTexts();
  const { query, change } = useQueryParams(NAMES);
  const { day = '', time = '' } = query;
  // Only once, since on the day that goes on each moment would be another time.
  const at = useMemo(() => pastMoment(day, time, new Date()), [day, time]);
  return (
    <Section title={t('evidence.population.title')}>
      <Flex direction="column" gap="3">
        <Text as="p" color="secondary">
          {t('evidence.population.help')}
        </Text>
        <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
          <DateField
            label={t('evidence.population.day')}
            value={day}
            onChange={next => change({ day: next })}
          />
          <TimeField
            label={t('evidence.population.time')}
            value={time}
            onChange={next => change({ time: next })}
          />
        </Flex>
        {!at && (
          <Text as="p">
            {t(
              day ? 'evidence.population.ahead' : 'evidence.population.choose',
            )}
          </Text>
        )}
        {at && <Population {...props} at={at} />}
      </Flex>
    </Section>
  );
};
