import { Link, Text } from '@backstage/ui';
import { EvidenceSystem } from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';

/** The critical systems of which whoever looks may see the evidence, and nothing else. */
export const EvidenceSystems = (props: { systems: EvidenceSystem[] }) => {
  const { t } = useTexts();
  const linksOf = useSystemLinks();
  return (
    <section>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('evidence.systems.title')}
      </Text>
      <Text as="p" color="secondary">
        {t('evidence.systems.help')}
      </Text>
      <ul>
        {props.systems.map(({ entityRef, title }) => (
          <li key={entityRef}>
            <Link href={linksOf(entityRef).evidence()}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
