import { Button } from '@backstage/ui';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

/** Leads to the other way to connect; quiet, since the better one is shown first. */
export const MethodSwitch = (props: {
  to: ConnectionMethod;
  isDisabled: boolean;
  onSwitch(to: ConnectionMethod): void;
}) => {
  const { to, isDisabled, onSwitch } = props;
  const { t } = useTexts();
  return (
    <div>
      <Button
        variant="tertiary"
        isDisabled={isDisabled}
        onPress={() => onSwitch(to)}
      >
        {t(to === 'api-key' ? 'connect.useApiKey' : 'connect.useOAuth')}
      </Button>
    </div>
  );
};
