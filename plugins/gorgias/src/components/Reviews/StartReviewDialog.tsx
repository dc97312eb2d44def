import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { AccessReviewDetails } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useLocale } from '../../hooks/useLocale';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { useTexts } from '../../hooks/useTexts';
import { DateField } from '../DateField';
import { EntityPicker } from '../EntityPicker';
import { Problem } from '../Problem';
import { requestOf, ReviewDraft } from './reviewDraft';
import { ReviewerRuleFields } from './ReviewerRuleFields';
import { ReviewPreviewText } from './ReviewPreviewText';

const USUAL_DAYS = 14;
const RECURRENCES = [
  'never',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
] as const;

/** Asks for what a review needs, shows whom it would ask, and starts it. */
export const StartReviewDialog = (props: {
  entityRef: string;
  onStarted(review: AccessReviewDetails): void;
  onClose(): void;
}) => {
  const { entityRef, onStarted, onClose } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const tell = useTell();
  const locale = useLocale();
  const { submit, problem, isSubmitting } = useSubmit();
  const [draft, setDraft] = useState<ReviewDraft>(() => ({
    title: t('reviews.form.suggestedTitle', {
      month: DateTime.now().setLocale(locale).toFormat('LLLL yyyy'),
    }),
    dueOn: DateTime.now().plus({ days: USUAL_DAYS }).toISODate()!,
    owner: '',
    by: 'manager',
    lines: [{ orgRole: '', reviewer: '' }],
    recurrence: 'never',
  }));
  const change = (part: Partial<ReviewDraft>) =>
    setDraft(before => ({ ...before, ...part }));
  const request = requestOf(draft);

  const start = async () => {
    let review: AccessReviewDetails | undefined;
    const { ok } = await submit(async () => {
      review = await api.startReview(entityRef, request!);
    });
    if (ok) {
      tell.done(t('reviews.form.done'));
      onClose();
      onStarted(review!);
    }
  };

  return (
    <Dialog
      isOpen
      width={720}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('reviews.form.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Problem problem={problem} />
          <TextField
            label={t('reviews.form.name')}
            value={draft.title}
            autoComplete="off"
            onChange={title => change({ title })}
          />
          <DateField
            label={t('reviews.form.due')}
            value={draft.dueOn}
            onChange={dueOn => change({ dueOn })}
          />
          <ReviewerRuleFields draft={draft} onChange={change} />
          <EntityPicker
            label={t('reviews.form.owner')}
            kinds={['User']}
            value={draft.owner}
            onChange={owner => change({ owner })}
          />
          <Select
            label={t('reviews.form.recurrence')}
            options={RECURRENCES.map(id => ({
              id,
              label: t(`reviews.form.recurrenceOf.${id}`),
            }))}
            value={draft.recurrence}
            onChange={chosen =>
              change({
                recurrence:
                  RECURRENCES.find(id => id === chosen) ?? draft.recurrence,
              })
            }
          />
          <ReviewPreviewText entityRef={entityRef} draft={draft} />
          {!request && <Text as="p">{t('reviews.form.incomplete')}</Text>}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button isDisabled={!request} isPending={isSubmitting} onPress={start}>
          {t('reviews.form.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
