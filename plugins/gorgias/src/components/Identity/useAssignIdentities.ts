import { useApi } from '@backstage/core-plugin-api';
import {
  AccountRow,
  IdentityAssignment,
} from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { useTexts } from '../../hooks/useTexts';

/**
 * Says of some accounts at once what they are, and offers to take that back.
 * When somebody else was faster, what is shown is read again, so that the
 * next try is made knowing it.
 */
export function useAssignIdentities(options: {
  entityRef: string;
  accounts: Array<Pick<AccountRow, 'id' | 'identityEtag'>>;
  /** Reads again what is shown. */
  onChanged(): void;
  onSaved(): void;
}) {
  const { entityRef, accounts, onChanged, onSaved } = options;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();

  const undo = async (changeId: string) => {
    try {
      await api.undoIdentityChange(entityRef, changeId);
      tell.done(t('identity.undone'));
    } catch (error) {
      tell.failed(t('identity.undoFailed'), error);
    }
    onChanged();
  };

  return {
    problem,
    isSaving: isSubmitting,
    save: async (assignment: IdentityAssignment) => {
      const { ok, isConflict } = await submit(async () => {
        const change = await api.putIdentities(entityRef, {
          accounts: accounts.map(({ id, identityEtag }) => ({
            id,
            etag: identityEtag,
          })),
          assignment,
        });
        const saved = t('identity.saved', {
          count: change.accountIds.length,
          what: t(`identity.type.${assignment.type}`),
        });
        tell.done(saved, () => undo(change.id));
      });
      if (ok || isConflict) {
        onChanged();
      }
      if (ok) {
        onSaved();
      }
    },
  };
}
