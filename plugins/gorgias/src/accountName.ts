import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from './translation';

/** Gives the plugin's texts. */
export type Translate = TranslationFunction<typeof gorgiasTranslationRef.T>;

/** What an account is called, also when Gorgias has no name for it. */
export function accountName(
  account: Pick<AccountRow, 'id' | 'name' | 'email'>,
  t: Translate,
): string {
  return (
    account.name || account.email || t('accounts.nameless', { id: account.id })
  );
}
