import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AccessRule } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { errorMessage } from '../../errorMessage';
import { toDraft, toSpec } from './draft';
import { useRulePreview } from './useRulePreview';

/**
 * Edits an access rule. When somebody else has saved theirs first, both stay:
 * the person's choice in `draft`, the other in `conflict`, until one is
 * chosen. When only the facts have changed since the preview, it is made
 * again, and `factsChanged` says so.
 */
export function useAccessRuleDraft(options: {
  entityRef: string;
  accessRule: AccessRule | null;
  onSaved(): void;
}) {
  const { entityRef, onSaved } = options;
  const api = useApi(gorgiasApiRef);
  // What was in force when the dialog opened; a later refresh of the page
  // must neither change the choice nor hide a conflict.
  const [base, setBase] = useState(options.accessRule);
  const [draft, setDraft] = useState(() => toDraft(options.accessRule?.spec));
  const [reason, setReason] = useState('');
  const [conflict, setConflict] = useState<{ theirs: AccessRule | null }>();
  const [factsChanged, setFactsChanged] = useState<string>();
  const [error, setError] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const spec = toSpec(draft);
  const previewed = useRulePreview(entityRef, spec);
  const revision = base?.revision ?? 0;

  const settleConflict = async (refused: unknown) => {
    const { accessRule } = await api.getAccessRule(entityRef);
    if ((accessRule?.revision ?? 0) === revision) {
      setFactsChanged(errorMessage(refused));
      previewed.retry();
    } else {
      setConflict({ theirs: accessRule });
    }
  };

  const save = async () => {
    if (!spec) {
      return;
    }
    setSaving(true);
    setError(undefined);
    setFactsChanged(undefined);
    const factsVersion = previewed.preview?.factsVersion;
    try {
      await api.putAccessRule(entityRef, {
        spec,
        revision,
        ...(reason.trim() && { reason: reason.trim() }),
        ...(factsVersion && { factsVersion }),
      });
      onSaved();
    } catch (e) {
      if (ResponseError.is(e) && e.statusCode === 409) {
        await settleConflict(e).catch(setError);
      } else {
        setError(e as Error);
      }
    } finally {
      setSaving(false);
    }
  };

  const settle = (theirs: AccessRule | null) => {
    setBase(theirs);
    setConflict(undefined);
  };

  return {
    draft,
    setDraft,
    reason,
    setReason,
    spec,
    previewed,
    save,
    isSaving,
    error,
    factsChanged,
    conflict,
    loadTheirs: () => {
      if (conflict) {
        setDraft(toDraft(conflict.theirs?.spec));
        settle(conflict.theirs);
      }
    },
    keepMine: () => conflict && settle(conflict.theirs),
  };
}
