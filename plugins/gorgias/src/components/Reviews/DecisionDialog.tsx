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
  TextAreaField,
} from '@backstage/ui';
import {
  GorgiasApi,
  ReviewDecisionKind,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { accountName } from '../../accountName';
import { gorgiasApiRef } from '../../api';
import { PEOPLES_ROLES, roleTitle } from '../../gorgiasRoles';
import { useFormats } from '../../hooks/useFormats';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { useTexts } from '../../hooks/useTexts';
import { EntityPicker, isEntityRef } from '../EntityPicker';
import { Problem } from '../Problem';
import { ItemRow } from './useReviewItems';

/** What somebody can do with accounts of a review. */
export type ItemAction = ReviewDecisionKind | 'delegate';

interface Entered {
  comment: string;
  role: string;
  to: string;
}

function send(
  api: GorgiasApi,
  [entityRef, reviewId]: [string, string],
  accountIds: string[],
  action: ItemAction,
  { comment, role, to }: Entered,
) {
  const said = comment && { comment };
  return action === 'delegate'
    ? api.delegateReview(entityRef, reviewId, { accountIds, to, ...said })
    : api.decideReview(entityRef, reviewId, {
        accountIds,
        decision: action,
        ...(action === 'change-role' && { gorgiasRole: role }),
        ...said,
      });
}

/** Says what a decision means, asks for what it needs, and sends it. */
export const DecisionDialog = (props: {
  entityRef: string;
  reviewId: string;
  items: ItemRow[];
  action: ItemAction;
  onChanged(): void;
  onClose(): void;
}) => {
  const { entityRef, reviewId, items, action, onChanged, onClose } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const { list } = useFormats();
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();
  const [entered, setEntered] = useState<Entered>({
    comment: '',
    role: '',
    to: '',
  });
  const change = (part: Partial<Entered>) =>
    setEntered(before => ({ ...before, ...part }));
  const isCommentOptional = action === 'keep' || action === 'delegate';
  const isComplete =
    (isCommentOptional || entered.comment.trim() !== '') &&
    (action !== 'change-role' || entered.role !== '') &&
    (action !== 'delegate' || isEntityRef(entered.to.trim()));
  const failing =
    action === 'keep'
      ? items.filter(({ verdicts }) =>
          Object.values(verdicts).includes('failing'),
        )
      : [];

  const save = async () => {
    const { ok, isConflict } = await submit(() =>
      send(
        api,
        [entityRef, reviewId],
        items.map(({ accountId }) => accountId),
        action,
        {
          ...entered,
          comment: entered.comment.trim(),
          to: entered.to.trim(),
        },
      ),
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
      <DialogHeader>
        {t(`reviews.${action}.title`, { count: items.length })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Problem problem={problem} isReadAgain />
          <Text as="p">
            {list(
              items.map(item =>
                accountName({ ...item, id: item.accountId }, t),
              ),
              'and',
            )}
          </Text>
          <Text as="p">{t(`reviews.${action}.help`)}</Text>
          {failing.length > 0 && (
            <Text as="p" weight="bold">
              {t('reviews.failing', { count: failing.length })}{' '}
              {list(
                failing.map(item =>
                  accountName({ ...item, id: item.accountId }, t),
                ),
                'and',
              )}
            </Text>
          )}
          {action === 'change-role' && (
            <Select
              label={t('reviews.newRole')}
              options={PEOPLES_ROLES.map(id => ({
                id,
                label: roleTitle(id, t),
              }))}
              value={entered.role || null}
              onChange={role => change({ role: String(role) })}
            />
          )}
          {action === 'delegate' && (
            <EntityPicker
              label={t('reviews.delegate.to')}
              kinds={['User']}
              value={entered.to}
              onChange={to => change({ to })}
            />
          )}
          <TextAreaField
            label={t(
              isCommentOptional ? 'reviews.commentOptional' : 'reviews.comment',
            )}
            value={entered.comment}
            onChange={comment => change({ comment })}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!isComplete}
          isPending={isSubmitting}
          onPress={save}
        >
          {t(
            failing.length > 0
              ? 'reviews.keepAnyway'
              : `reviews.${action}.button`,
          )}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
