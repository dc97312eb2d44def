import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';
import type { PersonRow } from './peopleColumns';

/** What can be said of somebody who left, and taken back. */
export const PersonActions = (props: {
  person: PersonRow;
  onRemoved?(person: PersonRow): void;
  onTakeBack?(person: PersonRow): void;
  onNotLeft?(person: PersonRow): void;
}) => {
  const { person, onRemoved, onTakeBack, onNotLeft } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Flex direction="column" gap="2" align="start">
      {person.override && (
        <Button variant="secondary" onPress={() => onTakeBack?.(person)}>
          {t('common.undo')}
        </Button>
      )}
      {!person.override && person.status === 'active' && (
        <Button variant="secondary" onPress={() => onRemoved?.(person)}>
          {t('people.removed')}
        </Button>
      )}
      {person.offboardedGround === 'manual' && (
        <Button variant="secondary" onPress={() => onNotLeft?.(person)}>
          {t('people.notLeft')}
        </Button>
      )}
    </Flex>
  );
};
