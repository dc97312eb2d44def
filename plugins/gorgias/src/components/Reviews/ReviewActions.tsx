import { Button, Flex, Text } from '@backstage/ui';
import { AccessReviewDetails } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { EndAction, EndDialog } from './EndDialog';

/** What can be done with a review as a whole, by who may. */
export const ReviewActions = (props: {
  entityRef: string;
  review: AccessReviewDetails;
  onChanged(): void;
}) => {
  const { entityRef, review, onChanged } = props;
  const { t } = useTexts();
  const [action, setAction] = useState<EndAction>();
  if (!review.may.includes('cancel')) {
    return null;
  }
  const maySignOff = review.may.includes('sign-off');
  return (
    <div>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        <Button variant="secondary" onPress={() => setAction('extend')}>
          {t('reviews.extend.button')}
        </Button>
        <Button variant="secondary" onPress={() => setAction('cancel')}>
          {t('reviews.cancel.button')}
        </Button>
        <Button isDisabled={!maySignOff} onPress={() => setAction('sign-off')}>
          {t('reviews.sign-off.button')}
        </Button>
      </Flex>
      {!maySignOff && (
        <Text as="p" color="secondary">
          {t('reviews.sign-off.notYet')}
        </Text>
      )}
      {action && (
        <EndDialog
          entityRef={entityRef}
          review={review}
          action={action}
          onChanged={onChanged}
          onClose={() => setAction(undefined)}
        />
      )}
    </div>
  );
};
