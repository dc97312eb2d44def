import { AccountRow } from 'backstage-plugin-gorgias-common';
import { Translate } from './hooks/useTexts';

/** What an account is called, also when Gorgias has no name for it. */
export function accountName(
  account: Pick<AccountRow, 'id' | 'name' | 'email'>,
  t: Translate,
): string {
  return (
    account.name || account.email || t('accounts.nameless', { id: account.id })
  );
}
