import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PutOffboardingRequest } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { gorgiasTranslationRef } from '../../translation';

/** Says that somebody has left, and takes that back. */
export function useStateOffboarding(options: {
  /** Reads again what is shown. */
  onChanged(): void;
  onSaved?(): void;
}) {
  const { onChanged, onSaved } = options;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();

  const takeBack = async (staffRef: string) => {
    try {
      const { etag } = await api.getStaffMember(staffRef);
      const { displayName: name } = await api.deleteOffboarding(staffRef, etag);
      tell.done(t('people.notLeftDone', { name }));
    } catch (error) {
      tell.failed(t('people.notLeftFailed'), error);
    }
    onChanged();
  };

  const save = async ({
    staffRef,
    ...statement
  }: PutOffboardingRequest & { staffRef: string }) => {
    const { ok, isConflict } = await submit(async () => {
      const { etag } = await api.getStaffMember(staffRef);
      const { displayName: name } = await api.putOffboarding(staffRef, {
        ...statement,
        etag,
      });
      tell.done(t('people.leftSaved', { name }), () => takeBack(staffRef));
    });
    if (ok || isConflict) {
      onChanged();
    }
    if (ok) {
      onSaved?.();
    }
  };

  return { save, takeBack, problem, isSaving: isSubmitting };
}
