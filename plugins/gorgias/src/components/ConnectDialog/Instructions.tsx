import { Text } from '@backstage/ui';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

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
export const Instructions = ({ method }: { method: ConnectionMethod }) => {
  const { t } = useTexts();
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
        points={
          method === 'oauth'
            ? [
                t('connect.neededAdmin'),
                t('connect.neededPlan'),
                t('connect.neededPopups'),
              ]
            : [t('connect.neededKey'), t('connect.neededPlan')]
        }
      />
    </>
  );
};
