import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select, Text } from '@backstage/ui';
import {
  ExceptionStatus,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useHashFocus } from '../../hooks/useHashFocus';
import { EXCEPTIONS_ID } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { ExceptionTable } from './ExceptionTable';

const DECIDED = ['approved', 'refused', 'withdrawn', 'lapsed'] as const;

/** The exceptions of a system: first those that somebody has to decide about. */
export const ExceptionsSection = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const section = useHashFocus<HTMLElement>(EXCEPTIONS_ID);
  const [status, setStatus] = useState<ExceptionStatus>('approved');
  const [version, setVersion] = useState(0);
  const onChanged = () => {
    setVersion(previous => previous + 1);
    refresh();
  };

  return (
    <section
      ref={section}
      id={EXCEPTIONS_ID}
      tabIndex={-1}
      aria-label={t('exceptions.title')}
    >
      <Flex direction="column" gap="3">
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('exceptions.title')}
        </Text>
        <Text as="p" color="secondary">
          {t('exceptions.help')}
        </Text>
        <section aria-label={t('exceptions.waiting')}>
          <Text as="h4" weight="bold">
            {t('exceptions.waiting')}
          </Text>
          <ExceptionTable
            summary={summary}
            status="requested"
            label={t('exceptions.tableWaiting')}
            empty={t('exceptions.nothingWaits')}
            version={version}
            onChanged={onChanged}
          />
        </section>
        <section aria-label={t('exceptions.others')}>
          <Text as="h4" weight="bold">
            {t('exceptions.others')}
          </Text>
          <Select
            label={t('exceptions.status')}
            options={DECIDED.map(id => ({
              id,
              label: t(`exceptions.statusOf.${id}`),
            }))}
            value={status}
            onChange={value => setStatus(value as ExceptionStatus)}
          />
          <ExceptionTable
            summary={summary}
            status={status}
            label={t('exceptions.tableOthers')}
            empty={t('exceptions.noOthers')}
            version={version}
            onChanged={onChanged}
          />
        </section>
      </Flex>
    </section>
  );
};
