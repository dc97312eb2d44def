import { Flex, Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { LoadError, LoadingLines } from '../LoadState';
import { WaitingForMe } from '../Reviews';
import { MySystemAccess } from './MySystemAccess';
import { MOST_SYSTEMS, useMyAccess } from './useMyAccess';

const EXPECTED_LINES = 3;

/** The own accounts in every critical system, and what waits for whoever looks. */
export const MyAccess = () => {
  const { t } = useTexts();
  const { value, error, retry } = useMyAccess();
  if (error) {
    return <LoadError error={error} onRetry={retry} />;
  }
  if (!value) {
    return <LoadingLines lines={EXPECTED_LINES} />;
  }
  return (
    <Flex direction="column" gap="4">
      <WaitingForMe />
      {value.systems.length === 0 && (
        <div>
          <Text as="p" weight="bold">
            {t(value.seesAny ? 'myAccess.none' : 'myAccess.noSystems')}
          </Text>
          <Text as="p" color="secondary">
            {t(value.seesAny ? 'myAccess.noneHelp' : 'myAccess.noSystemsHelp')}
          </Text>
        </div>
      )}
      {value.systems.map(system => (
        <MySystemAccess key={system.entityRef} system={system} />
      ))}
      {value.isCut && (
        <Text as="p" color="secondary">
          {t('myAccess.cut', { n: MOST_SYSTEMS })}
        </Text>
      )}
    </Flex>
  );
};
