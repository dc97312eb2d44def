import { PasswordField, Text, TextField } from '@backstage/ui';
import { ConnectInput } from './useConnectInput';
import { useTexts } from '../../hooks/useTexts';

/** Whose key it is and the key, with what giving it to Backstage means. */
export const ApiKeyFields = (props: {
  input: ConnectInput;
  isDisabled: boolean;
  onChange(part: Partial<ConnectInput>): void;
}) => {
  const { input, isDisabled, onChange } = props;
  const { t } = useTexts();
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
