import { Alert, Checkbox, Flex, Text, TextField } from '@backstage/ui';
import { ParsedSubdomain } from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { ConnectProblem } from '../../hooks/useConnect';
import { useReachableInput } from '../../hooks/useReachableInput';
import { English, Said } from '../Said';
import { ConnectInput } from './useConnectInput';
import { useTexts } from '../../hooks/useTexts';

/** Says which account is to be connected, and that this is allowed. */
export const AccountForm = (props: {
  input: ConnectInput;
  parsed: ParsedSubdomain;
  problem?: ConnectProblem;
  isDisabled: boolean;
  onChange(part: Partial<ConnectInput>): void;
  /** What else the chosen way to connect needs. */
  children?: ReactNode;
}) => {
  const { input, parsed, problem, isDisabled, onChange } = props;
  const { t } = useTexts();
  const reachable = useReachableInput();
  const hasProblem = !parsed.ok && input.subdomain.trim() !== '';

  return (
    <Flex direction="column" gap="4">
      {problem && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={
            problem.type === 'popup-blocked' ? (
              t('connect.popupBlocked')
            ) : (
              <English>{problem.message}</English>
            )
          }
        />
      )}
      <Checkbox
        className={reachable}
        isSelected={input.acknowledged}
        isDisabled={isDisabled}
        onChange={acknowledged => onChange({ acknowledged })}
      >
        {t('connect.acknowledge')}
      </Checkbox>
      <div>
        <TextField
          label={t('connect.subdomain')}
          description={t('connect.subdomainHelp')}
          value={input.subdomain}
          isDisabled={isDisabled}
          isInvalid={hasProblem}
          autoComplete="off"
          onChange={subdomain => onChange({ subdomain })}
        />
        <div aria-live="polite">
          {parsed.ok && (
            <Text as="p" variant="body-small" color="secondary">
              {t('connect.subdomainUsed', {
                host: `${parsed.subdomain}.gorgias.com`,
              })}
            </Text>
          )}
          {!parsed.ok && hasProblem && (
            <Text as="p" variant="body-small" color="danger">
              <Said parts={parsed.problemParts} english={parsed.problem} />
            </Text>
          )}
        </div>
      </div>
      {props.children}
    </Flex>
  );
};
