import { Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gorgiasTranslationRef } from '../../translation';
import { GorgiasContent } from './GorgiasContent';

/** The page in apps on the legacy frontend system, which have no header of their own. */
export const GorgiasPage = () => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('card.title')} />
      <GorgiasContent />
    </Page>
  );
};
