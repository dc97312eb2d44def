import { Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { DescriptionList } from '../DescriptionList';
import { Section } from '../Section';
import { useTexts } from '../../hooks/useTexts';

/** What is configured, and can only be changed in the configuration of Backstage. */
export const SettingsSection = (props: {
  summary: Pick<SystemSummary, 'freshness' | 'connectMethods' | 'subdomain'>;
}) => {
  const { freshness, connectMethods, subdomain } = props.summary;
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <Section title={t('manage.settings')}>
      <Text as="p" color="secondary">
        {t('manage.settingsHelp')}
      </Text>
      <DescriptionList
        items={[
          [t('manage.subdomain'), subdomain ?? t('common.notKnown')],
          [
            t('manage.staleAfter'),
            formats.length(freshness.staleAfterSeconds) || t('common.atOnce'),
          ],
          [
            t('manage.connectMethods'),
            formats.list(
              connectMethods.map(method => t(`manage.methodOf.${method}`)),
              'or',
            ) || t('common.none'),
          ],
        ]}
      />
    </Section>
  );
};
