import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Said } from '../Said';
import { Day, Time } from '../Time';
import { AccountIdentity } from './AccountIdentity';

/** Who an account is, why, and who said so. */
export const IdentityDetails = (
  props: Pick<AccountRow, 'identity' | 'assigned'>,
) => {
  const { identity, assigned } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const classified =
    identity.type === 'service-account' || identity.type === 'external'
      ? identity
      : undefined;
  return (
    <DescriptionList
      items={[
        [
          t('identity.title'),
          <AccountIdentity key="identity" identity={identity} />,
        ],
        [
          t('identity.ground'),
          // Said already, where nobody is known.
          identity.type === 'unidentified' ? undefined : (
            <Said
              key="ground"
              parts={identity.groundParts}
              english={identity.ground}
            />
          ),
        ],
        [
          t('identity.owner'),
          classified && <EntityRefLink entityRef={classified.owner} />,
        ],
        [t('identity.review'), classified && <Day at={classified.reviewAt} />],
        [
          t('identity.assigned'),
          assigned && (
            <>
              <EntityRefLink entityRef={assigned.assignedBy} />,{' '}
              <Time at={assigned.assignedAt} />
            </>
          ),
        ],
        [
          t('identity.reason'),
          assigned?.assignment.type === 'staff-member'
            ? assigned.assignment.reason
            : undefined,
        ],
      ]}
    />
  );
};
