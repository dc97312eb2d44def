import { Button, Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';

const HINTS = {
  acknowledgement: 'connect.acknowledgeFirst',
  subdomain: 'connect.subdomainFirst',
  'api-key': 'connect.apiKeyFirst',
} as const;

/** Connects with what has been entered, or says what is missing. */
export const SubmitButtons = (props: {
  missing?: keyof typeof HINTS;
  isPending: boolean;
  onBack(): void;
  onSubmit(): void;
}) => {
  const { missing, isPending, onBack, onSubmit } = props;
  const { t } = useTexts();
  return (
    <>
      <Text variant="body-small" color="secondary" aria-live="polite">
        {missing && t(HINTS[missing])}
      </Text>
      <Button variant="secondary" onPress={onBack}>
        {t('connect.back')}
      </Button>
      <Button
        isDisabled={Boolean(missing)}
        isPending={isPending}
        onPress={onSubmit}
      >
        {t('connect.submit')}
      </Button>
    </>
  );
};
