import { Header, Page } from '@backstage/core-components';
import { GorgiasContent } from './GorgiasContent';
import { useTexts } from '../../hooks/useTexts';

/** The page in apps on the legacy frontend system, which have no header of their own. */
export const GorgiasPage = () => {
  const { t } = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('card.title')} />
      <GorgiasContent />
    </Page>
  );
};
