import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';

/** Entities that stand for a Gorgias account but are not on the list of critical systems. */
export const NotAdded = ({ entities }: { entities: Entity[] }) => {
  const { t } = useTexts();
  const linksOf = useSystemLinks();
  return (
    <section>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('systems.notAdded')}
      </Text>
      <Text as="p" color="secondary">
        {t('systems.notAddedHelp')}
      </Text>
      <ul>
        {entities.map(entity => {
          const entityRef = stringifyEntityRef(entity);
          const subdomain =
            entity.metadata.annotations?.[GORGIAS_SUBDOMAIN_ANNOTATION];
          return (
            <li key={entityRef}>
              <Link href={linksOf(entityRef).summary}>
                {entity.metadata.title ?? entity.metadata.name}
              </Link>{' '}
              <Text color="secondary">{subdomain}</Text>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
