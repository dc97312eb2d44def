import { Flex, Text } from '@backstage/ui';
import { useSystems } from '../../hooks/useSystems';
import { LoadError, LoadingLines } from '../LoadState';
import { WaitingForMe } from '../Reviews';
import { EvidenceSystems } from './EvidenceSystems';
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
  const { systems, onlyEvidence, notAdded } = value;
  return (
    <Flex direction="column" gap="6">
      <WaitingForMe />
      {(systems.length > 0 || onlyEvidence.length === 0) && (
        <section>
          <Text as="h2" variant="title-x-small" weight="bold">
            {t('systems.title')}
          </Text>
          {systems.length > 0 ? (
            <SystemsTable systems={systems} />
          ) : (
            <>
              <Text as="p">{t('systems.empty')}</Text>
              <Text as="p" color="secondary">
                {t(
                  notAdded.length > 0 ? 'systems.addHelp' : 'systems.emptyHelp',
                )}
              </Text>
            </>
          )}
        </section>
      )}
      {onlyEvidence.length > 0 && <EvidenceSystems systems={onlyEvidence} />}
      {notAdded.length > 0 && <NotAdded entities={notAdded} />}
    </Flex>
  );
};
