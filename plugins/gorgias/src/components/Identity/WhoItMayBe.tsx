import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Flex, Text } from '@backstage/ui';
import { AccountDetails, Message } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';

/** Somebody an account may be of, to be taken by those who may say so. */
const Proposal = (props: {
  staffRef: string;
  name: string;
  ground?: string;
  groundParts?: Message[];
  onUse?(): void;
}) => {
  const { staffRef, name, ground, onUse } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <li>
      <Flex justify="between" align="center" gap="3">
        <Text>
          <EntityRefLink entityRef={staffRef} />
          {ground && (
            <>
              : <Said parts={props.groundParts} english={ground} />
            </>
          )}
        </Text>
        {onUse && (
          <Button variant="secondary" onPress={onUse}>
            {t('identity.use', { name })}
          </Button>
        )}
      </Flex>
    </li>
  );
};

/** Those who could be meant by the address, and those who look alike. Offered, never applied. */
export const WhoItMayBe = (props: {
  account: Pick<AccountDetails, 'identity'> &
    Partial<Pick<AccountDetails, 'suggestions'>>;
  /** Not given to those who may not say whose an account is. */
  onUse?(staffRef: string, ground?: string): void;
}) => {
  const { onUse } = props;
  const { identity, suggestions = [] } = props.account;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const candidates =
    identity.type === 'unidentified' ? identity.candidates : [];
  const others = suggestions.filter(
    ({ staffRef }) => !candidates.includes(staffRef),
  );
  return (
    <>
      {candidates.length > 0 && (
        <>
          <Text as="p">{t('identity.candidates')}</Text>
          <ul aria-label={t('identity.candidates')}>
            {candidates.map(staffRef => (
              <Proposal
                key={staffRef}
                staffRef={staffRef}
                name={staffRef}
                onUse={onUse && (() => onUse(staffRef))}
              />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <Text as="p">{t('identity.suggestions')}</Text>
          <ul aria-label={t('identity.suggestions')}>
            {others.map(({ staffRef, displayName, ground, groundParts }) => (
              <Proposal
                key={staffRef}
                staffRef={staffRef}
                name={displayName}
                ground={ground}
                groundParts={groundParts}
                onUse={onUse && (() => onUse(staffRef, ground))}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
};
