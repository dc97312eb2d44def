import { Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';

const CONTENTS = [
  'report',
  'population',
  'exceptions',
  'rules',
  'reviews',
  'ledger',
  'heads',
] as const;

/** What is in a bundle of evidence, in words. */
export const BundleContents = () => {
  const { t } = useTexts();
  return (
    <section>
      <Text as="h3" weight="bold">
        {t('evidence.bundle.contents')}
      </Text>
      <ul>
        {CONTENTS.map(part => (
          <li key={part}>
            <Text>{t(`evidence.bundle.content.${part}`)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
