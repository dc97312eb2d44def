import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AccessRule, AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';

/** What the person has chosen so far. */
export interface AccessRuleDraft {
  type?: AccessRuleSpec['type'];
  orgRoles: string[];
}

/** The rule a choice stands for, once it stands for one. */
export function toSpec(draft: AccessRuleDraft): AccessRuleSpec | undefined {
  if (draft.type === 'all-staff') {
    return { type: 'all-staff' };
  }
  return draft.type === 'org-roles' && draft.orgRoles.length > 0
    ? { type: 'org-roles', orgRoles: draft.orgRoles }
    : undefined;
}

function toDraft(rule: AccessRule | null): AccessRuleDraft {
  return {
    type: rule?.spec.type,
    orgRoles: rule?.spec.type === 'org-roles' ? rule.spec.orgRoles : [],
  };
}

/**
 * Edits an access rule. When somebody else has saved theirs first, both stay:
 * the person's choice in `draft`, the other in `conflict`, until one is chosen.
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
  const [draft, setDraft] = useState(() => toDraft(options.accessRule));
  const [conflict, setConflict] = useState<{ theirs: AccessRule | null }>();
  const [error, setError] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const spec = toSpec(draft);

  const save = async () => {
    if (!spec) {
      return;
    }
    setSaving(true);
    setError(undefined);
    try {
      await api.putAccessRule(entityRef, {
        spec,
        revision: base?.revision ?? 0,
      });
      onSaved();
    } catch (e) {
      if (ResponseError.is(e) && e.statusCode === 409) {
        const { accessRule } = await api.getAccessRule(entityRef);
        setConflict({ theirs: accessRule });
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
    spec,
    save,
    isSaving,
    error,
    conflict,
    loadTheirs: () => {
      if (conflict) {
        setDraft(toDraft(conflict.theirs));
        settle(conflict.theirs);
      }
    },
    keepMine: () => conflict && settle(conflict.theirs),
  };
}
