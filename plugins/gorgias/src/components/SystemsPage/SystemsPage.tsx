import { Flex, Text } from '@backstage/ui';
import { useSystems } from '../../hooks/useSystems';
import { LoadError, LoadingLines } from '../LoadState';
import { WaitingForMe } from '../Reviews';
import { NotAdded } from './NotAdded';
import { SystemsTable } from './SystemsTable';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 4;

/** All critical systems, and what could become one. */
export const SystemsPage = () => {
  const { t } = useTexts();
  const { value, error, retry } = useSystems();
  if (error) {
    return <LoadError error={error} onRetry={retry} />;
  }
  if (!value) {
    return <LoadingLines lines={EXPECTED_LINES} />;
  }
  return (
    <Flex direction="column" gap="6">
      <WaitingForMe />
      <section>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('systems.title')}
        </Text>
        {value.systems.length > 0 ? (
          <SystemsTable systems={value.systems} />
        ) : (
          <>
            <Text as="p">{t('systems.empty')}</Text>
            <Text as="p" color="secondary">
              {t(
                value.notAdded.length > 0
                  ? 'systems.addHelp'
                  : 'systems.emptyHelp',
              )}
            </Text>
          </>
        )}
      </section>
      {value.notAdded.length > 0 && <NotAdded entities={value.notAdded} />}
    </Flex>
  );
};
