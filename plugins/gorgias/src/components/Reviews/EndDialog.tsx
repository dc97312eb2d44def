import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import {
  AccessReviewDetails,
  GorgiasApi,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { endOfDay } from '../../dates';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { useTexts } from '../../hooks/useTexts';
import { DateField } from '../DateField';
import { Problem } from '../Problem';

/** What its owner can do with a review. */
export type EndAction = 'extend' | 'cancel' | 'sign-off';

interface Entered {
  words: string;
  dueAt?: string;
  endRecurrence: boolean;
}

function send(
  api: GorgiasApi,
  entityRef: string,
  id: string,
  action: EndAction,
  { words, dueAt, endRecurrence }: Entered,
) {
  switch (action) {
    case 'extend':
      return api.extendReview(entityRef, id, { dueAt: dueAt!, reason: words });
    case 'cancel':
      return api.cancelReview(entityRef, id, { reason: words, endRecurrence });
    default:
      return api.signOffReview(entityRef, id, words ? { comment: words } : {});
  }
}

/** Says what an action on a review means, asks for what it needs, and sends it. */
export const EndDialog = (props: {
  entityRef: string;
  review: AccessReviewDetails;
  action: EndAction;
  onChanged(): void;
  onClose(): void;
}) => {
  const { entityRef, review, action, onChanged, onClose } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();
  const [words, setWords] = useState('');
  const [day, setDay] = useState('');
  const [endRecurrence, setEndRecurrence] = useState(true);
  const dueAt = endOfDay(day);
  const isComplete =
    action === 'sign-off' ||
    (words.trim() !== '' && (action === 'cancel' || dueAt !== undefined));
  const { openFollowUps } = review.progress;

  const save = async () => {
    const { ok, isConflict } = await submit(() =>
      send(api, entityRef, review.id, action, {
        words: words.trim(),
        dueAt,
        endRecurrence,
      }),
    );
    if (ok || isConflict) {
      onChanged();
    }
    if (ok) {
      tell.done(t(`reviews.${action}.done`));
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
      <DialogHeader>{t(`reviews.${action}.title`)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Problem problem={problem} isReadAgain />
          <Text as="p">{t(`reviews.${action}.help`)}</Text>
          {action === 'sign-off' && openFollowUps > 0 && (
            <Text as="p">
              {t('reviews.openFollowUps', { count: openFollowUps })}
            </Text>
          )}
          {action === 'extend' && (
            <DateField
              label={t('reviews.newDue')}
              value={day}
              onChange={setDay}
            />
          )}
          <TextAreaField
            label={t(
              action === 'sign-off'
                ? 'reviews.commentOptional'
                : 'reviews.reason',
            )}
            value={words}
            onChange={setWords}
          />
          {action === 'cancel' && review.recurrence && (
            <Checkbox isSelected={endRecurrence} onChange={setEndRecurrence}>
              {t('reviews.cancel.endRecurrence')}
            </Checkbox>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('reviews.close')}
        </Button>
        <Button
          destructive={action === 'cancel'}
          isDisabled={!isComplete}
          isPending={isSubmitting}
          onPress={save}
        >
          {t(`reviews.${action}.button`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
