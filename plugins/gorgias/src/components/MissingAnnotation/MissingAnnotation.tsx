import { Alert } from '@backstage/ui';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

/** Says how to make an entity stand for a Gorgias account. */
export const MissingAnnotation = () => {
  const { t } = useTexts();
  return (
    <Alert
      status="info"
      icon
      title={t('system.noAnnotation')}
      description={t('system.noAnnotationHelp', {
        annotation: GORGIAS_SUBDOMAIN_ANNOTATION,
        example: 'acme',
      })}
    />
  );
};
