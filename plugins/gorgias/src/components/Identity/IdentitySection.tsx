import { Button, Flex } from '@backstage/ui';
import { AccountDetails, AccountRow } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { IdentityDraft } from './draft';
import { IdentityDetails } from './IdentityDetails';
import { IdentityForm } from './IdentityForm';
import { WhoItMayBe } from './WhoItMayBe';
import { useTexts } from '../../hooks/useTexts';

/** Who an account is, and where those who may say so do. */
export const IdentitySection = (props: {
  entityRef: string;
  account: AccountRow & Partial<Pick<AccountDetails, 'suggestions'>>;
  mayClassify: boolean;
  onChanged(): void;
}) => {
  const { entityRef, account, mayClassify, onChanged } = props;
  const { t } = useTexts();
  const [proposed, setProposed] = useState<Partial<IdentityDraft>>();

  return (
    <section aria-label={t('identity.title')}>
      <Flex direction="column" gap="3">
        <IdentityDetails {...account} />
        {proposed ? (
          <IdentityForm
            entityRef={entityRef}
            accounts={[account]}
            proposed={proposed}
            onChanged={onChanged}
            onClose={() => setProposed(undefined)}
          />
        ) : (
          <>
            <WhoItMayBe
              account={account}
              onUse={
                mayClassify
                  ? (staffRef, ground = '') =>
                      setProposed({
                        type: 'staff-member',
                        staffRef,
                        reason: ground,
                      })
                  : undefined
              }
            />
            {mayClassify && (
              <div>
                <Button variant="secondary" onPress={() => setProposed({})}>
                  {t('identity.change')}
                </Button>
              </div>
            )}
          </>
        )}
      </Flex>
    </section>
  );
};
