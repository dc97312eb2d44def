import { Dialog, DialogBody, DialogHeader, Flex } from '@backstage/ui';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { IdentityForm } from './IdentityForm';
import { useTexts } from '../../hooks/useTexts';

/** Says of several accounts at once what they are. */
export const ClassifyDialog = (props: {
  entityRef: string;
  accounts: AccountRow[];
  onChanged(): void;
  onClose(): void;
}) => {
  const { accounts, onClose } = props;
  const { t } = useTexts();
  return (
    <Dialog
      isOpen
      width={640}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>
        {t('accounts.classifyTitle', { count: accounts.length })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <ul>
            {accounts.map(account => (
              <li key={account.id}>{accountName(account, t)}</li>
            ))}
          </ul>
          <IdentityForm {...props} />
        </Flex>
      </DialogBody>
    </Dialog>
  );
};
