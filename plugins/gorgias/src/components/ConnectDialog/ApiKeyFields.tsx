import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PasswordField, Text, TextField } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';
import { ConnectInput } from './useConnectInput';

/** Whose key it is and the key, with what giving it to Backstage means. */
export const ApiKeyFields = (props: {
  input: ConnectInput;
  isDisabled: boolean;
  onChange(part: Partial<ConnectInput>): void;
}) => {
  const { input, isDisabled, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      <TextField
        type="email"
        label={t('connect.email')}
        description={t('connect.emailHelp')}
        value={input.email}
        isDisabled={isDisabled}
        autoComplete="off"
        onChange={email => onChange({ email })}
      />
      <PasswordField
        label={t('connect.apiKey')}
        description={t('connect.apiKeyHelp')}
        value={input.apiKey}
        isDisabled={isDisabled}
        autoComplete="off"
        onChange={apiKey => onChange({ apiKey })}
      />
      <ul>
        <li>
          <Text>{t('connect.apiKeyRights')}</Text>
        </li>
        <li>
          <Text>{t('connect.apiKeyKept')}</Text>
        </li>
      </ul>
    </>
  );
};
