import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

/** Leads to the other way to connect; quiet, since the better one is shown first. */
export const MethodSwitch = (props: {
  to: ConnectionMethod;
  isDisabled: boolean;
  onSwitch(to: ConnectionMethod): void;
}) => {
  const { to, isDisabled, onSwitch } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
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
