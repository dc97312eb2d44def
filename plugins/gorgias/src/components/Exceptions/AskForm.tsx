import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextAreaField, TextField } from '@backstage/ui';
import { CheckId } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { endOfDay } from '../../dates';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { Problem } from '../Problem';

/** Asks that a verdict that fails be tolerated until a date. */
export const AskForm = (props: {
  entityRef: string;
  accountId: string;
  checkId: CheckId;
  onAsked(): void;
  onClose(): void;
}) => {
  const { entityRef, accountId, checkId, onAsked, onClose } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();
  const [entry, setEntry] = useState({ reason: '', reference: '', day: '' });
  const change = (part: Partial<typeof entry>) =>
    setEntry(previous => ({ ...previous, ...part }));
  const reason = entry.reason.trim();
  const reference = entry.reference.trim();
  const until = endOfDay(entry.day);

  const send = async () => {
    if (!reason || !until) {
      return;
    }
    const { ok } = await submit(() =>
      api.requestException(entityRef, {
        accountId,
        checkId,
        reason,
        until,
        ...(reference && { reference }),
      }),
    );
    if (ok) {
      tell.done(t('exceptions.asked'));
      onAsked();
      onClose();
    }
  };

  return (
    <Flex
      direction="column"
      gap="3"
      role="group"
      aria-label={t('exceptions.askTitle', {
        check: t(`messages.checkTitles.${checkId}`),
      })}
    >
      <Problem problem={problem} />
      <TextAreaField
        label={t('exceptions.reason')}
        value={entry.reason}
        onChange={value => change({ reason: value })}
      />
      <TextField
        label={t('exceptions.reference')}
        value={entry.reference}
        autoComplete="off"
        onChange={value => change({ reference: value })}
      />
      <DateField
        label={t('exceptions.until')}
        value={entry.day}
        onChange={day => change({ day })}
      />
      {!(reason && until) && <Text as="p">{t('exceptions.incomplete')}</Text>}
      <Flex gap="2" justify="end">
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!(reason && until)}
          isPending={isSubmitting}
          onPress={send}
        >
          {t('exceptions.ask')}
        </Button>
      </Flex>
    </Flex>
  );
};
