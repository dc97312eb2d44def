import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { PopulationAccount } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { Note } from '../Note';

/** Who an account was, as far as that was recorded. */
export const RecordedIdentity = (props: {
  identity: PopulationAccount['identity'];
}) => {
  const { type, staffRef, displayName, staffState, owner, purpose } =
    props.identity;
  const { t } = useTexts();
  return (
    <>
      {staffRef ? (
        <EntityRefLink entityRef={staffRef}>{displayName}</EntityRefLink>
      ) : (
        <Text>{t(`accounts.identityOf.${type}`)}</Text>
      )}
      {staffState === 'offboarded' && (
        <Text color="secondary"> ({t('accounts.offboarded')})</Text>
      )}
      {purpose && <Note>{purpose}</Note>}
      {owner && (
        <Note>
          {t('identity.owner')}: <EntityRefLink entityRef={owner} />
        </Note>
      )}
    </>
  );
};
