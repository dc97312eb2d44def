import { Button, Flex, Text } from '@backstage/ui';
import { AccessReviewDetails } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { ItemAction } from './DecisionDialog';
import { ItemRow } from './useReviewItems';

const DECISIONS: readonly ItemAction[] = [
  'keep',
  'revoke',
  'change-role',
  'not-mine',
];

/** What can be done with all of some accounts. */
export function actionsOn(
  items: readonly ItemRow[],
  { may }: Pick<AccessReviewDetails, 'may'>,
): ItemAction[] {
  if (items.length === 0 || items.some(({ state }) => state !== 'active')) {
    return [];
  }
  const areMine = items.every(({ isMine }) => isMine);
  const areWaiting = items.every(({ decision }) => decision === null);
  return [
    ...(areMine ? DECISIONS : []),
    ...(areWaiting && (areMine || may.includes('delegate'))
      ? (['delegate'] as const)
      : []),
  ];
}

/** What can be done with the selected accounts at once. */
export const DecisionBar = (props: {
  review: AccessReviewDetails;
  selected: ItemRow[];
  onAct(action: ItemAction): void;
  onClear(): void;
}) => {
  const { review, selected, onAct, onClear } = props;
  const { t } = useTexts();
  if (selected.length === 0) {
    return null;
  }
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <Text role="status">
        {t('reviews.selected', { count: selected.length })}
      </Text>
      {actionsOn(selected, review).map(action => (
        <Button key={action} variant="secondary" onPress={() => onAct(action)}>
          {t(`reviews.${action}.button`)}
        </Button>
      ))}
      <Button variant="tertiary" onPress={onClear}>
        {t('reviews.unselect')}
      </Button>
    </Flex>
  );
};
