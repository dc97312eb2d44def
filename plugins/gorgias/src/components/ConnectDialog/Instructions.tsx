import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';

const Part = ({ title, points }: { title: string; points: string[] }) => (
  <section>
    <Text as="h3" weight="bold">
      {title}
    </Text>
    <ul>
      {points.map(point => (
        <li key={point}>
          <Text>{point}</Text>
        </li>
      ))}
    </ul>
  </section>
);

/** What connecting means, before anything is done. */
export const Instructions = () => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      <Part
        title={t('connect.read')}
        points={[t('connect.readAccounts'), t('connect.readSettings')]}
      />
      <Part
        title={t('connect.never')}
        points={[t('connect.neverRead'), t('connect.neverChange')]}
      />
      <Part
        title={t('connect.needed')}
        points={[
          t('connect.neededAdmin'),
          t('connect.neededPlan'),
          t('connect.neededPopups'),
        ]}
      />
    </>
  );
};
