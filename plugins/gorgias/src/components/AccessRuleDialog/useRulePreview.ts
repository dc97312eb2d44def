import { useApi } from '@backstage/core-plugin-api';
import {
  AccessRulePreview,
  AccessRuleSpec,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import useDebounce from 'react-use/lib/useDebounce';
import { gorgiasApiRef } from '../../api';

const DEBOUNCE_MS = 400;

/** What a rule would do, as far as that is known yet. */
export interface RulePreviewState {
  /** The outcome of another rule than the chosen one must not be shown, nor saved by. */
  isPending: boolean;
  preview?: AccessRulePreview;
  error?: Error;
  retry(): void;
}

/** Asks what a rule would do if it were saved now, whenever it has stopped changing. */
export function useRulePreview(
  entityRef: string,
  spec: AccessRuleSpec | undefined,
): RulePreviewState {
  const api = useApi(gorgiasApiRef);
  const wanted = spec && JSON.stringify(spec);
  const [settled, setSettled] = useState(wanted);
  useDebounce(() => setSettled(wanted), DEBOUNCE_MS, [wanted]);
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      settled === undefined
        ? undefined
        : api.previewAccessRule(entityRef, JSON.parse(settled)),
    [api, entityRef, settled],
  );
  const isPending = settled !== wanted || loading;
  return {
    isPending,
    retry,
    ...(!isPending && { preview: error ? undefined : value, error }),
  };
}
