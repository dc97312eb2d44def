import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useFacts } from '../../hooks/useFacts';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { LoadError, LoadingLines } from '../LoadState';
import { AccessMatrixTable } from './AccessMatrixTable';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 5;

/** Which org roles have which Gorgias roles, so that who has too much is seen at a glance. */
export const AccessMatrixSection = ({
  summary,
}: {
  summary: SystemSummary;
}) => {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const links = useSystemLinks()(entityRef);
  const { value, error, retry } = useFacts(
    () => api.getAccessMatrix(entityRef),
    summary,
  );

  return (
    <section aria-label={t('matrix.title')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('matrix.title')}
      </Text>
      <Text as="p" color="secondary">
        {t('matrix.help')}
      </Text>
      {error && <LoadError error={error} onRetry={retry} />}
      {!value && !error && <LoadingLines lines={EXPECTED_LINES} />}
      {value &&
        (value.cells.length > 0 ? (
          <AccessMatrixTable matrix={value} hrefOf={links.accounts} />
        ) : (
          <Text as="p">{t('matrix.empty')}</Text>
        ))}
    </section>
  );
};
