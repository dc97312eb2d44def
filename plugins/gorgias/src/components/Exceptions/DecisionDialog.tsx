import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { AccessException } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { endOfDay } from '../../dates';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { Problem } from '../Problem';
import { Decision, sendDecision } from './decisions';
import { ExceptionNote } from './ExceptionNote';

/** Says what a decision about an exception means, asks for what it needs, and sends it. */
export const DecisionDialog = (props: {
  entityRef: string;
  exception: AccessException;
  decision: Decision;
  /** Reads again what is shown. */
  onChanged(): void;
  onClose(): void;
}) => {
  const { entityRef, exception, decision, onChanged, onClose } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const until = endOfDay(day);
  const isComplete =
    decision === 'approve' ||
    (reason.trim() !== '' && (decision !== 'extend' || until !== undefined));

  const send = async () => {
    const { ok, isConflict } = await submit(() =>
      sendDecision(api, entityRef, exception, decision, {
        reason: reason.trim(),
        until,
      }),
    );
    if (ok || isConflict) {
      onChanged();
    }
    if (ok) {
      tell.done(t(`exceptions.${decision}.done`));
      onClose();
    }
  };

  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t(`exceptions.${decision}.title`)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Problem problem={problem} isReadAgain />
          <Text as="p">
            {exception.accountName ??
              t('exceptions.account', { id: exception.accountId })}
            , {t(`messages.checkTitles.${exception.checkId}`)}
          </Text>
          <ExceptionNote exception={exception} />
          <Text as="p">{t(`exceptions.${decision}.help`)}</Text>
          {decision !== 'approve' && (
            <TextAreaField
              label={t('exceptions.reason')}
              value={reason}
              onChange={setReason}
            />
          )}
          {decision === 'extend' && (
            <DateField
              label={t('exceptions.until')}
              value={day}
              onChange={setDay}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!isComplete}
          isPending={isSubmitting}
          onPress={send}
        >
          {t(`exceptions.${decision}.button`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
