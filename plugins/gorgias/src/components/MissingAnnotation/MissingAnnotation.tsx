import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

/** Says how to make an entity stand for a Gorgias account. */
export const MissingAnnotation = () => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
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
